"""What is claimed about a place, fact by fact, each with its sources side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from smallplaces.places.enums import Designation
from smallplaces.thread.lines import ClaimHere, PlacePage
from smallplaces.web.promising import source


@dataclass(frozen=True)
class FactShown:
    """One fact: what it is about, whether its sources differ, and what each of them says."""

    words: str
    differ: bool
    claims: list[dict[str, Any]]


def facts_shown(page: PlacePage) -> list[FactShown]:
    """The facts that stand, in the order of their kinds. What only repeats the heading of the page is left out."""
    standing = [one for one in page.claims if one.shown != "replaced" and not _repeats(one, page)]
    return [
        FactShown(
            words=claims[0].field_words,
            differ=any(one.shown == "disputed" for one in claims),
            claims=[claim_shown(one) for one in sorted(claims, key=lambda one: (one.on, one.text))],
        )
        for claims in ([*its] for _field, its in groupby(standing, key=lambda one: one.field))
    ]


def claim_shown(one: ClaimHere) -> dict[str, Any]:
    """A claim with its source; a word of a closed list is said in the screen's language."""
    of_list = one.value in Designation.values
    words = str(Designation(one.value).label) if of_list else one.text
    return {"line": one, "words": words, "own_words": of_list, "source": source(one.source)}


def _repeats(one: ClaimHere, page: PlacePage) -> bool:
    return (
        not one.waits
        and one.shown == "shown"
        and ((one.field == "name" and one.text == page.name) or (one.field == "kind" and bool(one.value)))
    )
