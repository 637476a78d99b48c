"""What a right means in our place, through the pages."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.factories.norms import make_catalogue, make_note

pytestmark = pytest.mark.django_db
TOLD = {"text": "A warm room for everybody.", "lang": "en"}


@pytest.fixture(autouse=True)
def catalogue() -> None:
    make_catalogue()


def test_a_member_writes_shows_and_changes_it(cast: Cast) -> None:
    ours = cast.member.client
    answer = ours.post("/our-work/meanings/add/?right=housing", TOLD | {"group": cast.group.pk})
    public = f"/places/{cast.place.slug}/rights/housing/"
    assert "A warm room" not in cast.anybody.client.get(public).content.decode()
    assert ours.post(answer["Location"], {"visibility": "public"}).status_code == 302
    assert "A warm room" in cast.anybody.client.get(public).content.decode()
    ours.post(answer["Location"], TOLD | {"text": "A door that locks."})
    assert "A door that locks." in cast.anybody.client.get(public).content.decode()


def test_it_can_stand_beside_an_article(cast: Cast) -> None:
    from smallplaces.norms.models import MeaningNote, Provision

    provision = Provision.objects.get(version__norm__code="UDHR", number="25")
    cast.member.client.post(f"/our-work/meanings/add/?provision={provision.pk}", TOLD | {"group": cast.group.pk})
    assert MeaningNote.objects.get().provision == provision
    assert "A warm room" in cast.member.client.get("/norms/udhr/25/").content.decode()


def test_a_refused_form_keeps_what_was_typed(cast: Cast) -> None:
    make_note(cast.group, None, text="x")
    answer = cast.member.client.post("/our-work/meanings/add/?right=housing", TOLD | {"group": cast.other_group.pk})
    assert answer.status_code == 422
    assert "A warm room" in answer.content.decode()


@pytest.mark.parametrize("query", ["", "?right=joy", "?provision=nothing"])
def test_there_is_nothing_else_to_write_beside(cast: Cast, query: str) -> None:
    assert cast.member.client.get(f"/our-work/meanings/add/{query}").status_code == 404
