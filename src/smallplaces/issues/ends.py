"""What issues do with sentences, told to the registry of withdrawals."""

from __future__ import annotations

from collections.abc import Sequence

from smallplaces.core.ends import End, register
from smallplaces.core.viewers import Viewer
from smallplaces.issues.actions.taking_back import lose_sentences
from smallplaces.issues.models import Cause, Issue, IssueSentence


def uses_of(kind: str, ids: Sequence[str]) -> list[End]:  # noqa: ARG001  (registered for sentences alone)
    """Every issue whose words, and every box and issue whose line, is one of these sentences. Three queries."""
    titles = Issue.objects.filter(from_sentence_id__in=ids).values_list("from_sentence_id", "pk")
    boxes = Cause.objects.filter(from_sentence_id__in=ids).values_list("from_sentence_id", "pk")
    gathered = IssueSentence.objects.filter(sentence_id__in=ids).values_list("sentence_id", "issue_id")
    ends = [End(of or "", "issue", thing) for of, thing in titles]
    ends += [End(of or "", "cause", thing) for of, thing in boxes]
    ends += [End(of, "issue", thing) for of, thing in gathered]
    return list(dict.fromkeys(ends))


def retract(kind: str, ids: Sequence[str], by: Viewer) -> list[End]:
    """Loses the words and says where they were; nothing of it is out of our reach."""
    found = uses_of(kind, ids)
    lose_sentences(ids, by=by)
    return found


def register_ends() -> None:
    """Called once, when the app is ready."""
    register("issues", "sentence", uses_of=uses_of, retract=retract)
