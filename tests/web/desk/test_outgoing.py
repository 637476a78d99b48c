"""The page of what goes out, and the sheet to take back, from the desk and behind a room's link."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.commitments import make_demand
from tests.factories.meetings import inside, make_meeting, make_readback, make_sentence

pytestmark = pytest.mark.django_db


@pytest.fixture
def said(cast: Cast):
    """A sentence in Spanish, and a demand made from it."""
    today = dt.datetime.now(dt.UTC).date()
    room = make_meeting(cast.group, room_name="Cocina", lang="es", on=today).room
    sentence = make_sentence(room, "El agua sale marrón.", lang="es")
    make_demand(cast.group, text="Test the water", sentences=[sentence])
    return sentence


def seen(client: Client, name: str, *args: str) -> str:
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_page_says_who_has_not_heard_it_and_then_when_they_did(cast: Cast, said) -> None:
    page = seen(cast.member.client, "desk:outgoing", cast.group.slug)
    assert "Read it to these rooms first" in page
    assert reverse("desk:readback_sheet", args=[said.room_id]) in page

    make_readback(said.room, text="say it louder", not_found="the cleaners")

    page = seen(cast.member.client, "desk:outgoing", cast.group.slug)
    assert "Read it to these rooms first" not in page
    assert "say it louder" in page
    assert "the cleaners" in page


def test_sheet_speaks_the_rooms_language_and_has_lines_to_write_on(cast: Cast, said, settings) -> None:
    settings.LANGUAGES = [("en", "English"), ("es", "Spanish")]
    page = seen(cast.member.client, "desk:readback_sheet", said.room_id)

    assert '<html lang="es"' in page
    assert "El agua sale marrón." in page
    assert "Test the water" in page
    assert page.count("<hr>") == 6


def test_sheet_behind_the_link_keeps_the_groups_own_work_to_itself(cast: Cast, said) -> None:
    from smallplaces.meetings.actions import make_facilitator_link

    _link, key = make_facilitator_link(said.room.meeting, by=inside(cast.group))
    client = Client()
    client.post(reverse("listening:meeting_door", args=[key]))

    page = seen(client, "listening:readback_sheet")

    assert "El agua sale marrón." in page
    assert "Test the water" not in page


def test_form_keeps_who_could_not_be_found(cast: Cast, said) -> None:
    meeting = said.room.meeting
    sent = {"on": meeting.on.isoformat(), "what": "", "text": "", "not_found": "two families", "visibility": "private"}
    answer = cast.member.client.post(reverse("desk:readback", args=[meeting.pk]), sent, follow=True)
    assert answer.status_code == 200
    assert "two families" in answer.content.decode()
