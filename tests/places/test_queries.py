"""Finding a place as people type its name."""

from __future__ import annotations

import pytest

from smallplaces.core.viewers import ANYBODY
from smallplaces.places.countries import countries, only_zone_of, zones_of
from tests.factories.places import make_claim, make_place

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["São João", "sao joao", "JOÃO", "  sao   jo", "vado del sauco", "القرية"])
def test_a_place_is_found_without_case_and_accents_by_any_of_its_names(words: str) -> None:
    from smallplaces.places.queries import find_places

    place = make_place(name="São João", country="BR")
    make_claim(place, text="Vado del Saúco")
    make_claim(place, text="القرية", lang="ar")
    make_place(name="Otherwhere")
    assert [one.name for one in find_places(words, viewer=ANYBODY)] == ["São João"]


def test_the_exact_name_comes_first_and_the_beginning_second() -> None:
    from smallplaces.places.queries import find_places

    for name in ("New Weir", "Weirton", "Weir"):
        make_place(name=name)
    assert [one.name for one in find_places("weir", viewer=ANYBODY)] == ["Weir", "Weirton", "New Weir"]


@pytest.mark.parametrize("words", ["", "   ", "%", "_"])
def test_nothing_and_signs_find_nothing(words: str) -> None:
    from smallplaces.places.queries import find_places

    make_place(name="Weir")
    assert find_places(words, viewer=ANYBODY) == []


def test_a_waiting_place_and_a_waiting_name_are_not_found() -> None:
    from smallplaces.places.queries import find_places

    make_place(name="Weir", standing="proposed", accepted_on=None)
    make_claim(make_place(name="Ford"), text="Weir", standing="proposed", accepted_on=None)
    assert find_places("weir", viewer=ANYBODY) == []


def test_finding_takes_two_queries_however_many_places(django_assert_num_queries) -> None:
    from smallplaces.places.queries import find_places

    county = make_place(name="Weirshire", kind="county")
    for number in range(5):
        make_claim(make_place(name=f"Weir {number}", parent=county))
    with django_assert_num_queries(2):
        found = find_places("weir 3", viewer=ANYBODY)
    assert found[0].parent_name == "Weirshire"


def test_countries_are_named_in_the_readers_language() -> None:
    assert dict(countries("es"))["DE"] == "Alemania"
    assert dict(countries("no such language"))["DE"] == "Germany"
    assert not {"EU", "ZZ", "UN", "419"} & {code for code, _name in countries("en")}


def test_a_country_of_one_zone_gives_it_and_one_of_several_does_not() -> None:
    assert only_zone_of("PE") == "America/Lima"
    assert only_zone_of("US") == ""
    assert "America/New_York" in zones_of("US")
