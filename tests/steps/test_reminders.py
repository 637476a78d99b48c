"""Letters before a step is due: asked for by people of the group, gone once."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core import clock
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Account, Membership
from smallplaces.groups.queries import viewer_of
from smallplaces.steps.actions import drop_step, finish_step, mark_reminded, remind, remind_no_more
from smallplaces.steps.models import Reminder, Step
from smallplaces.steps.queries import is_reminded, reminders_due
from tests.factories.core import DAY
from tests.factories.groups import make_account, make_group, make_membership, make_viewer
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def somebody(step: Step, **fields: str) -> Viewer:
    """A member of the step's group with an address."""
    account = make_account(**{"email": "a@example.org"} | fields)
    make_membership(step.group, account)
    return viewer_of(account)


@pytest.fixture
def step() -> Step:
    """To be done within a fortnight."""
    return make_step(make_group(), due="2026-03-15")


def due(day: int) -> list[str]:
    """To whom a letter goes on a day of March."""
    return [one.email for one in reminders_due(dt.date(2026, 3, day))]


def test_reminder_is_kept_once_and_comes_two_days_before(step: Step) -> None:
    by = somebody(step)
    with clock.fixed(DAY):
        assert remind(step, by=by) == remind(step, by=by)

    assert (due(12), due(13), due(15), due(16)) == ([], ["a@example.org"], ["a@example.org"], [])
    assert is_reminded(step.pk, viewer=by)


def test_letter_goes_once(step: Step) -> None:
    with clock.fixed(DAY):
        reminder = remind(step, by=somebody(step))

    assert [mark_reminded(reminder.pk), mark_reminded(reminder.pk)] == [True, False]
    assert due(14) == []


def test_whoever_asked_can_stop_it_for_themselves_alone(step: Step) -> None:
    one, other = somebody(step), somebody(step, email="b@example.org")
    with clock.fixed(DAY):
        remind(step, by=one)
        remind(step, by=other)

    remind_no_more(step, by=one)

    assert due(14) == ["b@example.org"]


def test_without_an_address_or_a_day_nothing_is_promised(step: Step) -> None:
    with clock.fixed(DAY):
        with pytest.raises(RefusedError, match="e-mail"):
            remind(step, by=somebody(step, email=""))
        for other in (make_step(step.group), make_step(step.group, due="2026-02")):
            with pytest.raises(RefusedError):
                remind(other, by=somebody(step))
        with pytest.raises(NotAllowedError):
            remind(step, by=make_viewer(email="c@example.org"))
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("end", ["done", "dropped", "left", "closed"])
def test_nobody_is_reminded_of_what_is_over(step: Step, end: str) -> None:
    by = somebody(step)
    with clock.fixed(DAY):
        remind(step, by=by)
        if end == "done":
            finish_step(step, on="2026-02", came_of_it="it", by=by)
        elif end == "dropped":
            drop_step(step, by=by)
        elif end == "left":
            Membership.objects.filter(account_id=by.account_id).update(until=DAY)
        else:
            Account.objects.filter(pk=by.account_id).update(is_active=False)

    assert due(14) == []
