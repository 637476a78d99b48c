"""A facilitator's link: a look spends nothing, the button opens one meeting, nothing else opens."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_meeting, make_sentence

pytestmark = pytest.mark.django_db


def address_of(meeting: object) -> str:
    """A fresh link's address."""
    from smallplaces.meetings.actions import make_facilitator_link

    _link, key = make_facilitator_link(meeting, by=inside(meeting.group))
    return f"/room/{key}/"


def come_in(meeting: object) -> Client:
    """A browser that pressed the button."""
    client = Client()
    assert client.post(address_of(meeting))["Location"] == "/room/"
    return client


def soon(**fields: object) -> object:
    """A meeting of today."""
    return make_meeting(**{"on": dt.datetime.now(dt.UTC).date(), **fields})


def test_a_look_spends_nothing() -> None:
    client, address = Client(), address_of(soon())
    for _time in range(2):
        page = client.get(address)
        assert page.status_code == 200
        assert b"Open the meeting" in page.content
        assert "door" not in client.cookies
    assert client.post(address).status_code == 302
    assert client.get("/room/").status_code == 200


@pytest.mark.parametrize("path", ["", "sentences/", "said/", "read-back/", "take-back/abc/"])
def test_without_a_link_no_page_of_a_room_opens(path: str) -> None:
    assert Client().get(f"/room/{path}").status_code == 403


def test_an_unknown_key_is_a_closed_door() -> None:
    answer = Client().get("/room/never-made/")
    assert answer.status_code == 404
    assert "This door is closed" in answer.content.decode()


def test_a_closed_link_shuts_the_room_at_once() -> None:
    from smallplaces.core.actions import revoke_link
    from smallplaces.core.models import OneTimeLink

    meeting = soon()
    client = come_in(meeting)
    revoke_link(OneTimeLink.objects.get(), by=inside(meeting.group))
    page = client.post("/room/sentences/", {"line-1-text": "Typed too late"})
    assert page.status_code == 403
    assert "still in your browser" in page.content.decode()


def test_the_link_ends_two_days_after_the_meeting() -> None:
    from smallplaces.core.clock import fixed

    day = dt.date(2026, 3, 5)
    with fixed(day):
        meeting = soon(on=day)
        client = come_in(meeting)
    for later, status in ((2, 200), (4, 403)):
        with fixed(day + dt.timedelta(days=later)):
            assert client.get("/room/").status_code == status


def test_one_link_opens_one_meeting() -> None:
    group = make_group()
    here, there = soon(group=group), soon(group=group)
    client = come_in(here)
    other = make_sentence(there.room)
    assert client.get(f"/room/take-back/{other.pk}/").status_code == 404
    assert client.post(f"/room/take-back/{other.pk}/").status_code == 404
    assert client.get(f"/our-work/meetings/{here.pk}/").status_code == 302


def test_the_room_shows_its_meeting_and_takes_heads() -> None:
    meeting = soon()
    client = come_in(meeting)
    assert client.post("/room/heads/", {"head_count": "12"}).status_code == 302
    assert 'value="12"' in client.get("/room/").content.decode()
    refused = client.post("/room/heads/", {"head_count": "", "release": "on"})
    assert refused.status_code == 422
    assert "Count the heads first" in refused.content.decode()


def test_a_read_back_is_kept_and_a_day_to_come_is_not() -> None:
    day = dt.datetime.now(dt.UTC).date()
    client = come_in(soon())
    sent = {"on": day.isoformat(), "what": "the sheet", "text": "second line softened", "visibility": "private"}
    assert client.post("/room/read-back/", sent).status_code == 302
    assert "second line softened" in client.get("/room/").content.decode()
    later = client.post("/room/read-back/", {**sent, "on": (day + dt.timedelta(days=9)).isoformat()})
    assert later.status_code == 422
    assert "still to come" in later.content.decode()
