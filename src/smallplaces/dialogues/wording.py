"""What people answered, in words that everybody may read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from smallplaces.engines.disclosure import HARDLY, NEARLY, SafeRow

HALF = 50


def in_words(row: SafeRow) -> str:
    """ "most agree: about 70 % of about 250 people", and its likes."""
    if row.people is None or row.agree is None or row.disagree is None:
        return _("fewer than 10 people answered")
    told = {"people": row.people, "agree": row.agree, "disagree": row.disagree}
    if row.agree == NEARLY:
        return _("nearly everybody agrees, of about %(people)d people") % told
    if row.disagree == NEARLY:
        return _("nearly everybody disagrees, of about %(people)d people") % told
    if row.agree > HALF:
        return _("most agree: about %(agree)d %% of about %(people)d people") % told
    if row.disagree > HALF:
        return _("most disagree: about %(disagree)d %% of about %(people)d people") % told
    parts = {"agree": share(row.agree), "disagree": share(row.disagree), "people": row.people}
    return _("people differ: %(agree)s agree, %(disagree)s disagree, of about %(people)d people") % parts


def rest_in_words(row: SafeRow) -> str:
    """The shares that `in_words` does not tell; nothing where too few people answered."""
    if row.agree is None or row.disagree is None:
        return ""
    told = {"agree": share(row.agree), "disagree": share(row.disagree), "passed": share(row.passed)}
    if row.agree > HALF:
        return _("disagree: %(disagree)s; passed: %(passed)s") % told
    if row.disagree > HALF:
        return _("agree: %(agree)s; passed: %(passed)s") % told
    return _("passed: %(passed)s") % told


def share(value: int | None) -> str:
    """One share: "about 45 %", "hardly anybody", "nearly everybody"; a dash where nothing is told."""
    if value is None:
        return "–"
    if value in {HARDLY, NEARLY}:
        return _("hardly anybody") if value == HARDLY else _("nearly everybody")
    return _("about %(share)d %%") % {"share": value}
