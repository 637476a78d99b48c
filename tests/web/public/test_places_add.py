"""Adding a place without an account."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
FIELDS = {"name": "Low Weir", "kind": "village", "country": "GB", "lang": "en", "source": "we live here"}


def test_anybodys_place_waits(client: Client) -> None:
    from smallplaces.places.models import Place

    assert client.post("/places/add/", FIELDS)["Location"] == "/"
    place = Place.objects.get()
    assert (place.standing, place.zone, place.proposed_by_kind) == ("proposed", "Europe/London", "public")
    assert "waits until a steward" in client.get("/").content.decode()


def test_the_parent_is_found_by_name_or_address_in_its_country(client: Client) -> None:
    from smallplaces.places.models import Place

    county = make_place(name="Weirshire", slug="weirshire", kind="county")
    make_place(name="Weirshire", kind="county", country="IE")
    client.post("/places/add/", FIELDS | {"parent": "WEIRSHIRE"})
    client.post("/places/add/", FIELDS | {"name": "High Weir", "parent": "weirshire"})
    assert set(Place.objects.filter(kind="village").values_list("parent_id", flat=True)) == {county.pk}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"kind": "castle"}, "kind"),
        ({"country": "US"}, "zone"),
        ({"zone": "Mars/Base"}, "zone"),
        ({"parent": "Nowhere"}, "parent"),
        ({"parent": "Twin"}, "parent"),
        ({"source": ""}, "source"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(
    client: Client, wrong: dict[str, str], field: str
) -> None:
    for kind in ("village", "county"):
        make_place(name="Twin", kind=kind)
    page = client.post("/places/add/", FIELDS | {"kind_words": "mill and weir"} | wrong)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert "mill and weir" in page.content.decode()


def test_many_places_from_one_address_are_slowed_down(client: Client) -> None:
    from smallplaces.places.models import Place

    for number in range(11):
        page = client.post("/places/add/", FIELDS | {"name": f"Weir {number}"})
    assert page.status_code == 422
    assert "Wait a few minutes" in page.content.decode()
    assert Place.objects.count() == 10


def test_a_stewards_place_is_here_at_once(cast: Cast) -> None:
    cast.steward.client.post("/places/add/", FIELDS)
    assert type(cast.place).objects.get(slug="low-weir").standing == "accepted"


def test_countries_are_listed_by_name_without_made_up_ones(client: Client) -> None:
    choices = dict(client.get("/places/add/").context["form"].fields["country"].choices)
    assert choices["PE"] == "Peru"
    assert "XC" not in choices
