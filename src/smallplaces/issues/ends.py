"""What issues do with sentences and statements, told to the registry of withdrawals."""

from __future__ import annotations

from collections.abc import Sequence

from smallplaces.core.ends import End, register
from smallplaces.core.viewers import Viewer
from smallplaces.issues.actions.taking_back import GATHERED, lose_words
from smallplaces.issues.models import Cause, Issue


def uses_of(kind: str, ids: Sequence[str]) -> list[End]:
    """Every issue whose words, and every box and issue whose line, is one of these. Three queries."""
    made = f"from_{kind}_id"
    titles = Issue.objects.filter(**{f"{made}__in": ids}).values_list(made, "pk")
    boxes = Cause.objects.filter(**{f"{made}__in": ids}).values_list(made, "pk")
    gathered = GATHERED[kind].objects.filter(**{f"{kind}_id__in": ids}).values_list(f"{kind}_id", "issue_id")
    ends = [End(of or "", "issue", thing) for of, thing in titles]
    ends += [End(of or "", "cause", thing) for of, thing in boxes]
    ends += [End(of, "issue", thing) for of, thing in gathered]
    return list(dict.fromkeys(ends))


def retract(kind: str, ids: Sequence[str], by: Viewer) -> list[End]:
    """Loses the words and says where they were; nothing of it is out of our reach."""
    found = uses_of(kind, ids)
    lose_words(kind, ids, by=by)
    return found


def register_ends() -> None:
    """Called once, when the app is ready."""
    for kind in GATHERED:
        register("issues", kind, uses_of=uses_of, retract=retract)
