"""How an article, principle, goal or target is called on screen, and how a text stands somewhere."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from smallplaces.norms.enums import Bond, NormKind
from smallplaces.norms.queries.standing import Standing

DECLARATION = "udhr"


def called(norm_kind: str, number: str) -> str:
    """ "Article 11", "Principle 3", "Goal 1", "Target 1.1"."""
    if norm_kind == NormKind.GOALS:
        return (_("Target %(number)s") if "." in number else _("Goal %(number)s")) % {"number": number}
    words = _("Principle %(number)s") if norm_kind == NormKind.PRINCIPLES else _("Article %(number)s")
    return words % {"number": number}


def provision_url(norm_slug: str, number: str) -> str:
    """The page of an article; the Universal Declaration has its own, in all of its languages."""
    if norm_slug == DECLARATION and number.isascii() and number.isdigit():
        return reverse("public:declaration", args=[int(number)])
    return reverse("public:provision", args=[norm_slug, number])


def stands(standing: Standing) -> dict[str, Any]:
    """A standing as templates show it: the words, why, and its source with its day."""
    return {
        "words": standing.words,
        "why": standing.why,
        "binds": standing.bond == Bond.BINDS,
        "source": standing.source,
        "checked": standing.checked,
        "note": standing.note,
    }
