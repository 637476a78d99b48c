"""How an issue stands, in one line that a tired person can read."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.commitments.queries import DemandLine, PromiseLine


def in_words(number: int) -> str:
    """A small number as people say it; larger ones in figures."""
    words = (
        _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"),
    )  # fmt: skip
    return words[number] if 0 <= number < len(words) else str(number)


def state_line(demands: Sequence[DemandLine], promises: Sequence[PromiseLine]) -> str:
    """What was asked, and how the promises stand. Silence comes before everything else that could be said of them."""
    parts = [one for one in (_asked(demands), _promised(promises)) if one]
    if not parts:
        return _("Nothing asked yet: who would carry this?")
    line = "; ".join(parts)
    return f"{line[:1].upper()}{line[1:]}."


def _asked(demands: Sequence[DemandLine]) -> str:
    out = [one for one in demands if one.state in {"asked", "won"} and not one.taken_back]
    parties = [party for one in out for party in one.on_whom]
    bodies = len({party.id for party in parties if not party.ours})
    if bodies:
        words = ngettext("asked of %(count)s body", "asked of %(count)s bodies", bodies) % {"count": in_words(bodies)}
        return _("%(asked)s, and of ourselves") % {"asked": words} if any(one.ours for one in parties) else words
    if parties:
        return _("asked of ourselves")
    return _("a demand is being talked over") if any(one.state == "talked" for one in demands) else ""


def _promised(promises: Sequence[PromiseLine]) -> str:
    silent = [one for one in promises if one.silent]
    if silent:
        days = max(one.days_past for one in silent)
        return ngettext(
            "%(count)s promise %(days)d days past its date",
            "%(count)s promises past their date, the longest by %(days)d days",
            len(silent),
        ) % {"count": in_words(len(silent)), "days": days}
    if len(promises) == 1:
        return _one(promises[0])
    kept = sum(1 for one in promises if one.we and one.we[-1].judgement == "kept")
    if not promises:
        return ""
    return _("%(count)s promises, of which we say kept: %(kept)s") % {
        "count": in_words(len(promises)),
        "kept": in_words(kept),
    }


def _one(promise: PromiseLine) -> str:
    whose = _("one promise of our own") if promise.ours else _("one promise")
    if promise.we:
        return _("%(promise)s: we say %(words)s") % {"promise": whose, "words": promise.we[-1].words}
    if promise.they:
        return _("%(promise)s: they say %(words)s") % {"promise": whose, "words": promise.they.words}
    return whose
