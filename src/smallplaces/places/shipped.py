"""The registry as it ships: its lists read into checked values. No row is guessed; a wrong one is named by its line."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import TypeVar

from django.utils.translation import gettext as _

from smallplaces.core.dates import is_partial_date
from smallplaces.core.refusals import RefusedError
from smallplaces.core.words import TAG
from smallplaces.places.enums import KIND_OF_MILESTONE, KIND_OF_PLACE, ClaimField, ClaimStanding, Designation
from smallplaces.places.regions import FOLDER, region_of

# What the lists call the papers that they were begun from.
PAPERS = {
    "0": "The Human Rights Cities Movement: A Brief History",
    "2": "What Are Human Rights Cities?",
    "3": "the page of the National Human Rights City Alliance",
    "4": "the workshop report of 27 July 2018",
}
SEED = re.compile(r"\bseed (\d)(?: \([^)]*\))?", re.IGNORECASE)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Row = Mapping[str, str]
Lists = Mapping[str, Sequence[Row]]
Made = TypeVar("Made")


@dataclass(frozen=True)
class PlaceRow:
    """One place of the registry, and the text by which it is there."""

    slug: str
    name: str
    admin1: str
    country: str
    lat: str
    lon: str
    kind: str
    designation: str
    date: str
    instrument_kind: str
    instrument_title: str
    adopting_body: str
    number: str
    source: str
    notes: str


@dataclass(frozen=True)
class ClaimRow:
    """What a row of places cannot say: other names, words for its kind, what sources do not agree on."""

    place_slug: str
    field: str
    text: str
    lang: str
    on: str
    source: str
    standing: str
    note: str


@dataclass(frozen=True)
class MilestoneRow:
    """A day in the history of a place, or of the movement where it has none."""

    place_slug: str
    date: str
    kind: str
    title: str
    summary: str
    source: str


@dataclass(frozen=True)
class ParentRow:
    """What a place is part of: a place of the registry, or a name alone."""

    place_slug: str
    parent_slug: str
    parent_name: str
    source: str


@dataclass(frozen=True)
class Registry:
    """All four lists, checked."""

    places: tuple[PlaceRow, ...]
    claims: tuple[ClaimRow, ...]
    milestones: tuple[MilestoneRow, ...]
    parents: tuple[ParentRow, ...]


COLUMNS = {
    name: [one.name for one in fields(kind)]
    for name, kind in (
        ("places", PlaceRow),
        ("claims", ClaimRow),
        ("milestones", MilestoneRow),
        ("parents", ParentRow),
    )
}


@cache
def lists() -> Lists:
    """The rows of the lists as they lie in the package."""
    found = {}
    for name in COLUMNS:
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            found[name] = list(csv.DictReader(lines))
    return found


def read(rows: Lists | None = None) -> Registry:
    """The shipped registry, or one of other rows, whole. Raises RefusedError with the list and line that is wrong."""
    rows = lists() if rows is None else rows
    places = tuple(_rows("places", rows["places"], PlaceRow, _wrong_with_place))
    slugs = {one.slug for one in places}
    if len(slugs) < len(places):
        raise RefusedError(_("places.csv has an address twice. Nothing was brought in."))

    def elsewhere(row: Row) -> str:
        known = row["place_slug"] in slugs or ("kind" in row and not row["place_slug"])
        return "" if known else _("no place has the address “%s”") % row["place_slug"]

    return Registry(
        places,
        tuple(_rows("claims", rows["claims"], ClaimRow, lambda row: elsewhere(row) or _wrong_with_claim(row))),
        tuple(_rows("milestones", rows["milestones"], MilestoneRow, lambda row: elsewhere(row) or _wrong_day(row))),
        tuple(_rows("parents", rows["parents"], ParentRow, elsewhere)),
    )


def part_of(slug: str) -> ParentRow | None:
    """What the registry says a place is part of."""
    return next((ParentRow(**_clean(row)) for row in lists()["parents"] if row["place_slug"] == slug), None)


def named(words: str) -> str:
    """Words of the lists with the papers under their names."""
    return SEED.sub(lambda found: f"“{PAPERS.get(found[1], found[0])}”", words)


def _clean(row: Row) -> dict[str, str]:
    clean = {name: named(value.strip()) for name, value in row.items()}
    return clean | {"source": clean["source"].strip("“”")}


def _rows(name: str, rows: Sequence[Row], make: Callable[..., Made], wrong: Callable[[Row], str]) -> Iterator[Made]:
    for line, row in enumerate(rows, start=2):
        if set(row) != set(COLUMNS[name]) or None in row.values():
            columns = ",".join(COLUMNS[name])
            _refuse(name, line, _("its columns are not %(columns)s") % {"columns": columns})
        values = _clean(row)
        reason = wrong(values) if values["source"] else _("it names no source")
        if reason:
            _refuse(name, line, reason)
        yield make(**values)


def _refuse(name: str, line: int, reason: str) -> None:
    raise RefusedError(
        _("%(list)s.csv, line %(line)s: %(reason)s. Nothing was brought in.")
        % {"list": name, "line": line, "reason": reason}
    )


def _unknown(what: str) -> str:
    return _("“%(what)s” is not known here") % {"what": what[:60]}


def _wrong_with_place(row: Row) -> str:
    checks = [
        (row["slug"], SLUG.fullmatch(row["slug"])),
        (row["name"], row["name"] and len(row["name"]) <= 200),
        (row["country"], region_of(row["country"])),
        (row["kind"], row["kind"] in KIND_OF_PLACE),
        (row["designation"], row["designation"] in {"", *Designation.values}),
        (row["date"], not row["date"] or is_partial_date(row["date"])),
        (f"{row['lat']}, {row['lon']}", _is_point(row["lat"], row["lon"])),
    ]
    return next((_unknown(what) for what, is_right in checks if not is_right), "")


def _is_point(lat: str, lon: str) -> bool:
    if not lat and not lon:
        return True
    try:
        return abs(float(lat)) <= 90 and abs(float(lon)) <= 180
    except ValueError:
        return False


def _wrong_with_claim(row: Row) -> str:
    checks = [
        (row["field"], row["field"] in ClaimField.values),
        (row["standing"], row["standing"] in ClaimStanding.values),
        (row["lang"], TAG.fullmatch(row["lang"])),
        (row["on"], not row["on"] or is_partial_date(row["on"])),
        (row["text"], row["text"]),
    ]
    return next((_unknown(what) for what, is_right in checks if not is_right), "")


def _wrong_day(row: Row) -> str:
    checks = [
        (row["kind"], row["kind"] in KIND_OF_MILESTONE),
        (row["date"], is_partial_date(row["date"])),
        (row["title"], row["title"] and len(row["title"]) <= 300),
    ]
    return next((_unknown(what) for what, is_right in checks if not is_right), "")
