"""Reminders of steps: once a day, to those who asked, each once."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.core.clock import today
from smallplaces.core.jobs import Progress
from smallplaces.core.mail import Mail, MailDownError, Outcome, Postbox, is_on, outer
from smallplaces.core.models import Job
from smallplaces.core.refusals import RefusedError
from smallplaces.steps.models import Reminder

REMINDER_JOB = "step_reminders"


def remind_those_who_asked(job: Job, progress: Progress) -> str:  # noqa: ARG001  (one kind of work like another)
    """Sends each reminder whose days have come. Its day is kept before the hand-over, so that none goes twice."""
    if not is_on():
        return _("This site sends no mail.")
    due = [one for one in _waiting() if _is_time(one)]
    sent = 0
    with Postbox() as box:
        for number, one in enumerate(due):
            progress.step(number, len(due))
            sent += _send(box, one)
    return ngettext("%(count)d reminder went out.", "%(count)d reminders went out.", sent) % {"count": sent}


def _waiting() -> QuerySet[Reminder]:
    """Those of open steps, for people who are still in the group and have an address."""
    rows = Reminder.objects.filter(
        sent_on=None,
        step__on="",
        step__dropped_on=None,
        step__due_latest__isnull=False,
        account__is_active=True,
        account__memberships__group=F("step__group"),
        account__memberships__until=None,
    )
    return rows.exclude(account__email="").select_related("step__group__place", "account").order_by("pk")


def _is_time(reminder: Reminder) -> bool:
    last = reminder.step.due_latest
    day = today(reminder.step.group.place.zone)
    return last is not None and last - dt.timedelta(days=reminder.days_before) <= day <= last


def _send(box: Postbox, reminder: Reminder) -> bool:
    try:
        box.open()
    except MailDownError as error:
        raise RefusedError(_("The mail server does not answer.")) from error
    row = Reminder.objects.filter(pk=reminder.pk)
    with transaction.atomic(durable=True):
        if not row.filter(sent_on=None).update(sent_on=today(reminder.step.group.place.zone)):
            return False
    outcome = box.hand_over(_mail(reminder))
    if outcome is Outcome.LATER:
        row.update(sent_on=None)
    return outcome is Outcome.SENT


def _mail(reminder: Reminder) -> Mail:
    step = reminder.step
    lines = [
        _("You asked us to remind you."),
        step.text,
        _("Who: %(who)s") % {"who": step.who},
        _("By when: %(day)s") % {"day": step.due_date},
        outer(reverse("desk:step", args=[step.pk])),
    ]
    subject = _("By %(day)s: a step of %(group)s") % {"day": step.due_date, "group": step.group.name}
    return Mail(
        reminder.account.email,
        subject,
        "\n\n".join(lines) + "\n",
        f"reminder {reminder.pk}",
        sender=step.group.name,
        lang=step.lang,
    )
