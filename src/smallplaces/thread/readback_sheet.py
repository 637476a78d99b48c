"""The sheet that goes back to a room: what it said, what was made of each sentence, and what came of that."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from smallplaces.commitments.queries import PromiseLine, promise_lines, promises_visible_to
from smallplaces.core import ends
from smallplaces.core.enums import Visibility
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.meetings.queries import MeetingLine, RoomPage, SentenceLine, next_meeting, room_page
from smallplaces.steps.lines import StepLine
from smallplaces.steps.queries import steps_for
from smallplaces.thread.named import Key, named
from smallplaces.thread.refs import Ref

# Its report is told already.
NOT_TOLD = frozenset({"edition"})


@dataclass(frozen=True, kw_only=True)
class SaidAndMade:
    """One sentence of the room with what was made of it, as far as the viewer may know."""

    sentence: SentenceLine
    made: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True)
class ReadBackSheet:
    """Everything for one sheet. `promises` and `steps` are what came of what was made."""

    room: RoomPage
    said: tuple[SaidAndMade, ...]
    promises: tuple[PromiseLine, ...]
    steps: tuple[StepLine, ...]
    next: MeetingLine | None

    @property
    def used(self) -> tuple[SaidAndMade, ...]:
        """The sentences of which something was made."""
        return tuple(one for one in self.said if one.made)

    @property
    def waiting(self) -> tuple[SaidAndMade, ...]:
        """Those of which nothing was made so far."""
        return tuple(one for one in self.said if not one.made)


def readback_sheet(room_id: str, *, viewer: Viewer) -> ReadBackSheet:
    """The sheet for one room. About thirty queries, however long it is. Raises NotVisibleError.

    From the desk it tells what was made of these words before that goes out, for that is what reading back is for.
    Steps, promises and the next meeting are on it only when everybody may read them: a sheet of paper stays in the room.
    """
    room = room_page(room_id, viewer=viewer)
    sentences = [one for one in room.sentences if not one.taken_back]
    used: dict[str, list[Key]] = defaultdict(list)
    for end in ends.uses_of("sentence", [one.id for one in sentences]):
        key = (end.kind, end.thing_id)
        if end.kind not in NOT_TOLD and key not in used[end.of_id]:
            used[end.of_id].append(key)
    refs = named([key for keys in used.values() for key in keys], viewer=viewer)
    shown = {key: ref for key, ref in refs.items() if not ref.taken_back}
    promises, steps = _came_of(shown, viewer)
    return ReadBackSheet(
        room=room,
        said=tuple(
            SaidAndMade(sentence=one, made=tuple(shown[key] for key in used[one.id] if key in shown))
            for one in sentences
        ),
        promises=promises,
        steps=steps,
        next=next_meeting(viewer=ANYBODY, group_id=room.group_id),
    )


def _came_of(refs: dict[Key, Ref], viewer: Viewer) -> tuple[tuple[PromiseLine, ...], tuple[StepLine, ...]]:
    demands = [pk for kind, pk in refs if kind == "demand"]
    issues = [pk for kind, pk in refs if kind == "issue"]
    if not demands and not issues:
        return (), ()
    seen = promises_visible_to(viewer)
    tied = seen.filter(answers_to__demand_id__in=demands).values("pk")
    bearing = seen.filter(bears_on__issue_id__in=issues).values("pk")
    rows = seen.filter(pk__in=tied) | seen.filter(pk__in=bearing)
    promises = promise_lines(rows.distinct().order_by("due_latest", "proposed_on", "id"), viewer=viewer)
    steps = steps_for(issue_ids=issues, demand_ids=demands, promise_ids=[one.id for one in promises], viewer=viewer)
    return (
        tuple(one for one in promises if not one.private),
        tuple(one for one in steps if one.dropped_on is None and one.visibility == Visibility.PUBLIC),
    )
