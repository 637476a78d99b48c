"""The sheet that goes back to a room tells what everybody may know, for paper stays where it was read."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core.clock import today
from smallplaces.thread.readback_sheet import readback_sheet
from tests.factories.meetings import inside, make_meeting, make_room

pytestmark = pytest.mark.django_db


def test_it_invites_to_the_next_public_meeting_and_tells_of_no_private_one() -> None:
    room = make_room()
    group = room.meeting.group
    make_meeting(group, on=today() + dt.timedelta(days=3), where="The back room")
    assert readback_sheet(room.pk, viewer=inside(group)).next is None

    make_meeting(group, on=today() + dt.timedelta(days=9), where="The chapel", visibility="public")
    coming = readback_sheet(room.pk, viewer=inside(group)).next
    assert coming is not None
    assert coming.where == "The chapel"
