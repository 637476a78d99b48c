"""What one place took up from another, and what came of it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.models import Act, Borrowing, Clause
from smallplaces.core import audit
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer


def borrow(
    act: Act,
    clause: Clause,
    *,
    by: Viewer,
    changed: str = "",
    text: str = "",
    lang: str = "en",
    told_on: dt.date | None = None,
) -> Borrowing:
    """Says that an act was made after a clause of another: what was changed, and what came of it (`text`)."""
    require(policies.may_change_act(act, by), _("Only people who know the place that took it up can say so."))
    if clause.version.act_id == act.pk:
        raise RefusedError(_("A text cannot be taken from itself."), field="clause")
    if act.borrowed.filter(clause=clause).exists():
        raise RefusedError(_("It is written down already that this was taken from there."), field="clause")
    with transaction.atomic():
        row = Borrowing.objects.create(act=act, clause=clause, changed=changed, text=text, lang=lang, told_on=told_on)
        audit.record("made", row, by=by, group_id=act.group_id or "")
    return row


def tell_what_came(borrowing: Borrowing, *, text: str, told_on: dt.date, by: Viewer, lang: str = "en") -> Borrowing:
    """Writes what came of something borrowed, failure included."""
    require(policies.may_change_act(borrowing.act, by), _("Only people who know the place that took it up can say so."))
    with transaction.atomic():
        borrowing.text, borrowing.told_on, borrowing.lang = text, told_on, lang
        borrowing.save(update_fields=["text", "told_on", "lang"])
        audit.record("told", borrowing, by=by, fields=["text", "told_on"], group_id=borrowing.act.group_id or "")
    return borrowing
