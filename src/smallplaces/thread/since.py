"""What came of a room since it met, for the sheet on which its next meeting reads it: what anybody may know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smallplaces.commitments.queries import demands_from_sentences
from smallplaces.core.viewers import ANYBODY
from smallplaces.issues.queries import issues_using_sentences
from smallplaces.meetings.queries import readbacks_of_rooms
from smallplaces.steps.queries import steps_for

# What fits on the sheet, of each kind.
MOST = {"issue": 2, "demand": 2, "done": 3, "read_back": 1}


@dataclass(frozen=True)
class Came:
    """One thing that came of a room: an issue, a demand, a step done, a read-back. `kind` says which."""

    kind: str
    text: str
    lang: str
    dir: str
    on: str = ""


def came_of(room_id: str, sentence_ids: Sequence[str]) -> tuple[Came, ...]:
    """What was made of these sentences of a room, and when it heard of it. About a dozen queries, however much it is."""
    issues = {use.issue.id: use.issue for use in issues_using_sentences(sentence_ids, viewer=ANYBODY)}
    demands = demands_from_sentences(sentence_ids, viewer=ANYBODY)
    steps = steps_for(issue_ids=list(issues), demand_ids=[one.id for one in demands], viewer=ANYBODY)
    told = readbacks_of_rooms([room_id], viewer=ANYBODY).get(room_id, [])
    found = [
        *[Came("issue", one.text, one.lang, one.dir) for one in issues.values()],
        *[Came("demand", one.text, one.lang, one.dir) for one in demands],
        *[Came("done", one.came_of_it or one.text, one.lang, one.dir, one.done_words) for one in steps if one.done_on],
        *[Came("read_back", one.what or one.text, one.lang, one.dir, one.on.isoformat()) for one in told],
    ]
    return tuple(_few(found))


def _few(found: Iterable[Came]) -> Iterable[Came]:
    """The first of each kind. Words that were taken back left an empty line behind."""
    left = dict(MOST)
    for one in found:
        if one.text and left[one.kind]:
            left[one.kind] -= 1
            yield one
