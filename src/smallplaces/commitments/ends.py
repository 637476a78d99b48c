"""How demands use sentences, and how they let go of one that is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from smallplaces.commitments.actions.demands import lose_sentences
from smallplaces.commitments.models import DemandSentence
from smallplaces.core import ends
from smallplaces.core.ends import End
from smallplaces.core.viewers import Viewer


def uses_of(kind: str, ids: Sequence[str]) -> list[End]:  # noqa: ARG001  (the registry names the kind; ours is one)
    """The demands made from these sentences. One query."""
    rows = DemandSentence.objects.filter(sentence_id__in=ids).values_list("sentence_id", "demand_id")
    return [End(sentence_id, "demand", demand_id) for sentence_id, demand_id in rows]


def retract(kind: str, ids: Sequence[str], by: Viewer) -> list[End]:  # noqa: ARG001  (the registry names the kind)
    """Empties a demand whose words hold such a sentence; where one only led to it, forgets the link."""
    return lose_sentences(ids, by)


def register() -> None:
    """Called when the app is ready."""
    ends.register("commitments", "sentence", uses_of=uses_of, retract=retract)
