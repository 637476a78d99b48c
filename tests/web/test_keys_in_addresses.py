"""Addresses that are a key: no page says the key on, and nobody tries many of them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from smallplaces.web.headers import HEADERS
from tests.web.listening.test_door import address_of, soon

pytestmark = pytest.mark.django_db
DOORS = (
    "invitation",
    "new_password",
    "listening:meeting_door",
    "hall:answer_door",
    "public:tell_me_yes",
    "public:leave",
)


def doors_of_the_site() -> set[str]:
    """Every named route with a key in its address."""
    found = set()
    waiting = [("", get_resolver())]
    while waiting:
        prefix, resolver = waiting.pop()
        for one in resolver.url_patterns:
            if hasattr(one, "url_patterns"):
                waiting.append((f"{one.namespace}:" if one.namespace else prefix, one))
            elif "key" in one.pattern.regex.groupindex and not (one.name or "").startswith("account_"):
                found.add(f"{prefix}{one.name}")
    return found


def test_the_doors_below_are_all_that_there_are() -> None:
    assert doors_of_the_site() == set(DOORS)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_answer_at_a_door_lets_its_key_go_on(door: str, method: str) -> None:
    answer = getattr(Client(), method)(reverse(door, args=["some-key"]))
    assert answer.headers["Referrer-Policy"] == "strict-origin"


def test_the_open_door_and_its_answer_say_no_key_and_other_pages_keep_their_policy() -> None:
    client, address = Client(), address_of(soon())
    assert client.get(address).headers["Referrer-Policy"] == "strict-origin"
    assert client.post(address).headers["Referrer-Policy"] == "strict-origin"
    assert client.get("/room/").headers["Referrer-Policy"] == HEADERS["Referrer-Policy"] == "same-origin"


def test_a_form_with_no_more_than_the_sites_name_behind_it_is_taken() -> None:
    client, address = Client(enforce_csrf_checks=True), address_of(soon())
    page = client.get(address)
    sent = {"csrfmiddlewaretoken": str(page.context["csrf_token"])}
    assert client.post(address, sent, HTTP_ORIGIN="http://testserver").status_code == 302
    assert client.post(address, sent, HTTP_ORIGIN="null").status_code == 403
    behind = {"HTTP_REFERER": "https://testserver/", "secure": True}
    assert client.post(address, sent, **behind).status_code == 302


def test_many_tries_at_the_door_of_a_meeting_are_slowed_down() -> None:
    client = Client()
    answers = [client.get(f"/room/guess-{number}/").status_code for number in range(61)]
    assert answers == [404] * 60 + [400]
