"""Names of places: the address made from one, and comparing without case or accents."""

from __future__ import annotations

import unicodedata
from itertools import chain, count

from django.utils.text import slugify

from smallplaces.places.models import Place

SLUG_LENGTH = 80
# Addresses that stand beside those of places.
TAKEN = frozenset({"add"})


def folded(text: str) -> str:
    """A text without case, accents and doubled blanks, to compare names that people type in their own way."""
    bare = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join("".join(bare).casefold().split())


def free_slug(name: str, kind: str, country: str) -> str:
    """An address for a place that nobody has: its name, then with its country, then with a number.

    A name in letters that an address cannot carry takes the place's kind instead.
    """
    base = slugify(name)[: SLUG_LENGTH - 8].strip("-") or slugify(kind)
    with_country = f"{base}-{country.lower()}"
    taken = TAKEN | set(Place.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    wishes = chain([base, with_country], (f"{with_country}-{number}" for number in count(2)))
    return next(wish for wish in wishes if wish not in taken)
