"""One page for whoever carries on, and which groups have gone silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from smallplaces.core import clock
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.models import Group
from smallplaces.steps.actions import drop_step
from smallplaces.thread.hand_over import HandOver, hand_over
from smallplaces.thread.quiet import QUIET_DAYS, quiet_for_stewards, quiet_groups, quiet_since
from tests.factories.commitments import make_answer, make_our_word, make_own_promise, make_public_demand
from tests.factories.core import DAY
from tests.factories.groups import make_decision, make_group
from tests.factories.issues import make_issue, make_public_issue
from tests.factories.meetings import inside, make_meeting, make_readback, make_sentence
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def group() -> Group:
    return make_group()


def page(group: Group) -> HandOver:
    return hand_over(group, viewer=inside(group))


def test_it_tells_what_we_work_on_and_how_it_stands(group: Group) -> None:
    issue = make_public_issue(group)
    make_public_demand(group, issue=issue, state="asked")
    hidden = make_issue()

    states = {one.issue.id: one.state for one in page(group).issues.items}
    assert states[issue.pk] == "Asked of one body."
    assert not states.keys() & {hidden.pk}


def test_it_tells_what_we_promised_and_our_own_word_on_it(group: Group) -> None:
    kept, silent = make_own_promise(group, text="We call"), make_own_promise(group, text="We watch")
    make_our_word(kept, group, judgement="not_kept")
    make_own_promise(text="Another group's")

    words = {one.text: [word.judgement for word in one.we] for one in page(group).promises.items}
    assert words == {"We call": ["not_kept"], silent.text: []}


def test_it_tells_who_is_owed_an_answer_and_then_no_more(group: Group) -> None:
    room = make_meeting(group, room_name="Kitchen").room
    make_sentence(room)
    assert [one.name for one in page(group).rooms.items] == ["Kitchen"]
    make_readback(room)
    assert not page(group).owes


def test_answer_of_a_body_waits_until_a_step_of_ours_follows(group: Group) -> None:
    demand = make_public_demand(group, state="asked")
    with clock.fixed(DAY):
        make_answer(demand)
    assert [one.demand_id for one in page(group).answers.items] == [demand.pk]

    make_step(demand=demand, visibility="public")
    assert len(page(group).answers.items) == 1
    make_step(group, demand=demand)
    assert page(group).answers.items == ()


def test_it_tells_what_is_next(group: Group) -> None:
    today = dt.datetime.now(dt.UTC).date()
    make_meeting(group, on=today + dt.timedelta(days=3), text="Next circle")
    make_meeting(group, on=today - dt.timedelta(days=3), text="Last circle")
    make_step(group, text="Ask the office")
    drop_step(make_step(group, text="Given up"), by=inside(group))
    old = make_decision(group, text="Old rule", review_on=DAY)
    make_decision(group, text="New rule", review_on=DAY + dt.timedelta(days=400), follows=old)

    its = page(group)
    assert [one.text for one in its.meetings.items] == ["Next circle"]
    assert [one.text for one in its.steps.items] == ["Ask the office"]
    assert [one.text for one in its.reviews.items] == ["New rule"]


def test_a_long_list_ends_with_how_many_more_there_are(group: Group) -> None:
    for number in range(9):
        make_step(group, text=f"Step {number}")
    steps = page(group).steps
    assert (len(steps.items), steps.more) == (6, 3)


@pytest.fixture
def steward() -> Viewer:
    return replace(ANYBODY, is_steward=True)


def on(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def test_group_is_quiet_from_the_ninetieth_day_without_work(group: Group, steward: Viewer) -> None:
    for days, expected in ((QUIET_DAYS - 1, None), (QUIET_DAYS, DAY)):
        with clock.fixed(on(days)):
            assert quiet_since(group) == expected
            assert len(quiet_groups(inside(group))) == len(quiet_for_stewards(steward)) == (expected is not None)


@pytest.mark.parametrize("work", ["step", "meeting", "sentence", "readback", "coming"])
def test_work_of_any_kind_breaks_the_silence(group: Group, work: str) -> None:
    with clock.fixed(on(50)):
        if work == "step":
            make_step(group)
        elif work == "coming":
            make_meeting(group, on=on(300))
        else:
            room = make_meeting(group, on=on(50)).room
            if work == "sentence":
                make_sentence(room)
            if work == "readback":
                make_readback(room)
    with clock.fixed(on(139)):
        assert quiet_since(group) is None
    with clock.fixed(on(200)):
        assert quiet_since(group) == (None if work == "coming" else on(50))


def test_only_its_own_people_and_stewards_hear_of_it(group: Group) -> None:
    with clock.fixed(on(400)):
        assert quiet_groups(inside(make_group(opened_on=on(399)))) == []
        assert quiet_for_stewards(inside(group)) == quiet_for_stewards(ANYBODY) == []


def test_group_that_is_not_open_is_not_called_quiet(steward: Viewer) -> None:
    make_group(state="closed")
    with clock.fixed(on(400)):
        assert quiet_for_stewards(steward) == []
