"""Writes about letters: write, send, stop, go on, and what nobody knows for sure."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import now, today
from smallplaces.core.jobs import ENDED, ask_to_stop, is_silent
from smallplaces.core.mail import require_mail
from smallplaces.core.models.jobs import JobState
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.tasks import start_job
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.letters.enums import AddressState, LetterState, SendingState
from smallplaces.letters.models import Address, Letter, Sending
from smallplaces.letters.policies import may_send_letter, may_stop_letter, may_write_letter
from smallplaces.letters.queries import LETTER_JOB, job_of
from smallplaces.meetings.lines import language, words_within

A_WHILE = dt.timedelta(minutes=10)
SUBJECT_MOST, TEXT_MOST = 150, 20_000


def _facts(*, subject: str, text: str, lang: str) -> dict[str, str]:
    return {
        "subject": words_within(subject, SUBJECT_MOST, field="subject"),
        "text": words_within(text, TEXT_MOST, field="text", lines=True),
        "lang": language(lang),
    }


def write_letter(group: Group, *, subject: str, text: str, lang: str = "en", by: Viewer) -> Letter:
    """Writes a letter; it goes nowhere yet, and only the group reads it. Raises NotAllowedError, RefusedError."""
    require(may_write_letter(by, group), _("Letters are written by people of the group, once it is open."))
    facts = _facts(subject=subject, text=text, lang=lang)
    with transaction.atomic():
        letter = Letter.objects.create(group=group, made_on=today(group.place.zone), **facts)
        audit.record("written", letter, by=by, fields=list(facts))
    return letter


def change_letter(letter: Letter, *, subject: str, text: str, lang: str, by: Viewer) -> Letter:
    """Puts a letter right while it is not sent. Raises NotAllowedError, RefusedError."""
    require(may_write_letter(by, letter.group), _("Letters are written by people of the group, once it is open."))
    facts = _facts(subject=subject, text=text, lang=lang)
    with transaction.atomic():
        if not Letter.objects.filter(pk=letter.pk, state=LetterState.DRAFT).update(**facts):
            raise RefusedError(_("This letter is on its way or gone. Write a new one."))
        audit.record("changed", letter, by=by, fields=list(facts))
    return letter


def remove_letter(letter: Letter, *, by: Viewer) -> None:
    """Removes a letter that is not on its way. Raises NotAllowedError, RefusedError."""
    require(may_write_letter(by, letter.group), _("Letters are written by people of the group, once it is open."))
    with transaction.atomic():
        gone = Letter.objects.filter(pk=letter.pk).exclude(state=LetterState.SENDING).delete()[0]
        if not gone:
            raise RefusedError(_("This letter is on its way. Stop it first."))
        audit.record("removed", letter, by=by)


def send_letter(letter: Letter, *, by: Viewer) -> int:
    """Sends a letter to every address that said yes. Pressed twice it goes once. Returns to how many. Raises RefusedError."""
    require(may_send_letter(by, letter.group), _("Only holders of an open group send its letters."))
    require_mail()
    with transaction.atomic():
        emails = Address.objects.filter(group_id=letter.group_id, state=AddressState.CONFIRMED)
        ids = list(emails.values_list("pk", flat=True))
        if not ids:
            raise RefusedError(_("No address has said yes yet. There is nobody to send this to."))
        if not Letter.objects.filter(pk=letter.pk, state=LetterState.DRAFT).update(state=LetterState.SENDING):
            raise RefusedError(_("This letter is on its way or gone already. It is not sent again."))
        Sending.objects.bulk_create((Sending(letter=letter, address_id=pk) for pk in ids), batch_size=200)
        audit.record("sent", letter, by=by)
        start_job(LETTER_JOB, thing_id=letter.pk, group_id=letter.group_id)
    return len(ids)


def stop_letter(letter: Letter, *, by: Viewer) -> None:
    """Stops a letter on its way: what was handed over is gone, the rest stays here. Raises RefusedError."""
    require(may_stop_letter(by, letter.group), _("People of the group stop its letters."))
    with transaction.atomic():
        if not Letter.objects.filter(pk=letter.pk, state=LetterState.SENDING).update(state=LetterState.STOPPED):
            raise RefusedError(_("This letter is not on its way."))
        audit.record("stopped", letter, by=by)
    job = job_of(letter.pk)
    if job is not None:
        ask_to_stop(job)


def go_on(letter: Letter, *, by: Viewer) -> None:
    """Goes on with a letter that stopped, or whose work ended before its end. Raises RefusedError."""
    require(may_send_letter(by, letter.group), _("Only holders of an open group send its letters."))
    require_mail()
    with transaction.atomic():
        rows = Letter.objects.filter(pk=letter.pk, state__in=[LetterState.STOPPED, LetterState.SENDING])
        if _at_work(letter) or not rows.update(state=LetterState.SENDING):
            raise RefusedError(_("There is nothing to go on with: it is on its way, or gone."))
        audit.record("went_on", letter, by=by)
        start_job(LETTER_JOB, thing_id=letter.pk, group_id=letter.group_id)


def send_unsure_again(letter: Letter, *, by: Viewer) -> None:
    """Hands the letter over to the addresses of which nobody knows. A person decides this; some may get it twice."""
    require(may_send_letter(by, letter.group), _("Only holders of an open group send its letters."))
    require_mail()
    with transaction.atomic():
        if _at_work(letter) or not _unsure(letter).update(state=SendingState.WAITING):
            raise RefusedError(_("There is nothing to send again."))
        Letter.objects.filter(pk=letter.pk).update(state=LetterState.SENDING)
        audit.record("sent_again", letter, by=by)
        start_job(LETTER_JOB, thing_id=letter.pk, group_id=letter.group_id)


def leave_unsure(letter: Letter, *, by: Viewer) -> None:
    """Leaves it at not knowing: the rows go, their number stays. Raises RefusedError."""
    require(may_send_letter(by, letter.group), _("Only holders of an open group send its letters."))
    with transaction.atomic():
        if _at_work(letter):
            raise RefusedError(_("Wait until the work on this letter has ended."))
        gone = _unsure(letter).delete()[0]
        Letter.objects.filter(pk=letter.pk).update(unsure=F("unsure") + gone)
        audit.record("let_go", letter, by=by)


def _unsure(letter: Letter) -> QuerySet[Sending]:
    return Sending.objects.filter(letter=letter, state=SendingState.HANDING)


def _at_work(letter: Letter) -> bool:
    """Whether somebody may be handing letters over at this moment. Work that fell silent is taken up by itself."""
    job = job_of(letter.pk)
    if job is None or job.state in ENDED:
        return False
    # A person need not wait for work that died: nothing is handed over twice, whoever takes it up.
    if is_silent(job) or (job.state == JobState.WAITING and job.made_at < now() - A_WHILE):
        job.state = JobState.STOPPED
        job.save(update_fields=["state"])
        return False
    return True
