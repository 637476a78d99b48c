"""Coming in by an invitation."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast

pytestmark = pytest.mark.django_db
FIELDS = {"username": "ana.r", "password": "four words only mine", "name": "Ana"}


def invitation(cast: Cast, **fields: str) -> str:
    page = cast.holder.client.post(
        f"/our-work/groups/{cast.group.slug}/invite/", {"role": "member", "days": "14"} | fields
    )
    return str(page.context["address"]).removeprefix("http://testserver")


def test_a_look_spends_nothing_and_the_form_makes_the_account(cast: Cast) -> None:
    from smallplaces.core.models import OneTimeLink
    from smallplaces.groups.models import Membership

    address, client = invitation(cast), Client()
    for _scanner in range(3):
        assert client.get(address).status_code == 200
    assert OneTimeLink.objects.get().spent_on is None
    door = client.post(address)
    assert door["Location"] == "/account/join/"
    assert client.post("/account/join/", FIELDS)["Location"] == "/our-work/"
    assert Membership.objects.filter(group=cast.group, account__username="ana.r", role="member").exists()
    assert client.get("/our-work/").status_code == 200
    assert Client().get(address).status_code == 404


def test_the_key_is_in_no_address_after_the_door_and_the_cookie_goes(cast: Cast) -> None:
    address, client = invitation(cast), Client()
    key = address.rstrip("/").rpartition("/")[2]
    client.post(address)
    assert client.cookies["door"]["httponly"]
    assert key not in client.get("/account/join/").content.decode()
    client.post("/account/join/", FIELDS)
    assert client.cookies["door"].value == ""


def test_who_is_signed_in_joins_with_one_button(cast: Cast) -> None:
    address = invitation(cast)
    cast.elsewhere.client.post(address)
    page = cast.elsewhere.client.get("/account/join/")
    assert b'name="password"' not in page.content
    assert cast.elsewhere.client.post("/account/join/").status_code == 302
    assert cast.elsewhere.viewer.is_member_of(cast.group.pk)


def test_who_is_in_already_is_told_and_the_invitation_stays(cast: Cast) -> None:
    from smallplaces.core.models import OneTimeLink

    cast.member.client.post(invitation(cast))
    page = cast.member.client.post("/account/join/")
    assert page.status_code == 422
    assert "in this group already" in page.content.decode()
    assert OneTimeLink.objects.get().spent_on is None


@pytest.mark.parametrize("field", ["username", "password"])
def test_what_is_wrong_stands_at_its_field_and_the_rest_is_kept(cast: Cast, field: str) -> None:
    client = Client()
    client.post(invitation(cast))
    page = client.post("/account/join/", FIELDS | {field: "a b"})
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {field}
    assert 'value="Ana"' in page.content.decode()


@pytest.mark.parametrize("path", ["/account/join/", "/account/invitation/nonsense/", "/account/new-password/"])
def test_without_a_link_there_is_nothing(client: Client, path: str) -> None:
    for answer in (client.get(path), client.post(path, FIELDS)):
        assert answer.status_code == 404


def test_a_cookie_for_one_purpose_opens_no_other_door(cast: Cast) -> None:
    client = Client()
    client.post(invitation(cast))
    assert client.get("/account/new-password/").status_code == 404


def test_an_invitation_to_a_group_that_closed_is_refused(cast: Cast) -> None:
    from smallplaces.groups.models import Account

    client = Client()
    client.post(invitation(cast))
    type(cast.group).objects.filter(pk=cast.group.pk).update(state="closed")
    page = client.post("/account/join/", FIELDS)
    assert page.status_code == 422
    assert not Account.objects.filter(username="ana.r").exists()
