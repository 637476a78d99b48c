"""Reminders: once, to whoever asked, for steps that are open, in the days before they are due."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail as outbox

from smallplaces.core import daily
from smallplaces.core.clock import fixed
from smallplaces.core.jobs import run_here
from smallplaces.core.mail import NO_MAIL
from smallplaces.groups.models import Membership
from smallplaces.steps.models import Reminder
from smallplaces.steps.tasks import REMINDER_JOB
from tests.factories.groups import make_account, make_group, make_membership
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db
DUE = dt.date(2026, 3, 10)


@pytest.fixture
def reminder() -> Reminder:
    """Somebody of the group wants a letter two days before the tenth of March."""
    group = make_group()
    with fixed(dt.date(2026, 3, 1)):
        step = make_step(group, due=DUE.isoformat(), who="the phone chain", text="Ask for the readings")
    account = make_account(email="ana@example.org")
    make_membership(group, account)
    return Reminder.objects.create(step=step, account=account, days_before=2)


def look(day: int) -> int:
    """The daily work on a day of March; how many letters there are after it."""
    with fixed(dt.date(2026, 3, day)):
        assert run_here(REMINDER_JOB).state == "done"
    return len(outbox.outbox)


def test_it_goes_once_in_its_days(reminder: Reminder) -> None:
    assert [look(day) for day in (7, 8, 9, 10)] == [0, 1, 1, 1]
    (letter,) = outbox.outbox
    assert letter.to == ["ana@example.org"]
    for words in ("the phone chain", "Ask for the readings", "10 March 2026", f"/our-work/steps/{reminder.step_id}/"):
        assert words in letter.body


def test_a_day_that_passed_is_not_reminded_of(reminder: Reminder) -> None:
    assert look(11) == 0


@pytest.mark.parametrize("what", ["done", "dropped", "left", "no_address", "closed_account"])
def test_what_is_over_is_not_reminded_of(reminder: Reminder, what: str) -> None:
    step, account = reminder.step, reminder.account
    if what == "done":
        step.on, step.on_earliest, step.on_latest = "2026-03-05", dt.date(2026, 3, 5), dt.date(2026, 3, 5)
    elif what == "dropped":
        step.dropped_on = DUE
    elif what == "left":
        Membership.objects.filter(account=account).update(until=DUE)
    elif what == "no_address":
        account.email = ""
    else:
        account.is_active = False
    step.save()
    account.save()
    assert look(9) == 0


def test_without_mail_nothing_is_marked_as_sent(reminder: Reminder, settings) -> None:
    settings.EMAIL_BACKEND = NO_MAIL
    assert look(9) == 0
    reminder.refresh_from_db()
    assert reminder.sent_on is None


def test_a_server_that_is_down_is_tried_the_next_day(reminder: Reminder, settings) -> None:
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "smallplaces.core.mail.Smtp", "127.0.0.1", 1
    with fixed(dt.date(2026, 3, 8)):
        assert "does not answer" in run_here(REMINDER_JOB).sentence
    settings.EMAIL_BACKEND = backend
    assert look(9) == 1


def test_the_server_begins_it_once_a_day() -> None:
    assert REMINDER_JOB in daily.kinds()
