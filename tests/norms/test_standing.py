"""How a norm stands in a country: three words, never two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import translation

from smallplaces.core.viewers import ANYBODY
from smallplaces.norms.enums import Bond
from smallplaces.norms.queries.norms import get_norm
from smallplaces.norms.queries.standing import Standing, bond, bonds_for
from tests.factories.norms import make_catalogue, make_principles

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def catalogue() -> None:
    make_catalogue()


def here(slug: str, country: str = "US") -> Standing:
    return bond(get_norm(slug, viewer=ANYBODY), country)


def test_a_treaty_binds_a_party_since_its_year_with_the_source_and_what_it_leaves_open() -> None:
    found = here("icerd")
    assert (found.bond, found.words) == (Bond.BINDS, "binds the United States since 1994")
    assert (found.source, found.checked) == ("UN treaty body database, status as of 2022", "2022")
    assert "1966, the year of signature" in found.note


def test_what_was_signed_alone_is_held_up() -> None:
    found = here("icescr")
    assert (found.bond, found.words) == (Bond.HELD_UP, "a standard we hold up")
    assert found.why == "the United States signed it and has not ratified it"


def test_what_was_neither_signed_nor_ratified_is_held_up() -> None:
    assert here("cped").why == "the United States has neither signed nor ratified it"


@pytest.mark.parametrize("slug", ["udhr", "undrip", "gwangju-principles", "european-charter-city", "sdg"])
def test_no_declaration_charter_principle_or_goal_ever_binds(slug: str) -> None:
    from smallplaces.norms.models import Norm, Ratification

    Ratification.objects.create(
        state="US", norm=Norm.objects.get(slug=slug), standing="party", since="1948", source="-", checked="2022"
    )
    assert here(slug).bond == Bond.HELD_UP
    assert all(one.standing.bond == Bond.HELD_UP for one in bonds_for("US", ANYBODY) if one.slug == slug)


def test_a_state_that_no_source_names_was_not_checked() -> None:
    found = here("icerd", "XK")
    assert (found.bond, found.words, found.source) == (Bond.NOT_CHECKED, "we have not checked", "")


def test_a_state_is_called_in_the_readers_language_or_as_the_place_calls_it() -> None:
    with translation.override("es"):
        assert "Estados Unidos" in here("icerd").words
    icerd = get_norm("icerd", viewer=ANYBODY)
    assert bond(icerd, "US", own_name="Turtle Island").words == "binds Turtle Island since 1994"


def test_all_texts_of_the_catalogue_cost_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_principles()
    with django_assert_num_queries(1):
        found = {one.code: one.standing.bond for one in bonds_for("US", ANYBODY)}
    assert (len(found), "SDG" in found) == (15, False)
    assert {found[code] for code in ("ICERD", "ICCPR", "CAT")} == {Bond.BINDS}
    assert {found[code] for code in ("UDHR", "CRC", "CEDAW")} == {Bond.HELD_UP}
    assert {one.standing.bond for one in bonds_for("XK", ANYBODY) if one.norm_kind == "treaty"} == {Bond.NOT_CHECKED}
