"""Handing letters over in the background: never twice, whatever is killed when.

A row is marked HANDING, and that is committed, before the server hears of it; SENT, REFUSED or LATER after its answer. A row
that a run finds in HANDING was left by one that died, or by a line that broke in the middle: nobody knows whether it went,
so it is not touched. Only a person sends to it again (docs/decisions/0027).
"""

from __future__ import annotations

import datetime as dt
import time

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.core.clock import now, today
from smallplaces.core.jobs import Progress, StoppedError
from smallplaces.core.mail import MailDownError, Outcome, Postbox, is_on
from smallplaces.core.models import Job
from smallplaces.core.models.jobs import JobState
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.tasks import start_job
from smallplaces.groups.enums import GroupState, Role
from smallplaces.groups.models import Membership
from smallplaces.letters.actions import forget_held, forget_unconfirmed
from smallplaces.letters.composing import letter_mail, message_mail, yes_mail
from smallplaces.letters.enums import AddressState, LetterState, SendingState
from smallplaces.letters.models import Address, Letter, Message, Sending
from smallplaces.letters.queries import LETTER_JOB

YES_JOB = "addresses_asked"
# Between two runs for one letter; the last pause stays.
PAUSES = [dt.timedelta(minutes=minutes) for minutes in (2, 5, 15, 60, 240)]
TRIES_MOST = 5
IN_A_ROW = 20
STEP_SECONDS = 2
OLD = dt.timedelta(days=30)
TO_DO = [SendingState.WAITING, SendingState.LATER]


def hand_over_letter(job: Job, progress: Progress) -> str:
    """Hands a letter over to every address that waits for it, and says how far it came."""
    letter = Letter.objects.select_related("group__place").filter(pk=job.thing_id).first()
    if letter is None:
        raise NotVisibleError(job.thing_id)
    _still_wanted(letter.pk)
    ids = list(
        Sending.objects.filter(letter=letter, state__in=TO_DO).order_by("tries", "pk").values_list("pk", flat=True)
    )
    with Postbox() as box:
        stopped_short = _through(box, letter, ids, job, progress)
    return _end_run(letter, stopped_short)


def _through(box: Postbox, letter: Letter, ids: list[str], job: Job, progress: Progress) -> str:
    """Hands over one after another; returns why it stopped before the end, if it did."""
    of, not_taken, told, further = len(ids), 0, float("-inf"), False
    for number, pk in enumerate(ids):
        if time.monotonic() - told > STEP_SECONDS:
            progress.step(number, of)
            told = time.monotonic()
        try:
            box.open()
        except MailDownError:
            return _("The mail server does not answer.")
        row = _claim(pk)
        if row is None:
            _still_wanted(letter.pk)
            continue
        outcome = box.hand_over(letter_mail(letter, row.address))
        _settle(row, outcome)
        if outcome is Outcome.SENT and not further:
            # It came further than the run before, so a kill from now on is the first one again.
            Job.objects.filter(pk=job.pk).update(tries=1)
            further = True
        not_taken = 0 if outcome in {Outcome.SENT, Outcome.REFUSED} else not_taken + 1
        if not_taken >= IN_A_ROW:
            return _("The mail server takes no letters from us at present.")
    progress.step(of, of)
    return ""


def _still_wanted(letter_id: str) -> None:
    """Raises StoppedError where somebody stopped it. A group that was closed meanwhile writes to nobody any more."""
    on_its_way = Letter.objects.filter(pk=letter_id, state=LetterState.SENDING)
    on_its_way.exclude(group__state=GroupState.OPEN).update(state=LetterState.STOPPED)
    if not on_its_way.exists():
        raise StoppedError


def _claim(pk: str) -> Sending | None:
    """Marks one row as being handed over and commits; None where it is not to be sent any more, or another run took it."""
    with transaction.atomic(durable=True):
        rows = Sending.objects.filter(
            pk=pk,
            state__in=TO_DO,
            letter__state=LetterState.SENDING,
            letter__group__state=GroupState.OPEN,
            address__state=AddressState.CONFIRMED,
        )
        if not rows.update(state=SendingState.HANDING, tries=F("tries") + 1):
            return None
        return Sending.objects.select_related("address").filter(pk=pk).first()


def _settle(row: Sending, outcome: Outcome) -> None:
    """Writes down how a hand-over went. What is not known stays in HANDING."""
    if outcome is Outcome.UNKNOWN:
        return
    state = {Outcome.SENT: SendingState.SENT, Outcome.REFUSED: SendingState.REFUSED}.get(outcome, SendingState.LATER)
    if state == SendingState.LATER and row.tries >= TRIES_MOST:
        state = SendingState.REFUSED
    with transaction.atomic(durable=True):
        Sending.objects.filter(pk=row.pk, state=SendingState.HANDING).update(state=state)
        if outcome is Outcome.REFUSED:
            Address.objects.filter(pk=row.address_id).update(state=AddressState.CAME_BACK)


def _end_run(letter: Letter, why: str) -> str:
    """Keeps the counts and removes the rows once nothing waits; else says what waits, and that it is tried again."""
    rows = Sending.objects.filter(letter=letter)
    with transaction.atomic():
        # Whoever left or came back meanwhile gets none.
        rows.filter(state__in=TO_DO).exclude(address__state=AddressState.CONFIRMED).delete()
        waiting = rows.filter(state__in=TO_DO).count()
        if not waiting:
            return _finish(letter)
    words = ngettext(
        "%(count)d letter waits and is tried again by itself.",
        "%(count)d letters wait and are tried again by themselves.",
        waiting,
    )
    return f"{why} {words % {'count': waiting}}".strip()


def _finish(letter: Letter) -> str:
    rows = Sending.objects.filter(letter=letter)
    sent, refused = (rows.filter(state=state).count() for state in (SendingState.SENT, SendingState.REFUSED))
    rows.exclude(state=SendingState.HANDING).delete()
    Letter.objects.filter(pk=letter.pk, state=LetterState.SENDING).update(
        state=LetterState.SENT,
        sent_on=today(letter.group.place.zone),
        sent=F("sent") + sent,
        refused=F("refused") + refused,
    )
    return ngettext("It went out to %(count)d address.", "It went out to %(count)d addresses.", sent) % {"count": sent}


def look_after_letters() -> None:
    """Once a minute: goes on with letters whose pause is over, and with letters that ask for a yes.

    Work that failed is not begun again by itself: a person looks first. What was killed is taken up by `core.tasks`.
    """
    if not is_on():
        return
    for letter in Letter.objects.filter(state=LetterState.SENDING):
        jobs = list(Job.objects.filter(kind=LETTER_JOB, thing_id=letter.pk).order_by("-made_at", "-pk"))
        if jobs and jobs[0].state == JobState.DONE and _rested(jobs[0], len(jobs)):
            start_job(LETTER_JOB, thing_id=letter.pk, group_id=letter.group_id)
    if _to_ask().exists():
        jobs = list(Job.objects.filter(kind=YES_JOB, made_at__gt=now() - dt.timedelta(hours=1)).order_by("-made_at"))
        busy = any(one.state in {JobState.WAITING, JobState.RUNNING} for one in jobs)
        if not busy and (not jobs or jobs[0].state == JobState.DONE or _rested(jobs[0], len(jobs))):
            start_job(YES_JOB)


def _rested(job: Job, runs: int) -> bool:
    pause = PAUSES[min(runs, len(PAUSES)) - 1]
    return (job.heartbeat or job.made_at) + pause <= now()


def _to_ask() -> QuerySet[Address]:
    return Address.objects.filter(state=AddressState.WAITING, written_on=None, group__state=GroupState.OPEN)


def ask_for_yes(job: Job, progress: Progress) -> str:  # noqa: ARG001  (one kind of work like another)
    """Writes the one letter to each address that has not said yes. Marked before it is handed over, so that none gets two."""
    rows = list(_to_ask().select_related("group__place").order_by("asked_on", "pk"))
    later = 0
    with Postbox() as box:
        for number, row in enumerate(rows):
            progress.step(number, len(rows))
            later += _ask(box, row) is Outcome.LATER
    if later:
        raise RefusedError(_("The mail server did not take all of them. It is tried again."))
    return ngettext("%(count)d address was asked.", "%(count)d addresses were asked.", len(rows)) % {"count": len(rows)}


def _ask(box: Postbox, row: Address) -> Outcome | None:
    _connect(box)
    waiting = Address.objects.filter(pk=row.pk, state=AddressState.WAITING)
    with transaction.atomic(durable=True):
        if not waiting.filter(written_on=None).update(written_on=today(row.group.place.zone)):
            return None
    outcome = box.hand_over(yes_mail(row, row.group))
    if outcome is Outcome.LATER:
        waiting.update(written_on=None)
    elif outcome is Outcome.REFUSED:
        waiting.delete()
    return outcome


def _connect(box: Postbox) -> None:
    """Raises RefusedError, so that the work says why it ended."""
    try:
        box.open()
    except MailDownError as error:
        raise RefusedError(_("The mail server does not answer.")) from error


def tell_holders(job: Job, progress: Progress) -> str:
    """Tells the holders who have an e-mail address that a message waits; its words stay on the desk."""
    message = Message.objects.select_related("group").filter(pk=job.thing_id).first()
    if message is None:
        raise NotVisibleError(job.thing_id)
    holders = Membership.objects.filter(
        group_id=message.group_id, role=Role.HOLDER, until__isnull=True, account__is_active=True
    )
    told = holders.exclude(account__email="").values_list("account_id", "account__email")
    with Postbox() as box:
        for number, (account_id, email) in enumerate(told):
            progress.step(number, len(told))
            _connect(box)
            box.hand_over(message_mail(email, message.group, f"message {message.pk} {account_id}"))
    return ngettext("%(count)d holder was told.", "%(count)d holders were told.", len(told)) % {"count": len(told)}


def forget_what_is_over() -> None:
    """In the daily sweep: addresses that never said yes, messages held back too long, and who was sent what."""
    forget_unconfirmed()
    forget_held()
    before = today() - OLD
    for letter in Letter.objects.filter(state=LetterState.SENT, sent_on__lt=before, sendings__isnull=False).distinct():
        _close(letter)
    for letter in Letter.objects.filter(
        state=LetterState.STOPPED, made_on__lt=before, sendings__isnull=False
    ).distinct():
        _close(letter)


def _close(letter: Letter) -> None:
    """A letter that nobody went on with: its numbers stay, the rows go."""
    rows = Sending.objects.filter(letter=letter)
    with transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(
            sent=F("sent") + rows.filter(state=SendingState.SENT).count(),
            refused=F("refused") + rows.filter(state=SendingState.REFUSED).count(),
            unsure=F("unsure") + rows.filter(state=SendingState.HANDING).count(),
        )
        rows.delete()
