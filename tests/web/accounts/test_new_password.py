"""A new password, through the pages."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast

pytestmark = pytest.mark.django_db
NEW = {"password": "another four words here"}


def path_for(cast: Cast, who: str) -> str:
    return f"/our-work/people/{cast.group.memberships.get(account=cast.everybody[who].account).pk}/password/"


def test_two_holders_ask_and_the_person_sets_it(cast: Cast) -> None:
    path = path_for(cast, "member")
    assert cast.holder.client.post(path).status_code == 302
    asked = cast.other_holder.client.get(f"/our-work/groups/{cast.group.slug}/").content.decode()
    assert "needs you too" in asked
    page = cast.other_holder.client.post(path)
    address, client = str(page.context["address"]).removeprefix("http://testserver"), Client()
    assert client.get(address).status_code == 200
    assert client.post(address)["Location"] == "/account/new-password/"
    assert client.post("/account/new-password/", {"password": "short"}).status_code == 422
    assert client.post("/account/new-password/", NEW)["Location"] == "/account/login/"
    cast.member.account.refresh_from_db()
    assert cast.member.account.check_password(NEW["password"])
    assert client.get(address).status_code == 404


def test_open_sessions_of_the_person_end(cast: Cast) -> None:
    path = path_for(cast, "member")
    cast.holder.client.post(path)
    page = cast.other_holder.client.post(path)
    client = Client()
    client.post(str(page.context["address"]).removeprefix("http://testserver"))
    assert cast.member.client.get("/our-work/").status_code == 200
    client.post("/account/new-password/", NEW)
    assert cast.member.client.get("/our-work/").status_code == 302


@pytest.mark.parametrize(("who", "status"), [("resident", 302), ("member", 403), ("elsewhere", 404), ("steward", 403)])
def test_who_may_not_ask(cast: Cast, who: str, status: int) -> None:
    from smallplaces.core.models import OneTimeLink

    assert cast.everybody[who].client.post(path_for(cast, "other_holder")).status_code == status
    assert not OneTimeLink.objects.exists()
