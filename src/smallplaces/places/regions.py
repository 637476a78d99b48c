"""Regions of the world, and the time zone of a country or of a part of it, from `registry/regions.csv` and `zones.csv`.

The regions are those of the United Nations' list M49, with the Americas in two. They sort places, and say nothing else.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

FOLDER = Path(__file__).parent / "registry"
# Slug -> what is shown; the order is that of the list of regions.
REGIONS = {
    "africa": _("Africa"),
    "asia": _("Asia"),
    "europe": _("Europe"),
    "latin-america-and-the-caribbean": _("Latin America and the Caribbean"),
    "north-america": _("North America"),
    "oceania": _("Oceania"),
}


@cache
def _countries() -> dict[str, tuple[str, str]]:
    with (FOLDER / "regions.csv").open(encoding="utf-8", newline="") as lines:
        return {row["country"]: (row["region"], row["zone"]) for row in csv.DictReader(lines)}


@cache
def _parts() -> dict[str, str]:
    with (FOLDER / "zones.csv").open(encoding="utf-8", newline="") as lines:
        return {row["admin1"]: row["zone"] for row in csv.DictReader(lines)}


def region_of(country: str) -> str:
    """The slug of a country's region; "" for letters that are no country's."""
    return _countries().get(country, ("", ""))[0]


def countries_of(region: str) -> list[str]:
    """The two letters of each country of a region."""
    return [country for country, (its, _zone) in _countries().items() if its == region]


def zone_for(country: str, part: str = "") -> str:
    """The time zone of a part of a country (ISO 3166-2, as "US-WA"), else the one where most of its people live, else ""."""
    return _parts().get(part) or _countries().get(country, ("", ""))[1]
