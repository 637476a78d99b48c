"""Calling a meeting, its heads, its link, its read-backs."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core.clock import fixed
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer
from tests.factories.groups import make_group
from tests.factories.meetings import MEETING_DAY, behind_link, inside, make_meeting, make_room, make_sentence
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db


def test_a_meeting_has_a_room_and_the_zone_of_its_place() -> None:
    meeting = make_meeting(make_group(place=make_place(zone="America/Lima")), room_name="Circle 3", lang="es")
    assert (meeting.zone, meeting.room.name, meeting.room.lang) == ("America/Lima", "Circle 3", "es")
    unnamed = make_meeting(text="The whole question")
    assert unnamed.room.name == unnamed.group.name


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 301}, "text"),
        ({"where": "\x00"}, "where"),
        ({"kind": "seance"}, "kind"),
        ({"lang": "English please"}, "lang"),
        ({"visibility": "secret"}, "visibility"),
        ({"room_name": "y" * 201}, "room_name"),
    ],
)
def test_a_fact_that_cannot_be_kept_names_its_field(fields, field) -> None:
    from smallplaces.meetings.models import Meeting

    with pytest.raises(RefusedError) as refused:
        make_meeting(**fields)
    assert refused.value.field == field
    assert not Meeting.objects.exists()


def test_a_group_that_is_not_open_meets_but_not_in_public() -> None:
    group = make_group(state="opening", opened_on=None)
    assert make_meeting(group).visibility == "private"
    with pytest.raises(RefusedError, match="second holder"):
        make_meeting(group, visibility="public")


def test_members_change_a_meeting_and_others_do_not() -> None:
    from smallplaces.meetings.actions import change_meeting

    meeting = make_meeting()
    change_meeting(meeting, where="The laundry", room_name="Circle 9", by=inside(meeting.group))
    meeting.refresh_from_db()
    assert (meeting.where, meeting.room.name) == ("The laundry", "Circle 9")
    for viewer in (ANYBODY, behind_link(meeting), inside(make_group()), Viewer(account_id="1", is_steward=True)):
        with pytest.raises(NotAllowedError):
            change_meeting(meeting, where="Elsewhere", by=viewer)


def test_a_meeting_where_somebody_spoke_cannot_be_removed() -> None:
    from smallplaces.meetings.actions import cancel_meeting
    from smallplaces.meetings.models import Meeting

    empty, spoken = make_meeting(), make_room().meeting
    make_sentence(spoken.room)
    cancel_meeting(empty, by=inside(empty.group))
    with pytest.raises(RefusedError, match="written down here"):
        cancel_meeting(spoken, by=inside(spoken.group))
    assert list(Meeting.objects.all()) == [spoken]


def test_a_link_moves_with_the_day_and_is_not_made_too_late() -> None:
    from smallplaces.core.models import OneTimeLink
    from smallplaces.meetings.actions import change_meeting, make_facilitator_link

    meeting = make_meeting()
    with fixed(MEETING_DAY):
        make_facilitator_link(meeting, by=inside(meeting.group))
        change_meeting(meeting, on=MEETING_DAY + dt.timedelta(days=7), by=inside(meeting.group))
    assert OneTimeLink.objects.get().until == MEETING_DAY + dt.timedelta(days=9)
    with fixed(MEETING_DAY + dt.timedelta(days=10)), pytest.raises(RefusedError, match="more than two days ago"):
        make_facilitator_link(meeting, by=inside(meeting.group))


def test_the_key_of_a_link_is_kept_nowhere() -> None:
    from smallplaces.meetings.actions import make_facilitator_link

    meeting = make_meeting()
    with fixed(MEETING_DAY):
        link, key = make_facilitator_link(meeting, by=inside(meeting.group))
    assert key not in str(vars(link))
    with pytest.raises(NotAllowedError):
        make_facilitator_link(meeting, by=behind_link(meeting))


@pytest.mark.parametrize("count", [0, -1, 100_001])
def test_a_head_count_is_a_number_of_people(count) -> None:
    from smallplaces.meetings.actions import count_heads

    room = make_room()
    with pytest.raises(RefusedError):
        count_heads(room, count, by=inside(room.meeting.group))


def test_a_read_back_says_in_words_who_could_not_be_found() -> None:
    from smallplaces.meetings.actions import read_back
    from smallplaces.meetings.queries import readbacks_of_rooms

    room = make_room()
    by = inside(room.meeting.group)
    with pytest.raises(RefusedError) as refused:
        read_back(room, on=MEETING_DAY, not_found="x" * 301, by=by)
    assert refused.value.field == "not_found"
    read_back(room, on=MEETING_DAY, not_found=" the night shift ", by=by)
    assert readbacks_of_rooms([room.pk], viewer=by)[room.pk][0].not_found == "the night shift"


def test_a_read_back_happened_after_the_meeting_and_before_tomorrow() -> None:
    from smallplaces.meetings.actions import read_back

    room = make_room()
    for day in (MEETING_DAY - dt.timedelta(days=1), dt.date(2999, 1, 1)):
        with pytest.raises(RefusedError) as refused:
            read_back(room, on=day, by=inside(room.meeting.group))
        assert refused.value.field == "on"
    with fixed(MEETING_DAY), pytest.raises(NotAllowedError):
        read_back(room, on=MEETING_DAY, by=ANYBODY)
