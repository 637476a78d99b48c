"""What a group signs, through the pages."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.factories.norms import make_catalogue, make_principles, make_sign_on

pytestmark = pytest.mark.django_db
TOLD = {
    "name": "River principles",
    "label": "2025",
    "on": "2025-06",
    "source": "we wrote them",
    "principles": "The river is nobody's.\nWho drinks decides.",
    "lang": "en",
}


def test_a_member_brings_principles_and_everybody_reads_them(cast: Cast) -> None:
    answer = cast.member.client.post(f"/our-work/groups/{cast.group.slug}/principles/add/", TOLD)
    page = cast.anybody.client.get(answer["Location"]).content.decode()
    assert "Who drinks decides." in page
    assert cast.group.name in page


def test_a_refused_form_keeps_what_was_typed(cast: Cast) -> None:
    page = cast.member.client.post(f"/our-work/groups/{cast.group.slug}/principles/add/", TOLD | {"on": "last summer"})
    assert page.status_code == 422
    assert "Who drinks decides." in page.content.decode()
    assert "is not a date" in page.content.decode()


def test_signing_showing_and_taking_the_name_back(cast: Cast) -> None:
    from smallplaces.norms.models import SignOn

    make_catalogue()
    page = cast.member.client.get(f"/our-work/groups/{cast.group.slug}/principles/")
    key = next(key for key, words in page.context["others"] if "Jemez" in words)
    told = {"group": cast.group.pk, "on": "2026-01-05", "visibility": "private", "note": "We begin with this."}
    assert cast.member.client.post(f"/our-work/norms/versions/{key}/sign/", told).status_code == 302
    row = SignOn.objects.get()
    public = f"/groups/{cast.group.slug}/"
    assert "Jemez" not in cast.anybody.client.get(public).content.decode()
    cast.member.client.post(f"/our-work/sign-ons/{row.pk}/", {"visibility": "public"})
    assert "Jemez" in cast.anybody.client.get(public).content.decode()
    cast.member.client.post(f"/our-work/sign-ons/{row.pk}/", {"end": "1"})
    assert "Jemez" not in cast.anybody.client.get(public).content.decode()
    assert "took our name back" in cast.member.client.get(page.request["PATH_INFO"]).content.decode()


def test_a_new_version_asks_again(cast: Cast) -> None:
    row = make_sign_on(cast.group)
    address = f"/our-work/norms/{row.version.norm.slug}/version/"
    cast.member.client.post(address, TOLD | {"label": "2026", "on": "2026"})
    page = cast.member.client.get(f"/our-work/groups/{cast.group.slug}/principles/").content.decode()
    assert "There is a new version: 2026" in page
    assert "River principles has a new version, 2026" in cast.member.client.get("/our-work/").content.decode()
    assert "new version" not in cast.elsewhere.client.get("/our-work/").content.decode()


def test_nobody_signs_for_a_group_that_is_not_theirs(cast: Cast) -> None:
    version = make_principles(cast.group)
    told = {"group": cast.group.pk, "on": "2026-01-05", "visibility": "private"}
    page = cast.elsewhere.client.post(f"/our-work/norms/versions/{version.pk}/sign/", told)
    assert list(page.context["form"].errors) == ["group"]
    row = make_sign_on(cast.group, version, visibility="public")
    assert cast.elsewhere.client.post(f"/our-work/sign-ons/{row.pk}/", {"end": "1"}).status_code == 403
