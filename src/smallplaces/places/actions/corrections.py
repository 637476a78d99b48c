"""What somebody says that a common record should say instead. Anybody may, with a source; people of the place decide."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.places.actions.standing import proposal
from smallplaces.places.correcting import Correctable, Fact, take_up
from smallplaces.places.models import Correction
from smallplaces.places.policies import may_accept

LONGEST_WHY = 1000


def propose_correction(
    thing: Correctable, *, field: str, text: str, source: str, lang: str = "en", why: str = "", by: Viewer
) -> Correction:
    """Says what a fact should say instead: taken up at once where the writer may decide, else waiting.

    Raises RefusedError.
    """
    words = _checked(thing, field, text, lang)
    if len(why) > LONGEST_WHY:
        raise RefusedError(_("Say why in at most 1,000 characters."), field="why")
    fact = thing.fact(field)
    with transaction.atomic():
        row = Correction.objects.create(
            place=thing.place,
            about=thing.about,
            thing_id=thing.id,
            field=field,
            before=fact.now if fact else "",
            text=words,
            lang=lang,
            why=why.strip(),
            **proposal(source, accepted=False, by=by),
        )
        audit.record("proposed", row, by=by)
        if may_accept(thing.place, by):
            accept_correction(row, by=by)
    return row


def _checked(thing: Correctable, field: str, text: str, lang: str) -> str:
    fact, words = thing.fact(field), text.strip()
    if fact is None:
        raise RefusedError(_("Choose from the list what is wrong."), field="field")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    _check_words(fact, words)
    same = Correction.objects.filter(about=thing.about, thing_id=thing.id, field=field, standing=Standing.PROPOSED)
    if words in same.values_list("text", flat=True):
        raise RefusedError(_("Somebody said so already. It waits until people who know the place look at it."))
    return words


def _check_words(fact: Fact, words: str) -> None:
    wrong = ""
    if not words:
        wrong = _("Write what it should say.")
    elif len(words) > fact.most:
        wrong = _("Say it in at most %(most)d characters.") % {"most": fact.most}
    elif words == fact.now:
        wrong = _("It says this already.")
    if wrong:
        raise RefusedError(wrong, field="text")
    if fact.check is not None:
        fact.check(words)


def accept_correction(row: Correction, *, beside: bool = False, by: Viewer) -> Correction:
    """Takes a correction up: the record says it now, and what it said before stays in sight. `beside` lets both stand.

    Raises NotAllowedError, RefusedError.
    """
    with transaction.atomic():
        _decide(row, Standing.ACCEPTED, by)
        take_up(row, beside=beside, by=by)
        audit.record("accepted", row, by=by)
    return row


def refuse_correction(row: Correction, *, by: Viewer) -> Correction:
    """Does not take a correction up. It is kept, and shown to nobody."""
    with transaction.atomic():
        _decide(row, Standing.REFUSED, by)
        audit.record("refused", row, by=by)
    return row


def _decide(row: Correction, standing: Standing, by: Viewer) -> None:
    """Decides once: of two people who press at the same time, one is told."""
    require(may_accept(row.place, by), _("Only people of a group here, or a steward, can say whether this is right."))
    accepted = standing == Standing.ACCEPTED
    row.standing, row.accepted_by_id = standing, by.account_id if accepted else ""
    row.accepted_on = today() if accepted else None
    waiting = Correction.objects.filter(pk=row.pk, standing=Standing.PROPOSED)
    if not waiting.update(standing=standing, accepted_by_id=row.accepted_by_id, accepted_on=row.accepted_on):
        raise RefusedError(_("Somebody decided on this meanwhile. Nothing was changed."))
