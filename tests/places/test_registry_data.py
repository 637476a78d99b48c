"""The registry's lists: every key known, every code and zone real, every name of the shared files told."""

from __future__ import annotations

import csv
import html
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from smallplaces.core.dates import is_partial_date
from smallplaces.core.words import TAG
from smallplaces.places.countries import countries
from smallplaces.places.enums import ClaimField, ClaimStanding
from smallplaces.places.regions import FOLDER, REGIONS, countries_of, region_of, zone_for
from smallplaces.places.states import state_code

MEMBERS = 193  # of the United Nations; with the Holy See and Palestine, which observe
# What the shared files call nobody's: an unknown State.
NOBODY = {"(Unknown)"}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def slugs() -> set[str]:
    return {row["slug"] for row in rows("places")}


def test_the_registry_is_whole() -> None:
    assert len(slugs()) == len(rows("places")) == 88
    assert len(rows("milestones")) == 95


@pytest.mark.parametrize("name", ["milestones", "claims", "parents"])
def test_every_row_is_of_a_place_that_is_there(name: str) -> None:
    assert {row["place_slug"] for row in rows(name)} - slugs() <= ({""} if name == "milestones" else set())


def test_claims_are_of_known_fields_in_a_language_with_a_source_and_a_date_that_exists() -> None:
    wrong = [
        row
        for row in rows("claims")
        if row["field"] not in ClaimField.values
        or row["standing"] not in ClaimStanding.values
        or not TAG.fullmatch(row["lang"])
        or not row["text"]
        or not row["source"]
        or (row["on"] and not is_partial_date(row["on"]))
    ]

    assert wrong == []


def test_what_is_disputed_is_said_at_least_twice() -> None:
    said: dict[tuple[str, str], int] = {}
    for row in rows("claims"):
        if row["standing"] == "disputed":
            said[row["place_slug"], row["field"]] = said.get((row["place_slug"], row["field"]), 0) + 1

    assert [key for key, times in said.items() if times < 2] == []
    assert {("seattle", "adopted"), ("utrecht", "coalition"), ("gwangju", "adopted")} <= set(said)


def test_no_claim_stands_twice() -> None:
    claims = [tuple(row.values()) for row in rows("claims")]

    assert sorted(set(claims)) == sorted(claims)


def test_a_part_has_one_whole_that_is_not_itself() -> None:
    parents = rows("parents")

    assert len({row["place_slug"] for row in parents}) == len(parents)
    assert {row["parent_slug"] for row in parents} - {""} <= slugs()
    assert [row for row in parents if bool(row["parent_slug"]) == bool(row["parent_name"])] == []
    assert [row for row in parents if row["place_slug"] == row["parent_slug"] or not row["source"]] == []


def test_every_country_has_a_region_that_the_atlas_knows_and_a_zone() -> None:
    listed = rows("regions")
    known = {code for code, _name in countries("en")}

    assert {row["country"] for row in listed} - known == set()
    assert {row["region"] for row in listed} == set(REGIONS)
    assert {row["region_name"] for row in listed} == {str(name) for name in REGIONS.values()}
    assert {row["zone"] for row in [*listed, *rows("zones")]} - available_timezones() == set()
    assert len({row["country"] for row in listed}) == len(listed)


def test_every_place_has_a_region_and_a_zone() -> None:
    places = rows("places")

    assert [row["slug"] for row in places if not region_of(row["country"])] == []
    assert [row["slug"] for row in places if not zone_for(row["country"], row["admin1"])] == []


@pytest.mark.parametrize(
    ("country", "part", "zone"),
    [
        ("US", "US-WA", "America/Los_Angeles"),
        ("US", "US-HI", "Pacific/Honolulu"),
        ("US", "", "America/New_York"),
        ("CA", "CA-AB", "America/Edmonton"),
        ("CI", "", "Africa/Abidjan"),
        ("XC", "", ""),
    ],
)
def test_zone_of_a_part_goes_before_that_of_its_country(country: str, part: str, zone: str) -> None:
    assert zone_for(country, part) == zone


def test_parts_of_the_united_states_are_all_told() -> None:
    told = {row["admin1"] for row in rows("zones")}

    assert {row["admin1"] for row in rows("places") if row["country"] in {"US", "CA"}} <= told


def test_states_are_the_members_and_two_who_observe() -> None:
    codes = {row["code"] for row in rows("states")} - {""}
    with_region = {code for region in REGIONS for code in countries_of(region)}

    assert len(codes - {"PS", "VA", "MS"}) == MEMBERS
    assert codes <= with_region


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United States", "US"),
        ("DPR Korea", "KP"),
        ("Republic of Korea", "KR"),
        ("Cote d'Ivoire", "CI"),
        ("  côte  d’ivoire ", "CI"),
        ("Republic of Congo", "CG"),
        ("Democratic Republic of Congo", "CD"),
        ("&#40;Unknown&#41;", ""),
        ("Corrow", None),
        ("", None),
    ],
)
def test_a_state_is_found_by_its_names_and_none_is_guessed(name: str, code: str | None) -> None:
    assert state_code(name) == code


def names_in(folder: Path, pattern: str, columns: list[str], encoding: str) -> set[str]:
    found = set()
    for path in folder.glob(pattern):
        with path.open(encoding=encoding, newline="") as lines:
            found |= {row[column] for row in csv.DictReader(lines) for column in columns}
    return found


def test_every_state_of_the_recommendations_is_known(shared_data: Path) -> None:
    names = names_in(shared_data / "upr", "*.csv", ["To", "From"], "mac_roman")

    assert len(names) == 180
    assert {name for name in names if state_code(name) is None} == set()
    assert {html.unescape(name) for name in names if not state_code(name)} == NOBODY


def test_every_state_of_the_ratifications_is_known(shared_data: Path) -> None:
    names = names_in(shared_data / "ratification", "*.csv", ["member"], "utf-8-sig")

    assert names
    assert {name for name in names if not state_code(name)} == set()
