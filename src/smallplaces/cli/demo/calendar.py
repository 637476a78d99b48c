"""What stands in the calendar of Osier Bend beside the circles: a committee, 10 December, trainings, a convening."""

from __future__ import annotations

import datetime as dt

from smallplaces.cli.demo.cast import Stage
from smallplaces.cli.demo.evening import ASKED_FIRST, COUNCIL_FIRST, COUNCIL_PLAN, FIRST
from smallplaces.cli.demo.wall import picture
from smallplaces.core.clock import fixed
from smallplaces.issues import actions as issues
from smallplaces.issues.actions.ranking import RankDraft
from smallplaces.meetings import actions as meetings

TWO_WEEKS = dt.timedelta(days=14)


def fill_the_calendar(stage: Stage) -> None:
    """Meetings that come again, and those that taught somebody something."""
    by = stage.by["laundry"]
    # After the Thursday that everybody is invited to, so that a member's eye falls on that one first.
    monday = stage.today + dt.timedelta(days=14 - stage.today.weekday())
    with fixed(stage.today):
        meetings.start_series(
            stage.laundry, rule="monthly", count=6, text="The committee of thirteen seats", on=monday, kind="committee",
            starts=dt.time(18, 30), ends=dt.time(20, 0), where="Union hall, upstairs", lang="en", spoken="English, Spanish",
            childcare=True, visibility="private", by=by,
        )  # fmt: skip
        meetings.start_series(
            stage.laundry, rule="yearly", count=2, text="10 December: we read the home report aloud", article=25,
            on=_rights_day(stage.today), kind="rights_day", starts=dt.time(17, 0), where="Chapel kitchen", lang="en",
            spoken="English, Spanish, Arabic", childcare=True, food=True, visibility="public", by=by,
        )  # fmt: skip
    _trainings(stage)
    _convening(stage)


def _rights_day(today: dt.date) -> dt.date:
    """The next 10 December that leaves room for the Thursday before it."""
    this_year = dt.date(today.year, 12, 10)
    return this_year if this_year > today + TWO_WEEKS else this_year.replace(year=today.year + 1)


def _trainings(stage: Stage) -> None:
    by = stage.by["laundry"]
    for days, text, audience, side, body, count in (
        (140, "What a water bill says", "clerks of the counter", "for", "company", 9),
        (75, "Who rides after eleven", "planners of the timetable", "for", "buses", 5),
        (60, "Reading a lease", "neighbours of Tanner Row", "by", "", 14),
    ):
        on = stage.ago(days)
        with fixed(on):
            meeting = meetings.call_meeting(
                stage.laundry, text=text, on=on, where="Clinic, the Thursday table", kind="training", lang="en",
                visibility="public", by=by,
            )  # fmt: skip
            meetings.describe_training(meeting, audience=audience, side=side, body=stage.bodies.get(body), by=by)
            meetings.count_heads(meeting.room, head_count=count, by=by)
            if body:
                meetings.release_head_count(meeting.room, by=by)


def _convening(stage: Stage) -> None:
    on = stage.ago(45)
    with fixed(on):
        meeting = meetings.call_meeting(
            stage.laundry, text="After the flood: who comes back?", on=on, where="School hall of Low Marsh",
            kind="convening", lang="en", agenda="Arrive and eat. Two rooms tell what they did. What did not work. Who asks whom.",
            visibility="public", by=stage.by["laundry"],
        )  # fmt: skip
        meetings.change_meeting(
            meeting,
            outcomes="Three words on the bill are explained now; the counter keeps the sheet. The pump rule of Low Marsh was read aloud, with why it failed.",
            follow_up="We ask again after the next flood season.",
            by=stage.by["laundry"],
        )


def say_what_comes_first(stage: Stage) -> None:
    """The chapel kitchen puts its issues in an order; beside it stands what the council's plan puts first."""
    by, room = stage.by["laundry"], stage.made["sentence", "cut"].room
    with fixed(stage.ago(409)):
        caption = "The tree of causes, on brown paper"
        meetings.add_photo(room.meeting, picture=picture(), faces_looked_at=True, caption=caption, by=by)
    with fixed(stage.ago(355)):
        order = issues.rank_issues(
            room,
            drafts=[RankDraft(stage.made["issue", key], marks=dots) for key, dots in FIRST],
            method="dots",
            asked_first=True,
            asked_first_words=ASKED_FIRST,
            on=stage.ago(355),
            visibility="public",
            by=by,
        )
        for place, (text, key) in enumerate(COUNCIL_FIRST, start=1):
            issues.add_priority(
                order, body=stage.bodies["council"], position=place, text=text, source=COUNCIL_PLAN, lang="en",
                issue=stage.made["issue", key] if key else None, by=by,
            )  # fmt: skip
