"""Telling what one knows about a place: who must act there, a fact with its source."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories.places import make_body, make_place

pytestmark = pytest.mark.django_db
BODY = {"name": "Weir Board", "kind": "office", "contact": "Desk 4", "lang": "en", "source": "its own letter"}
FACT = {"field": "people", "text": "About 900", "lang": "en", "on": "2024", "source": "the parish count"}


@pytest.mark.parametrize(
    ("page", "fields", "words"), [("name-a-body", BODY, "Weir Board"), ("tell", FACT, "About 900")]
)
def test_what_anybody_tells_waits_for_those_who_know_the_place(
    cast: Cast, page: str, fields: dict[str, str], words: str
) -> None:
    address = f"/places/{cast.place.slug}/"
    assert cast.anybody.client.post(f"{address}{page}/", fields)["Location"] == address
    assert words not in cast.anybody.client.get(address).content.decode()
    assert words in cast.member.client.get(f"/our-work{address}").content.decode()
    assert words in cast.elsewhere.client.get("/our-work/").content.decode()


def test_a_member_names_a_body_and_can_ask_it_at_once(cast: Cast) -> None:
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.places.queries import bodies_of

    cast.member.client.post(f"/places/{cast.place.slug}/name-a-body/", BODY)
    assert [one.name for one in bodies_of(cast.place, viewer=ANYBODY)] == ["Weir Board"]


@pytest.mark.parametrize(
    ("page", "fields", "wrong"),
    [
        ("name-a-body", BODY, {"name": ""}),
        ("name-a-body", BODY, {"kind": "castle"}),
        ("name-a-body", BODY, {"source": ""}),
        ("tell", FACT, {"field": "colour"}),
        ("tell", FACT, {"on": "last summer"}),
        ("tell", FACT, {"text": ""}),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(
    client: Client, page: str, fields: dict[str, str], wrong: dict[str, str]
) -> None:
    answer = client.post(f"/places/{make_place().slug}/{page}/", fields | {"source": "a very old map"} | wrong)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == list(wrong)
    kept = "Desk 4" if fields is BODY else "parish" if "source" in wrong else "a very old map"
    assert kept in answer.content.decode()


def test_a_name_that_waits_is_told_once_and_to_nobody_else(client: Client) -> None:
    place = make_place()
    make_body(place, name="Hidden Board", standing="proposed", accepted_on=None)
    assert "Hidden Board" not in client.get(f"/places/{place.slug}/name-a-body/").content.decode()


def test_a_place_out_of_sight_cannot_be_told_about(client: Client) -> None:
    place = make_place(standing="proposed", accepted_on=None)
    assert client.get(f"/places/{place.slug}/tell/").status_code == 404
