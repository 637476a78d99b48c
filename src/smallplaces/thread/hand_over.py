"""One page for whoever carries on: what we work on, what we promised, who is owed an answer, what is next, the keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from smallplaces.commitments.enums import DemandState
from smallplaces.commitments.queries import (
    PromiseLine,
    Ref,
    acts_visible_to,
    demands_of_issues,
    demands_visible_to,
    promise_lines,
    promises_of_issues,
    promises_visible_to,
    signers_waiting,
)
from smallplaces.commitments.queries.beside import answers_beside
from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import decisions_of
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.queries import issues_of_group
from smallplaces.letters.queries import messages_waiting
from smallplaces.meetings.queries import MeetingLine, RoomLine, next_meetings, rooms_not_read_back
from smallplaces.steps.lines import StepLine
from smallplaces.steps.queries import open_steps_of_group, steps_for
from smallplaces.thread.quiet import quiet_since
from smallplaces.thread.states import state_line

if TYPE_CHECKING:
    from smallplaces.groups.models import Decision, Group

One = TypeVar("One")
# So many of each fit one sheet, on its two sides.
MOST = {"issues": 6, "promises": 5, "rooms": 4, "answers": 3, "signers": 3, "meetings": 3, "steps": 6, "reviews": 3}


@dataclass(frozen=True)
class Few(Generic[One]):
    """The first of a list, and how many more there are."""

    items: tuple[One, ...]
    more: int


def few(name: str, rows: Sequence[One]) -> Few[One]:
    """As many as there is room for on the page."""
    return Few(tuple(rows[: MOST[name]]), max(0, len(rows) - MOST[name]))


@dataclass(frozen=True)
class WorkedOn:
    """An issue, and how it stands."""

    issue: IssueLine
    state: str


@dataclass(frozen=True)
class Unanswered:
    """A body answered a demand of ours, and nothing of ours followed."""

    demand_id: str
    text: str
    lang: str
    dir: str
    who: str
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """Everything for the page. `messages` counts those that wait for an answer; `reviews` are decisions with a day."""

    issues: Few[WorkedOn]
    promises: Few[PromiseLine]
    rooms: Few[RoomLine]
    messages: int
    answers: Few[Unanswered]
    signers: Few[Ref]
    meetings: Few[MeetingLine]
    steps: Few[StepLine]
    reviews: Few[Decision]
    keys_note: str
    quiet_since: dt.date | None

    @property
    def owes(self) -> bool:
        """Whether anybody waits for an answer."""
        return bool(self.rooms.items or self.messages or self.answers.items or self.signers.items)

    @property
    def has_next(self) -> bool:
        """Whether anything is planned."""
        return bool(self.meetings.items or self.steps.items or self.reviews.items)


def hand_over(group: Group, *, viewer: Viewer) -> HandOver:
    """For a group's own people, who have been looked at by the caller. The number of queries does not grow."""
    pk = group.pk
    promises = promises_visible_to(viewer).filter(group_id=pk).order_by("due_latest", "proposed_on", "id")
    waiting = [one.messages for one in messages_waiting(viewer) if one.group_id == pk]
    return HandOver(
        issues=few("issues", _worked_on(pk, viewer)),
        promises=few("promises", promise_lines(promises, viewer=viewer)),
        rooms=few("rooms", rooms_not_read_back(pk, viewer=viewer)),
        messages=sum(waiting),
        answers=few("answers", _unanswered(pk, viewer)),
        signers=few("signers", _signers(pk, viewer)),
        meetings=few("meetings", next_meetings(viewer=viewer, group_id=pk, most=20)),
        steps=few("steps", open_steps_of_group(pk, viewer=viewer)),
        reviews=few("reviews", _reviews(group, viewer)),
        keys_note=group.keys_note,
        quiet_since=quiet_since(group),
    )


def _worked_on(group_id: str, viewer: Viewer) -> list[WorkedOn]:
    issues = [one for one in issues_of_group(group_id, viewer=viewer) if one.state == "open" and not one.taken_back]
    ids = [one.id for one in issues]
    demands, promises = demands_of_issues(ids, viewer=viewer), promises_of_issues(ids, viewer=viewer)
    return [WorkedOn(one, state_line(demands[one.id], promises[one.id])) for one in issues]


def _unanswered(group_id: str, viewer: Viewer) -> list[Unanswered]:
    """Answers to demands that we still ask, after which we planned no step for that demand."""
    rows = demands_visible_to(viewer).filter(group_id=group_id, state=DemandState.ASKED, taken_back_on=None)
    demands = {one.pk: one for one in rows}
    answers = answers_beside(list(demands), viewer=viewer)
    planned: dict[str, dt.date] = {}
    for step in steps_for(demand_ids=list(answers), viewer=viewer):
        if step.group_id != group_id:
            continue
        planned[step.for_id] = max(step.made_on, planned.get(step.for_id, step.made_on))
    last = [(demands[pk], lines[-1]) for pk, lines in answers.items()]
    return [
        Unanswered(demand.pk, demand.text, demand.lang, demand.dir, answer.who.name, answer.on)
        for demand, answer in sorted(last, key=lambda pair: (pair[1].on, pair[0].pk))
        if demand.pk not in planned or planned[demand.pk] < answer.on
    ]


def _signers(group_id: str, viewer: Viewer) -> list[Ref]:
    ours = {
        *demands_visible_to(viewer).filter(group_id=group_id).values_list("pk", flat=True),
        *acts_visible_to(viewer).filter(group_id=group_id).values_list("pk", flat=True),
    }
    return [one for one in signers_waiting(viewer) if one.id in ours]


def _reviews(group: Group, viewer: Viewer) -> list[Decision]:
    """Decisions that wait to be looked at again, the soonest first, those past their day included."""
    decisions = decisions_of(group, viewer=viewer)
    followed = {one.follows_id for one in decisions}
    waiting = [one for one in decisions if one.review_on and one.pk not in followed]
    return sorted(waiting, key=lambda one: (one.review_on or today(), one.pk))
