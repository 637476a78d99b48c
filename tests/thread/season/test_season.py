"""Each measure of a season, from records made by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from smallplaces.core import clock
from smallplaces.groups.actions import note_harm
from smallplaces.groups.models import Group
from smallplaces.meetings.actions import change_reach
from smallplaces.steps.actions import drop_step
from smallplaces.thread.season import Season, season_page
from smallplaces.thread.season.counting import Share
from smallplaces.thread.season.gathering import Counts, counts_of
from tests.factories import commitments as made
from tests.factories.groups import make_group
from tests.factories.issues import make_public_issue
from tests.factories.meetings import inside, make_meeting, make_readback, make_sentence
from tests.factories.places import make_body
from tests.factories.reports import make_citation, make_edition, make_paragraph, make_profile, make_report
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db
SPRING = Season(dt.date(2026, 4, 1))
LATER = dt.date(2027, 6, 1)


@pytest.fixture
def group() -> Group:
    return make_group()


def counted(group: Group, season: Season = SPRING, today: dt.date = LATER) -> Counts:
    return counts_of(group, season, viewer=inside(group), today=today)


def day(month: int, number: int = 1) -> dt.date:
    return dt.date(2026, month, number)


def circle(group: Group, on: dt.date, **fields: Any):
    """A circle that said something."""
    room = make_meeting(group, on=on, **fields).room
    with clock.fixed(on):
        make_sentence(room, reach="public")
    return room


def test_1_circles_that_meet_again(group: Group) -> None:
    for on in (day(2, 10), day(2, 20), day(4, 25)):
        circle(group, on)
    make_meeting(group, on=day(2, 25))
    circle(group, day(2, 26), kind="hearing")

    its = counted(group)
    assert (its.met_again, its.first_on, its.third_on) == (Share(1, 3), day(2, 10), day(4, 25))


def test_2_read_back_first_counts_what_was_handed_in_and_asked(group: Group) -> None:
    told, untold = circle(group, day(3, 1)), circle(group, day(3, 2))
    with clock.fixed(day(3, 11)):
        make_readback(told, on=day(3, 11))
    report = make_report(group, profile=make_profile(use="C3"))
    make_citation(make_paragraph(report), kind="sentence", thing=told.sentences.get())
    with clock.fixed(day(5)):
        make_edition(report, on=day(5))
    made.make_demand(group, sentences=[untold.sentences.get()], state="asked", asked_on=day(5, 2))

    its = counted(group)
    assert (its.read_back, its.days_until_heard) == (Share(1, 2), 10)
    assert counted(group, SPRING.after).read_back == Share(0, 0)


def test_3_typing_takes_the_middle_room(group: Group) -> None:
    for number, minutes in ((1, 4), (2, 9), (3, 30), (4, None)):
        room = circle(group, day(4, number))
        room.typing_minutes = minutes
        room.save()
    its = counted(group)
    assert (its.typed_rooms, its.typing_minutes) == (3, 9)


def test_4_our_word_beside_theirs(group: Group) -> None:
    body, issue = make_body(group.place), make_public_issue(group)
    for due, said in ((day(1, 20), day(3, 1)), (day(1, 21), None), (day(1, 22), day(9, 1)), (day(6, 20), None)):
        promise = made.make_promise(place=group.place, body=body, issues=[issue], due=due.isoformat(), by=inside(group))
        if said:
            with clock.fixed(said):
                made.make_our_word(promise, group, on=said)
    made.make_promise(place=group.place, body=body, due="2026-01-20", text="To somebody else")

    assert counted(group).our_word == Share(1, 3)


def test_5_work_after_the_vote(group: Group) -> None:
    body = make_body(group.place)
    for number, stepped in ((1, day(3, 1)), (2, day(8, 1)), (3, None)):
        issue = made.make_public_demand(group).issue
        demand = made.make_public_demand(group, issue=issue)
        act = made.make_act(
            place=group.place, body=body, on=day(1, 10 + number).isoformat(), status="adopted", title=f"Text {number}"
        )
        made.make_act_demand(act, demand)
        if stepped:
            with clock.fixed(stepped):
                make_step(group, issue=issue)

    assert counted(group).after_the_vote == Share(1, 3)


def test_6_where_demands_come_from(group: Group) -> None:
    for on, where in ((day(4, 2), "circle"), (day(5, 2), "committee"), (day(6, 2), "desk"), (day(7, 2), "desk")):
        with clock.fixed(on):
            made.make_demand(group, made_in=where)
    assert counted(group).talked_over == Share(2, 3)


def test_7_seats_filled_and_kept_a_year(group: Group) -> None:
    from smallplaces.groups.models import Seat

    for state, since in (("filled", dt.date(2025, 6, 1)), ("filled", day(5)), ("asked_twice", None)):
        Seat.objects.create(group=group, sector="youth", state=state, since=since, made_on=day(1))
    its = counted(group)
    assert (its.seats, its.seats_filled, its.seats_kept) == (3, 2, 1)


def test_8_failures_on_record_are_ours_too(group: Group) -> None:
    made.make_act(group, status="lapsed", on="2026-05-02")
    theirs, own = made.make_promise(place=group.place), made.make_own_promise(group)
    with clock.fixed(day(5, 3)):
        for promise in (theirs, own):
            made.make_our_word(promise, group, judgement="not_kept", on=day(5, 3))
        drop_step(make_step(group), by=inside(group))

    its = counted(group)
    assert (its.failures.texts, its.failures.theirs, its.failures.ours, its.let_go) == (1, 1, 1, 1)


def test_9_consent_that_refuses(group: Group) -> None:
    room = make_meeting(group, on=day(4, 5)).room
    with clock.fixed(day(4, 5)):
        kept = make_sentence(room, "Kept among us.")
        free = make_sentence(room, "Say it everywhere.", reach="public")
    assert kept.reach == "ours"
    with clock.fixed(day(4, 6)):
        change_reach(free, reach="public", uses=["C5", "C6"], by=inside(group))

    assert counted(group).refusing == Share(2, 3)


def test_10_harm_is_told_in_our_own_lines(group: Group) -> None:
    with clock.fixed(day(5, 9)):
        note_harm(group, kind="exposure", text="A name stood on a list.", on=day(5, 9), hours=3, by=inside(group))

    (harm,) = counted(group).harms
    page = season_page(group, SPRING, viewer=inside(group), today=LATER)
    assert harm.hours == 3
    assert "undone after 3 hours" in page.measures[9].text
    assert "A name stood" not in page.measures[9].text


def test_12_borrowed_and_told(group: Group) -> None:
    clause = made.make_clause(made.make_act(group, visibility="public"))
    year_before = dt.date(2025, 5, 2)
    for number, told in ((0, dt.date(2025, 12, 1)), (1, None)):
        other = made.make_act(on=(year_before + dt.timedelta(days=number)).isoformat(), title=f"Rule {number}")
        row = made.make_borrowing(act=other, clause=clause)
        row.told_on = told
        row.save()

    assert counted(group).borrowed == Share(1, 2)


def test_there_are_thirteen_and_what_cannot_be_counted_says_so(group: Group) -> None:
    page = season_page(group, SPRING, viewer=inside(group), today=LATER)

    assert [one.number for one in page.measures] == list(range(1, 14))
    assert [one.number for one in page.measures if not one.counted] == [11, 13]
    assert all(one.text and one.aim and one.how for one in page.measures)


def test_another_groups_season_is_its_own(group: Group) -> None:
    circle(make_group(place=group.place), day(4, 2))
    its = counted(group)
    assert (its.met_again, its.refusing, its.first_on) == (Share(0, 0), Share(0, 0), None)
