"""What a season is counted from: each app's own answer, put together for one group."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smallplaces.commitments.queries import demands_of_issues, promises_of_issues
from smallplaces.commitments.queries import season as commitments
from smallplaces.core.consent import given_between
from smallplaces.core.dates import PartialDate
from smallplaces.core.enums import MadeIn, Use
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import SeatState
from smallplaces.groups.seats import committee_desk
from smallplaces.groups.voices import HarmLine, harms_of
from smallplaces.meetings.queries import season as meetings
from smallplaces.reports.queries import sentences_sent_out
from smallplaces.steps.lines import StepLine
from smallplaces.steps.queries import steps_for, steps_of_group
from smallplaces.thread.season import counting
from smallplaces.thread.season.counting import Share, Used
from smallplaces.thread.season.quarter import Season

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

CIRCLE = "circle"
# What a room is asked about, for each sentence: to be counted, retold, quoted, reported, shared.
OFFERED = frozenset({Use.COUNTED, Use.PARAPHRASED, Use.QUOTED, Use.REPORTED, Use.SHARED})
SOON, AFTER, YEAR = 60, 90, 365


@dataclass(frozen=True, kw_only=True)
class Counts:
    """The numbers of one season. None of them is of a person."""

    met_again: Share
    first_on: dt.date | None
    third_on: dt.date | None
    read_back: Share
    days_until_heard: float | None
    typed_rooms: int
    typing_minutes: float | None
    our_word: Share
    after_the_vote: Share
    talked_over: Share
    seats: int
    seats_filled: int
    seats_kept: int
    failures: commitments.Failures
    let_go: int
    refusing: Share
    harms: tuple[HarmLine, ...]
    borrowed: Share


def counts_of(group: Group, season: Season, *, viewer: Viewer, today: dt.date) -> Counts:
    """Everything that can be counted for a group's own people. About thirty queries, however much there is."""
    days = (season.start, season.end)
    pk = group.pk
    seats = committee_desk(group.slug, viewer=viewer).page.seats
    filled = [one for one in seats if one.state == SeatState.FILLED]
    demands = commitments.demands_made_between(pk, days, viewer=viewer)
    steps = steps_of_group(pk, viewer=viewer)
    said = meetings.sentence_ids_of_group(pk, viewer=viewer)
    return Counts(
        **_rooms(pk, season, viewer, today),
        **_read_back(pk, season, viewer),
        our_word=counting.in_time(
            commitments.promises_and_our_word(pk, viewer=viewer), days=AFTER, season=season, today=today
        ),
        after_the_vote=counting.in_time(_texts_and_steps(pk, viewer), days=AFTER, season=season, today=today),
        talked_over=Share(sum(one != MadeIn.DESK for one in demands), len(demands)),
        seats=len(seats),
        seats_filled=len(filled),
        seats_kept=counting.kept_a_year((one.since for one in filled), on=min(season.end, today)),
        failures=commitments.failures_between(pk, days, viewer=viewer),
        let_go=sum(season.holds(one.dropped_on) for one in steps),
        refusing=counting.refusing(given_between("sentence", said, *days), OFFERED),
        harms=tuple(one for one in harms_of(group, viewer=viewer) if season.holds(one.on)),
        borrowed=counting.in_time(
            commitments.borrowed_and_told(pk, viewer=viewer), days=YEAR, season=season, today=today
        ),
    )


def _rooms(group_id: str, season: Season, viewer: Viewer, today: dt.date) -> dict[str, Any]:
    spoke = meetings.rooms_that_spoke(group_id, viewer=viewer)
    circles = [one.on for one in spoke if one.meeting_kind == CIRCLE]
    each = counting.each_with_next(circles)
    typed = [one.typing_minutes for one in spoke if season.holds(one.on) and one.typing_minutes]
    return {
        "met_again": counting.in_time(each, days=SOON, season=season, today=today),
        "first_on": each[0][0] if each else None,
        "third_on": each[2][0] if len(each) > 2 else None,
        "typed_rooms": len(typed),
        "typing_minutes": counting.middle(typed),
    }


def _read_back(group_id: str, season: Season, viewer: Viewer) -> dict[str, Any]:
    days = (season.start, season.end)
    sent = sentences_sent_out(group_id, *days, viewer=viewer)
    rooms = meetings.rooms_of_sentences([pk for pk, _on in sent])
    used = [Used(pk, rooms[pk], on) for pk, on in sent if pk in rooms]
    used += [Used(*one) for one in commitments.sentences_asked_between(group_id, days, viewer=viewer)]
    heard = meetings.days_heard({one.room_id for one in used})
    behind = {one.room_id for one in used}
    spoke = {one.room_id: one.on for one in meetings.rooms_that_spoke(group_id, viewer=viewer) if one.room_id in behind}
    return {
        "read_back": counting.read_back_first(used, heard),
        "days_until_heard": counting.middle(counting.days_until_heard(spoke, heard)),
    }


def _texts_and_steps(group_id: str, viewer: Viewer) -> list[tuple[dt.date, dt.date | None]]:
    """For each text that came to hold and each issue behind it: the day of the text, and of the first step after it."""
    passed = commitments.texts_passed(group_id, viewer=viewer)
    issue_ids = sorted({pk for one in passed for pk in one.issue_ids})
    worked = _days_of_work(issue_ids, viewer) if issue_ids else {}
    return [
        (one.on, min((day for day in worked.get(pk, ()) if day >= one.on), default=None))
        for one in passed
        for pk in one.issue_ids
    ]


def _days_of_work(issue_ids: list[str], viewer: Viewer) -> dict[str, list[dt.date]]:
    """On which days steps were planned or done for issues, directly or by a demand or a promise."""
    behind: dict[str, set[str]] = defaultdict(set)
    for pk in issue_ids:
        behind[pk].add(pk)
    demands = demands_of_issues(issue_ids, viewer=viewer)
    promises = promises_of_issues(issue_ids, viewer=viewer)
    for lines in (demands, promises):
        for pk, things in lines.items():
            for one in things:
                behind[one.id].add(pk)
    steps = steps_for(
        issue_ids=issue_ids,
        demand_ids=[one.id for these in demands.values() for one in these],
        promise_ids=[one.id for these in promises.values() for one in these],
        viewer=viewer,
    )
    found: dict[str, list[dt.date]] = defaultdict(list)
    for step in steps:
        for pk in behind[step.for_id]:
            found[pk] += _days_of(step)
    return found


def _days_of(step: StepLine) -> list[dt.date]:
    return [step.made_on, *([PartialDate(step.done_on).earliest] if step.done_on else [])]
