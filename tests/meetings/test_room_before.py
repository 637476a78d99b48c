"""The room that a kit tells of is one that anybody may know of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from smallplaces.core.clock import fixed
from smallplaces.meetings.actions import type_sentences
from smallplaces.meetings.lines import Line
from smallplaces.meetings.queries import get_meeting
from smallplaces.meetings.queries.kit import RoomBefore, room_before
from tests.factories.groups import make_group
from tests.factories.meetings import MEETING_DAY, inside, make_meeting, make_room

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

pytestmark = pytest.mark.django_db
LATER = MEETING_DAY + dt.timedelta(days=3 * 366)


def spoken_in_private(group: Group) -> None:
    """A private meeting with a public sentence; the permission to quote it ends by itself before `LATER`."""
    room = make_room(group, room_name="The night shift")
    said = [Line("The bus is gone", reach="public")]
    type_sentences(room, said, until=LATER - dt.timedelta(days=1), by=inside(group))


def before(group: Group) -> RoomBefore | None:
    coming = make_meeting(group, on=LATER)
    return room_before(get_meeting(coming.pk, viewer=inside(group)))


def test_a_room_of_a_private_meeting_whose_words_nobody_may_quote_any_more_is_on_no_paper() -> None:
    group = make_group()
    spoken_in_private(group)
    with fixed(LATER):
        assert before(group) is None


def test_a_room_that_everybody_may_know_of_takes_its_place() -> None:
    group = make_group()
    make_room(group, room_name="The open kitchen", on=MEETING_DAY - dt.timedelta(days=7), visibility="public")
    spoken_in_private(group)
    with fixed(LATER):
        found = before(group)
    assert found is not None
    assert (found.room_name, found.sentences) == ("The open kitchen", ())
