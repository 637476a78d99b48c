"""Writes about what people write to a group. Their words stand here and nowhere else."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit, epoch
from smallplaces.core.clock import today
from smallplaces.core.mail import is_on
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.residue import leave_no_trace
from smallplaces.core.tasks import start_job
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.letters.advertising import looks_like_advertising
from smallplaces.letters.enums import MessageState
from smallplaces.letters.models import Message
from smallplaces.letters.policies import may_read_messages, takes_mail
from smallplaces.meetings.lines import language, words_within

MESSAGE_JOB = "message_waits"
TEXT_MOST, REPLY_MOST = 5000, 300
HELD_FOR = dt.timedelta(days=30)


def write_to_group(group: Group, *, text: str, reply_to: str = "", lang: str = "en", odd: bool = False) -> Message:
    """Keeps what somebody wrote to a group. What is `odd` or looks like advertising is held back, for people to look at.

    No audit row: nothing but the day tells when somebody wrote. Raises RefusedError.
    """
    if not takes_mail(group):
        raise RefusedError(_("This group takes no messages now."))
    facts = {
        "text": words_within(text, TEXT_MOST, field="text", lines=True),
        "reply_to": words_within(reply_to, REPLY_MOST, field="reply_to", empty=True),
        "lang": language(lang),
    }
    held = odd or looks_like_advertising(facts["text"], facts["reply_to"])
    state = MessageState.HELD if held else MessageState.ARRIVED
    day = today(group.place.zone)
    with transaction.atomic():
        # One letter a day tells the holders, however many write.
        first = not Message.objects.filter(group=group, on=day, state=MessageState.ARRIVED).exists()
        row = Message.objects.create(group=group, on=day, state=state, **facts)
        epoch.count_up()
        if first and not held and is_on():
            start_job(MESSAGE_JOB, thing_id=row.pk, group_id=group.pk)
    return row


def _settle(row: Message, state: str, by: Viewer) -> None:
    require(may_read_messages(by, row.group), _("People of the group answer its messages."))
    with transaction.atomic():
        row.state = state
        row.answered_on = today(row.group.place.zone) if state == MessageState.ANSWERED else None
        row.save(update_fields=["state", "answered_on"])
        audit.record("state_set", row, by=by, fields=["state"])


def note_answered(row: Message, *, by: Viewer) -> None:
    """Somebody of the group answered."""
    _settle(row, MessageState.ANSWERED, by)


def note_waiting(row: Message, *, by: Viewer) -> None:
    """It is no advertising, or it was not answered after all: it waits for an answer."""
    _settle(row, MessageState.ARRIVED, by)


def remove_message(row: Message, *, by: Viewer) -> None:
    """Removes a message whole, because it is done with, or because its writer wishes so."""
    require(may_read_messages(by, row.group), _("People of the group answer its messages."))
    with transaction.atomic():
        audit.record("removed", row, by=by)
        row.delete()
        transaction.on_commit(leave_no_trace)


def forget_held() -> int:
    """Removes what was held back for thirty days and nobody wanted. Returns how many."""
    return Message.objects.filter(state=MessageState.HELD, on__lt=today() - HELD_FOR).delete()[0]
