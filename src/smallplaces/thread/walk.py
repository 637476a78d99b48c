"""Where a record came from and where it went, along real keys, both ways.

An edge is one key between two kinds, read from either end; so what leads there leads back, for every viewer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smallplaces.commitments.queries import promises_visible_to
from smallplaces.core.viewers import Viewer
from smallplaces.thread.kinds import KINDS, Through
from smallplaces.thread.refs import Both, Ref

CITED = "sections__paragraphs__citations__"


def _seen_promises(viewer: Viewer) -> dict[str, Any]:
    """A text and a demand belong together by a promise only for those who may read the promise."""
    return {"promises__in": promises_visible_to(viewer)}


@dataclass(frozen=True)
class Edge:
    """One key. `path` leads from a record of `at` to the key of the other end; `at` is the later kind unless said."""

    earlier: str
    later: str
    path: str
    at: str = ""
    through: Through | None = None

    @property
    def keeper(self) -> str:
        """The kind whose rows know the key."""
        return self.at or self.later

    def follow(self, pk: str, viewer: Viewer, *, onward: bool) -> list[Ref]:
        """The records at the other end of this edge from one record."""
        here, there = (self.earlier, self.later) if onward else (self.later, self.earlier)
        if self.keeper == there:
            return KINDS[there].at(self.path, pk, viewer, self.through)
        return KINDS[there].named(KINDS[here].keys(pk, self.path, viewer, self.through), viewer)


EDGES = (
    Edge("meeting", "room", "meeting_id"),
    Edge("room", "sentence", "room_id"),
    Edge("sentence", "issue", "from_sentence_id"),
    Edge("sentence", "issue", "gathered__sentence_id"),
    Edge("sentence", "cause", "from_sentence_id"),
    Edge("sentence", "demand", "made_from__sentence_id"),
    Edge("sentence", "report", f"{CITED}sentence_id"),
    Edge("dialogue", "statement", "dialogue_id"),
    Edge("statement", "issue", "from_statement_id"),
    Edge("statement", "issue", "gathered_statements__statement_id"),
    Edge("statement", "cause", "from_statement_id"),
    Edge("statement", "report", f"{CITED}statement_id"),
    Edge("issue", "cause", "issue_id"),
    Edge("issue", "demand", "issue_id"),
    Edge("issue", "promise", "bears_on__issue_id"),
    Edge("issue", "step", "issue_id"),
    Edge("demand", "act", "answers_to__demand_id"),
    Edge("demand", "act", "promises__answers_to__demand_id", through=_seen_promises),
    Edge("demand", "promise", "answers_to__demand_id"),
    Edge("demand", "step", "demand_id"),
    Edge("act", "clause", "version__act_id"),
    Edge("act", "promise", "act_id"),
    Edge("act", "report", f"{CITED}clause__version__act_id"),
    Edge("act", "borrowing", "clause__version__act_id"),
    Edge("clause", "promise", "clause_id"),
    Edge("clause", "report", f"{CITED}clause_id"),
    Edge("clause", "borrowing", "clause_id"),
    Edge("borrowing", "act", "borrowed__id"),
    Edge("promise", "followup", "promise_id"),
    Edge("promise", "assessment", "promise_id"),
    Edge("promise", "step", "promise_id"),
    Edge("decision", "step", "decision_id"),
    Edge("promise", "report", f"{CITED}promise_id"),
    Edge("step", "report", f"{CITED}step_id"),
    Edge("report", "step", "steps__step_id", at="report"),
    Edge("report", "edition", "report_id"),
)

# What a page tells in its own text, and its margin need not tell again: onward, and back.
TOLD_ONWARD = {
    "room": frozenset({"sentence"}),
    "dialogue": frozenset({"statement"}),
    "demand": frozenset({"promise", "act"}),
    "act": frozenset({"clause", "promise", "borrowing"}),
    "promise": frozenset({"followup", "assessment"}),
    "report": frozenset({"edition", "step"}),
}
TOLD_BEFORE = {
    "act": frozenset({"demand", "borrowing"}),
    "promise": frozenset({"demand", "issue", "act", "clause"}),
}


def where_to(kind: str, pk: str, *, viewer: Viewer) -> tuple[Ref, ...]:
    """What was made of a record, one step onward. Nothing for what is out of sight."""
    return _walk(kind, pk, viewer, onward=True) if KINDS[kind].named([pk], viewer) else ()


def where_from(kind: str, pk: str, *, viewer: Viewer) -> tuple[Ref, ...]:
    """What a record was made of, one step back. Nothing for what is out of sight."""
    return _walk(kind, pk, viewer, onward=False) if KINDS[kind].named([pk], viewer) else ()


def both(kind: str, pk: str, *, viewer: Viewer) -> Both:
    """Both ways, for the margin of a record's own page: without what the page tells itself."""
    if not KINDS[kind].named([pk], viewer):
        return Both((), ())
    before, after = TOLD_BEFORE.get(kind, frozenset()), TOLD_ONWARD.get(kind, frozenset())
    return Both(
        came_from=tuple(one for one in _walk(kind, pk, viewer, onward=False) if one.kind not in before),
        went_to=tuple(one for one in _walk(kind, pk, viewer, onward=True) if one.kind not in after),
    )


def _walk(kind: str, pk: str, viewer: Viewer, *, onward: bool) -> tuple[Ref, ...]:
    edges = [edge for edge in EDGES if (edge.earlier if onward else edge.later) == kind]
    found = [ref for edge in edges for ref in edge.follow(pk, viewer, onward=onward)]
    return tuple({(ref.kind, ref.id): ref for ref in found}.values())
