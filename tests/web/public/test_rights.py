"""Rights, and what each means at a place: for everybody, for machines, and nothing of what is out of sight."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import translation

from smallplaces.norms.queries.rights import right_lines
from tests.cast import Cast
from tests.factories.commitments import make_demand, make_promise
from tests.factories.issues import make_issue
from tests.factories.links import link
from tests.factories.norms import make_catalogue, make_note

if TYPE_CHECKING:
    from smallplaces.norms.models import Provision, Right

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def catalogue() -> None:
    make_catalogue()


def words(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    assert len(gzip.compress(page.content)) < 100_000
    return page.content.decode()


def housing() -> Right:
    from smallplaces.norms.models import Right

    return Right.objects.get(slug="housing")


def of_text(code: str, number: str) -> Provision:
    from smallplaces.norms.models import Provision

    return Provision.objects.get(version__norm__code=code, number=number)


def test_the_list_has_every_right_under_its_heading(client: Client) -> None:
    page = words(client, "/rights/")
    assert page.count('href="/rights/') == 52
    assert "Rights of peoples and communities" in page
    assert len(client.get("/rights.json").json()) == 52
    assert words(client, "/rights.csv").count("\n") == 53


def test_a_right_says_what_it_means_what_protects_it_and_that_targets_are_no_rights(client: Client) -> None:
    page = words(client, "/rights/housing/")
    for told in ("A secure, affordable, habitable", "Article 11", "Article XVI", "and are no rights", "11.1"):
        assert told in page
    assert page.index("treaty") < page.index("Universal Declaration") < page.index("charter of local")


@pytest.mark.parametrize(("lang", "name"), [("es", "Derecho a la vivienda"), ("fr", "Droit au logement")])
def test_a_right_is_called_in_the_readers_language(client: Client, lang: str, name: str) -> None:
    page = words(client, f"/rights/housing/?lang={lang}")
    assert f'<h1 lang="{lang}" dir="ltr">{name}</h1>' in page
    assert 'href="?lang=en"' in page
    assert "Right to housing" in words(client, "/rights/housing/?lang=nobody")
    with translation.override(lang):
        assert name in {one.name for one in right_lines()}


def test_a_place_says_of_each_text_whether_it_binds_with_year_and_source(client: Client, cast: Cast) -> None:
    cast.place.country, cast.place.country_name = "US", ""
    cast.place.save()
    page = words(client, f"/places/{cast.place.slug}/rights/housing/")
    for told in (
        "<strong>binds the United States since 1994</strong>",
        "the source gives 1966, the year of signature",
        "UN treaty body database, status as of 2022",
        "a standard we hold up: the United States signed it and has not ratified it",
        "a standard we hold up: a declaration",
    ):
        assert told in page
    rows = client.get(f"/places/{cast.place.slug}/rights/housing.csv").content.decode()
    assert 'binds the United States since 1994,"UN treaty body database, status as of 2022",2022' in rows


def test_what_touches_a_right_at_a_place_is_seen_by_those_who_may(cast: Cast) -> None:
    issue = make_issue(cast.group, text="They cut the water", visibility="public")
    hidden = make_issue(cast.group, text="A quiet thing")
    for one in (issue, hidden):
        link("issue", one, right=housing())
    link("demand", make_demand(cast.group, text="Turn it on again", visibility="public"), right=housing())
    link("promise", make_promise(place=cast.place, text="Nobody is cut off"), provision=of_text("ICESCR", "11"))
    address = f"/places/{cast.place.slug}/rights/housing/"
    seen = words(cast.anybody.client, address)
    for told in ("They cut the water", "Turn it on again", "Nobody is cut off"):
        assert told in seen
    assert "A quiet thing" not in seen + words(cast.anybody.client, "/rights/housing/")
    assert "A quiet thing" in words(cast.member.client, address)
    rows = cast.anybody.client.get(f"/places/{cast.place.slug}/rights/housing.csv").content.decode()
    assert ("They cut the water" in rows, "A quiet thing" in rows) == (True, False)


def test_the_rights_of_a_place_say_beside_what_they_stand(cast: Cast) -> None:
    link("issue", make_issue(cast.group, visibility="public"), provision=of_text("UDHR", "25"))
    page = words(cast.anybody.client, f"/places/{cast.place.slug}/rights/")
    assert page.index("beside 1 issue") < page.index("Right to housing") < page.index("The other rights")


def test_a_note_is_read_where_it_belongs_once_it_is_shown(cast: Cast) -> None:
    make_note(cast.group, housing(), text="A warm room.", visibility="public")
    make_note(cast.other_group, housing(), text="Not yet for all.")
    for address in ("/rights/housing/", f"/places/{cast.place.slug}/rights/housing/"):
        page = words(cast.anybody.client, address)
        assert ("A warm room." in page, "Not yet for all." in page) == (True, False)


@pytest.mark.parametrize(
    "address", ["/rights/joy/", "/rights/joy.json", "/places/nowhere/rights/", "/places/x/rights/housing/"]
)
def test_there_is_nothing_else(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_right_at_a_place_costs_the_same_for_many(cast: Cast) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    costs = []
    for lang in ("en", "es", "fr", "ar"):
        link("issue", make_issue(cast.group, visibility="public"), right=housing())
        link("promise", make_promise(place=cast.place), right=housing())
        make_note(cast.group, housing(), lang=lang, visibility="public")
        with CaptureQueriesContext(connection) as queries:
            words(cast.anybody.client, f"/places/{cast.place.slug}/rights/housing/")
        costs.append(len(queries))
    assert len(set(costs[1:])) == 1
    assert costs[-1] < 60
