"""Starting a group, through its page."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories.norms import make_catalogue
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
FIELDS = {"place": "Weir", "name": "Weir Circle", "contact": "at the weir on Mondays"}
NEW = {"place_kind": "village", "country": "GB", "zone": "Europe/London"}


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
    assert "<details open>" in page.content.decode()


def test_many_asks_from_one_address_are_slowed_down(client: Client) -> None:
    from smallplaces.groups.models import Group

    make_place(name="Weir")
    for number in range(11):
        page = client.post("/groups/start/", FIELDS | {"name": f"Circle {number}"})
    assert page.status_code == 422
    assert Group.objects.count() == 10


def test_one_of_several_places_is_chosen_with_a_press(client: Client) -> None:
    from smallplaces.groups.models import Group

    for slug in ("weir", "weir-upper"):
        make_place(name="Weir", slug=slug, country="GB")
    assert 'value="weir-upper"' in client.post("/groups/start/", FIELDS).content.decode()
    client.post("/groups/start/", FIELDS | {"which": "weir-upper"})
    assert Group.objects.get().place.slug == "weir-upper"


def test_a_place_that_is_not_here_begins_with_its_group(client: Client) -> None:
    from smallplaces.groups.models import Group

    assert client.post("/groups/start/", FIELDS | NEW).status_code == 302
    place = Group.objects.get().place
    assert (place.name, place.kind, place.country, place.standing) == ("Weir", "village", "GB", "proposed")


@pytest.mark.parametrize(("missing", "at"), [({"country": ""}, "country"), ({"country": "US", "zone": ""}, "zone")])
def test_what_a_new_place_lacks_is_named_and_nothing_typed_is_lost(
    client: Client, missing: dict[str, str], at: str
) -> None:
    from smallplaces.places.models import Place

    page = client.post("/groups/start/", FIELDS | NEW | {"about": "We keep the river."} | missing)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [at]
    assert "We keep the river." in page.content.decode()
    assert not Place.objects.exists()


def test_a_known_place_is_not_made_twice(client: Client) -> None:
    make_place(name="Weir", kind="village", country="GB")
    page = client.post("/groups/start/", FIELDS | NEW)
    assert list(page.context["form"].errors) == ["place"]
    assert [line.name for line in page.context["choose"]] == ["Weir"]


def test_a_public_body_reads_why_not_and_where_it_takes_part(client: Client) -> None:
    from smallplaces.groups.models import Group

    make_place(name="Weir")
    assert "a public body or its office" in client.get("/groups/start/").content.decode()
    page = client.post("/groups/start/", FIELDS | {"started_by": "public_body"})
    assert page.status_code == 422
    assert "cannot hold the records of a community" in page.content.decode()
    assert "How a public body takes part here" in page.content.decode()
    assert not Group.objects.exists()


def test_answers_and_principles_stand_on_the_page_once_the_group_is_open(client: Client) -> None:
    from smallplaces.groups.models import Group

    make_catalogue()
    make_place(name="Weir")
    choices = client.get("/groups/start/").context["form"].fields["signs"].choices
    (key,) = [key for key, words in choices if "Jemez" in str(words)]
    client.post("/groups/start/", FIELDS | {"definition": "not_yet", "talked_with_words": "Weir Row", "signs": [key]})
    group = Group.objects.get()
    group.state, group.opened_on = "open", group.asked_on
    group.save()
    page = client.get(f"/groups/{group.slug}/").content.decode()
    for words in ("Not yet: we have not talked about it.", "Weir Row", "Jemez"):
        assert words in page


def test_holders_change_their_answers(cast: Cast) -> None:
    path = f"/our-work/groups/{cast.group.slug}/describe/"
    told = {"contact": "at the weir", "definition_words": "A roof for all.", "principles_not_yet": "on"}
    assert cast.holder.client.post(path, told).status_code == 302
    page = cast.anybody.client.get(f"/groups/{cast.group.slug}/").content.decode()
    assert "A roof for all." in page
    assert "Not yet." in page
    assert cast.holder.client.post(path, told | {"started_by": "public_body"}).status_code == 422
