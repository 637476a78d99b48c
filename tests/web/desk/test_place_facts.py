"""Our work on the facts of a place: what waits, claims that differ, names put right."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.factories.places import make_body, make_claim, make_place

pytestmark = pytest.mark.django_db
WAITS = {"standing": "proposed", "accepted_on": None}


@pytest.mark.parametrize(("answer", "standing"), [("accept", "accepted"), ("refuse", "refused")])
@pytest.mark.parametrize("kind", ["body", "claim"])
def test_any_group_of_the_place_settles_what_waits(cast: Cast, kind: str, answer: str, standing: str) -> None:
    thing = (make_body if kind == "body" else make_claim)(cast.place, **WAITS)
    address = f"/our-work/places/{cast.place.slug}/{kind}/{thing.pk}/"
    assert cast.elsewhere.client.post(address, {"answer": answer}).status_code == 302
    thing.refresh_from_db()
    assert thing.standing == standing
    assert cast.elsewhere.client.post(address, {"answer": "refuse"}).status_code == 404


def test_a_name_is_put_right_with_its_source_and_the_former_one_stays_in_sight(cast: Cast) -> None:
    former = cast.place.name
    fields = {"name": "Elder Ferry", "lang": "en", "kind": "town", "zone": "Europe/London", "source": "the charter"}
    address = f"/our-work/places/{cast.place.slug}/"
    assert cast.member.client.post(address, fields).status_code == 302
    page = cast.anybody.client.get(f"/places/{cast.place.slug}/").content.decode()
    assert "Elder Ferry" in page
    assert former in page
    assert "the charter" in page
    refused = cast.member.client.post(address, fields | {"source": "", "name": "Elder Mill"})
    assert refused.status_code == 422
    assert "Elder Mill" in refused.content.decode()


def test_a_claim_is_said_to_differ(cast: Cast) -> None:
    claim = make_claim(cast.place)
    address = f"/our-work/places/{cast.place.slug}/claims/{claim.pk}/"
    cast.steward.client.post(address, {"shown": "disputed"})
    assert "Sources differ" in cast.anybody.client.get(f"/places/{cast.place.slug}/").content.decode()


def test_nothing_is_there_for_people_of_other_places(cast: Cast) -> None:
    other = make_place()
    claim, body = make_claim(other), make_body(other, **WAITS)
    client = cast.member.client
    assert client.get(f"/our-work/places/{other.slug}/").status_code == 404
    assert (
        client.post(f"/our-work/places/{cast.place.slug}/claims/{claim.pk}/", {"shown": "replaced"}).status_code == 404
    )
    assert client.post(f"/our-work/places/{cast.place.slug}/body/{body.pk}/", {"answer": "accept"}).status_code == 404
    assert cast.anybody.client.get(f"/our-work/places/{other.slug}/")["Location"].startswith("/account/login/")
