"""How long the typing took: whole minutes from opening the sheet to keeping it, added up for the group alone."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine

from tests.web.listening.test_door import come_in, soon
from tests.web.listening.test_pasting import SHEET, fields_of

pytestmark = pytest.mark.django_db


def type_for(client: object, minutes: int, text: str, **more: str) -> None:
    start = dt.datetime.now(dt.UTC).replace(second=0)
    with time_machine.travel(start, tick=False):
        sent = fields_of(client.get(SHEET).content.decode())
    with time_machine.travel(start + dt.timedelta(minutes=minutes), tick=False):
        assert client.post(SHEET, {**sent, "line-1-text": text, **more}).status_code == 302


def test_minutes_are_added_up() -> None:
    room = soon().room
    client = come_in(room.meeting)
    type_for(client, 7, "The bus is late")
    type_for(client, 5, "And dear")
    room.refresh_from_db()
    assert room.typing_minutes == 12


def test_a_sheet_that_lay_open_counts_four_hours_at_most() -> None:
    room = soon().room
    type_for(come_in(room.meeting), 600, "The bus is late")
    room.refresh_from_db()
    assert room.typing_minutes == 240


@pytest.mark.parametrize("opened", ["", "12:forged", "x" * 9000, "99999999"])
def test_a_stamp_that_is_not_ours_counts_nothing(opened: str) -> None:
    room = soon().room
    type_for(come_in(room.meeting), 7, "The bus is late", opened=opened)
    room.refresh_from_db()
    assert room.typing_minutes is None


def test_minutes_stand_on_no_page_of_the_room() -> None:
    from smallplaces.meetings.models import Room

    room = soon().room
    client = come_in(room.meeting)
    type_for(client, 7, "The bus is late")
    Room.objects.update(typing_minutes=29417)
    pages = [client.get(path).content for path in ("/room/", "/room/said/", SHEET, f"/rooms/{room.pk}/")]
    assert not any(b"29417" in page for page in pages)
