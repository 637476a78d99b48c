"""The answer link in a browser: looking spends nothing, the button opens one thing, the answer is public."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tests.factories.commitments import make_answer_link, make_promise, make_public_demand

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
ANSWER = {"text": "No account was closed.", "judgement": "kept", "lang": "en"}


def opened(key: str) -> Client:
    """A browser that pressed the button."""
    client = Client()
    client.post(f"/answer/{key}/")
    return client


def test_looking_spends_nothing_and_tells_nothing() -> None:
    promise = make_promise()
    link, key = make_answer_link(promise)

    for _look in range(3):
        page = Client().get(f"/answer/{key}/")
        assert page.status_code == 200
        assert promise.text not in page.content.decode()
        assert "door" not in page.cookies

    link.refresh_from_db()
    assert link.spent_on is None
    assert Client().get("/answer/").status_code == 404


def test_the_button_leads_to_an_address_without_the_key() -> None:
    promise = make_promise()
    _link, key = make_answer_link(promise)
    client = Client()

    answer = client.post(f"/answer/{key}/")

    assert answer["Location"] == "/answer/"
    assert promise.text in client.get("/answer/").content.decode()


def test_the_answer_is_public_beside_ours_and_can_be_corrected() -> None:
    promise = make_promise()
    _link, key = make_answer_link(promise)
    client = opened(key)

    client.post("/answer/", ANSWER)
    page = Client().get(f"/promises/{promise.pk}/").content.decode()
    assert "No account was closed." in page
    assert "through its own answer link" in page

    opened(key).post("/answer/", ANSWER | {"text": "One was closed.", "judgement": "partly"})
    page = Client().get(f"/promises/{promise.pk}/").content.decode()
    assert "One was closed." in page
    assert "No account was closed." not in page
    assert promise.assessments.count() == 1


def test_after_seven_days_it_stands() -> None:
    from smallplaces.core.clock import fixed

    promise = make_promise()
    day = dt.date(2026, 5, 4)
    with fixed(day):
        _link, key = make_answer_link(promise)
        client = opened(key)
        client.post("/answer/", ANSWER)
    with fixed(day + dt.timedelta(days=8)):
        assert "No account was closed." in client.get("/answer/").content.decode()
        assert client.post("/answer/", ANSWER | {"text": "Later."}).status_code == 403
        assert Client().post(f"/answer/{key}/").status_code == 404

    assert promise.assessments.get().text == "No account was closed."


def test_the_link_opens_nothing_else(cast: Cast) -> None:
    from tests.factories.commitments import make_demand

    demand = make_public_demand(cast.group)
    private = make_demand(cast.group)
    _link, key = make_answer_link(demand)
    client = opened(key)

    assert client.get(f"/demands/{private.pk}/").status_code == 404
    for address in (f"/our-work/demands/{demand.pk}/", "/our-work/"):
        assert client.get(address).status_code in {302, 404}
    assert client.post(f"/our-work/demands/{demand.pk}/", {"state": "won"}).status_code in {302, 404}
    demand.refresh_from_db()
    assert demand.state == "talked"


def test_an_answer_to_a_demand(cast: Cast) -> None:
    demand = make_public_demand(cast.group)
    _link, key = make_answer_link(demand)

    opened(key).post("/answer/", {"text": "We will test it.", "lang": "en"})

    assert "We will test it." in Client().get(f"/demands/{demand.pk}/").content.decode()


def test_an_empty_answer_is_asked_again(cast: Cast) -> None:
    _link, key = make_answer_link(make_public_demand(cast.group))

    assert opened(key).post("/answer/", {"text": " ", "lang": "en"}).status_code == 422


def test_a_wrong_key_is_404() -> None:
    assert Client().post("/answer/not-a-key/").status_code == 404
