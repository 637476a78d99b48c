"""Home: one sentence, a search box, the doors."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.places import make_place

pytestmark = pytest.mark.django_db


def test_the_three_doors_and_the_search_box(client: Client) -> None:
    page = client.get("/").content.decode()
    doors = ["Meet the people working on it", "What people say here", "See what was promised and done"]
    positions = [page.index(words) for words in [*doors, "What worked elsewhere"]]
    assert positions == sorted(positions)
    assert '<input id="q" name="q" type="search"' in page
    assert "<script" not in page


def test_two_places_of_one_name_are_told_apart(client: Client) -> None:
    county = make_place(name="Weirshire", kind="county")
    make_place(name="Weir", parent=county)
    make_place(name="Weir", country="CA")
    lines = client.get("/", {"q": "WÉIR"}).context["places"]
    assert sorted(line.country for line in lines if line.name == "Weir") == ["Canada", "Weirshire, United Kingdom"]


def test_nothing_found_offers_to_add_it(client: Client) -> None:
    page = client.get("/", {"q": "Nowhere <b>"}).content.decode()
    assert "Nothing called “Nowhere &lt;b&gt;” is here yet." in page
    assert 'href="/places/add/"' in page
