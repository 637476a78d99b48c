"""A found place as the component `place_line.html` reads it: two of one name are told apart."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from smallplaces.places.countries import country_called
from smallplaces.places.queries import FoundPlace


@dataclass(frozen=True)
class PlaceLine:
    """A line: the name, what it is, what it is part of and its country."""

    slug: str
    name: str
    lang: str
    url: str
    kind: str
    country: str
    groups: str = ""


def place_line(place: FoundPlace, lang: str) -> PlaceLine:
    """The line of a place, its country named in the screen's language."""
    country = country_called(place.country, lang, place.country_name)
    within = _("%(parent)s, %(country)s") % {"parent": place.parent_name, "country": country}
    return PlaceLine(
        slug=place.slug,
        name=place.name,
        lang=place.lang,
        url=reverse("public:place", args=[place.slug]),
        kind=_("%(kind)s, made up") % {"kind": place.kind} if place.fictional else place.kind,
        country=within if place.parent_name else country,
    )
