"""Countries in the screen's language, and their time zones. Names are the reader's; the two letters are kept."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# What the list of names holds beside countries: groups of them, and letters kept for other uses.
NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
FICTION = "XC"


@cache
def _names(lang: str) -> dict[str, str]:
    try:
        locale = Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return {
        code: name
        for code, name in locale.territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    }


def countries(lang: str) -> list[tuple[str, str]]:
    """Two letters and name of each country, in the order of the names."""
    return sorted(_names(lang).items(), key=lambda pair: pair[1])


def country_called(code: str, lang: str, own_name: str = "") -> str:
    """A country's name: the one that the place gives, else the language's, else its letters."""
    return own_name or _names(lang).get(code, code)


@cache
def _zones() -> dict[str, str]:
    known = available_timezones()
    return {zone: country for zone, country in get_global("zone_territories").items() if zone in known}


def zones() -> list[str]:
    """Every time zone that belongs to a country, and UTC."""
    return sorted({*_zones(), "UTC"})


def zones_of(country: str) -> list[str]:
    """The time zones of a country."""
    return sorted(zone for zone, its in _zones().items() if its == country)


def only_zone_of(country: str) -> str:
    """The time zone of a country that has only one; nothing where it has several or none."""
    found = zones_of(country)
    return found[0] if len(found) == 1 else ""
