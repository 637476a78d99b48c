"""A group's page, and asking for a group."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories.groups import make_decision, make_group
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
FIELDS = {"place": "Weir", "name": "Weir Circle", "kind": "core", "contact": "at the weir on Mondays", "lang": "en"}


def test_anybody_asks_for_a_group_by_the_name_of_its_place(client: Client) -> None:
    from smallplaces.groups.models import Group

    place = make_place(name="Weir")
    assert client.post("/groups/start/", FIELDS | {"place": "wëir"})["Location"] == "/"
    group = Group.objects.get()
    assert (group.place, group.state, group.asked_by) == (place, "asked", None)
    assert client.get(f"/groups/{group.slug}/").status_code == 404


def test_who_is_signed_in_is_remembered(cast: Cast) -> None:
    from smallplaces.groups.models import Group

    make_place(name="Weir")
    cast.member.client.post("/groups/start/", FIELDS)
    assert Group.objects.get(name="Weir Circle").asked_by == cast.member.account


def test_places_of_one_name_are_shown_to_choose_from(client: Client) -> None:
    from smallplaces.groups.models import Group

    for slug, country in (("weir", "GB"), ("weir-ca", "CA")):
        make_place(name="Weir", slug=slug, country=country)
    page = client.post("/groups/start/", FIELDS)
    assert page.status_code == 422
    assert {line.country for line in page.context["choose"]} == {"United Kingdom", "Canada"}
    assert not Group.objects.exists()
    client.post("/groups/start/", FIELDS | {"country": "CA"})
    assert Group.objects.get().place.slug == "weir-ca"


def test_a_place_that_is_not_here_can_be_added_and_near_ones_are_shown(client: Client) -> None:
    make_place(name="Weirton")
    page = client.post("/groups/start/", FIELDS)
    assert [line.name for line in page.context["choose"]] == ["Weirton"]
    assert "/places/add/?name=Weir" in page.content.decode()
    assert 'value="Weir"' in client.get("/places/add/?name=Weir").content.decode()


def test_many_asks_from_one_address_are_slowed_down(client: Client) -> None:
    from smallplaces.groups.models import Group

    make_place(name="Weir")
    for number in range(11):
        page = client.post("/groups/start/", FIELDS | {"name": f"Circle {number}"})
    assert page.status_code == 422
    assert Group.objects.count() == 10


def test_the_page_of_a_group_shows_how_to_reach_it_and_public_decisions(client: Client) -> None:
    group = make_group(about="We keep the river.", story_contact="the Tuesday nurse")
    make_decision(group, text="Meet by the weir", visibility="public")
    make_decision(group, text="Whom we trust")
    page = client.get(f"/groups/{group.slug}/").content.decode()
    for words in ("We keep the river.", "at the mill", "the Tuesday nurse", "Meet by the weir"):
        assert words in page
    assert "Whom we trust" not in page


@pytest.mark.parametrize("state", ["asked", "opening", "refused"])
def test_a_group_on_its_way_has_no_page_for_others(client: Client, state: str) -> None:
    group = make_group(state=state, opened_on=None)
    assert client.get(f"/groups/{group.slug}/").status_code == 404


def test_a_made_up_place_says_so_on_its_groups_page(client: Client) -> None:
    group = make_group(place=make_place(fictional=True))
    assert "FICTIONAL" in client.get(f"/groups/{group.slug}/").content.decode()


def test_the_next_public_meeting_stands_on_the_page_and_a_private_one_does_not(client: Client) -> None:
    import datetime as dt

    from smallplaces.core.clock import today
    from tests.factories.meetings import make_meeting

    group, coming = make_group(), today() + dt.timedelta(days=2)
    make_meeting(group, on=coming, where="Chapel kitchen", visibility="public")
    make_meeting(group, on=today() + dt.timedelta(days=1), where="Behind the mill")
    page = client.get(f"/groups/{group.slug}/").content.decode()
    assert "Chapel kitchen" in page
    assert "Behind the mill" not in page
