"""Who reads what: the room all, the group all, everybody what is public, permitted and of an open group."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY, Viewer
from tests.factories.groups import make_group
from tests.factories.meetings import (
    behind_link,
    inside,
    make_meeting,
    make_readback,
    make_room,
    make_sentence,
    make_translation,
)
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
STEWARD = Viewer(account_id="1", is_steward=True)


def read(room, viewer) -> list[str]:
    from smallplaces.meetings.queries import sentences_of_rooms

    return [line.text for line in sentences_of_rooms([room.pk], viewer=viewer)]


def test_what_is_ours_does_not_exist_outside() -> None:
    from smallplaces.meetings.queries import get_sentence, sentences_by_ids

    room = make_room()
    ours, public = make_sentence(room, "Ours"), make_sentence(room, "Public", reach="public")
    for viewer in (inside(room.meeting.group), behind_link(room.meeting)):
        assert sorted(read(room, viewer)) == ["Ours", "Public"]
    for viewer in (ANYBODY, STEWARD, inside(make_group()), behind_link(make_meeting())):
        assert read(room, viewer) == ["Public"]
        assert [line.id for line in sentences_by_ids([ours.pk, public.pk], viewer=viewer)] == [public.pk]
        with pytest.raises(NotVisibleError):
            get_sentence(ours.pk, viewer=viewer)


def test_a_group_that_is_not_open_publishes_nothing() -> None:
    room = make_room(make_group(state="opening", opened_on=None))
    make_sentence(room, reach="public")
    assert read(room, ANYBODY) == []
    assert len(read(room, inside(room.meeting.group))) == 1


def test_a_permission_that_ended_ends_the_quotation() -> None:
    from smallplaces.core.clock import fixed
    from smallplaces.meetings.actions import type_sentences
    from smallplaces.meetings.lines import Line

    room, last = make_room(), dt.date(2026, 4, 1)
    with fixed(dt.date(2026, 3, 5)):
        type_sentences(room, [Line("Until April", reach="public")], until=last, by=inside(room.meeting.group))
    for day, seen in ((last, ["Until April"]), (last + dt.timedelta(days=1), [])):
        with fixed(day):
            assert read(room, ANYBODY) == seen


def test_one_and_a_few_read_the_same_outside_also_by_their_place() -> None:
    from smallplaces.meetings.queries import sentences_of_rooms

    room = make_room()
    make_sentence(room, "A by one", said_by="one", reach="public")
    make_sentence(room, "B by a few", said_by="few", reach="public")
    out = sentences_of_rooms([room.pk], viewer=ANYBODY)
    assert [(line.text, line.said_by_words) for line in out] == [
        ("A by one", "said by a few"),
        ("B by a few", "said by a few"),
    ]
    within = sentences_of_rooms([room.pk], viewer=behind_link(room.meeting))
    assert [line.said_by_words for line in within] == ["said by a few, strongly", "said by one"]


def test_what_was_taken_back_says_so_inside_and_is_gone_outside() -> None:
    from smallplaces.meetings.actions import take_back
    from smallplaces.meetings.queries import sentences_of_rooms

    room = make_room()
    by = inside(room.meeting.group)
    take_back(make_sentence(room, reach="public"), by=by)
    assert sentences_of_rooms([room.pk], viewer=ANYBODY) == []
    (line,) = sentences_of_rooms([room.pk], viewer=by)
    assert (line.text, line.taken_back, line.translations) == ("", True, ())
    assert line.taken_back_on is not None


def test_the_head_count_is_the_rooms_until_it_says_otherwise() -> None:
    from smallplaces.meetings.actions import count_heads, release_head_count
    from smallplaces.meetings.queries import room_page

    room = make_room(visibility="public")
    by = inside(room.meeting.group)
    count_heads(room, 12, by=by)
    assert room_page(room.pk, viewer=ANYBODY).head_count is None
    assert room_page(room.pk, viewer=by).head_count == 12
    release_head_count(room, by=by)
    assert room_page(room.pk, viewer=ANYBODY).head_count == 12
    count_heads(room, 13, by=by)
    assert room_page(room.pk, viewer=ANYBODY).head_count is None


def test_a_private_meeting_stays_unknown_behind_its_public_sentence() -> None:
    from smallplaces.meetings.queries import get_meeting, get_sentence, room_page

    room = make_room()
    with pytest.raises(NotVisibleError):
        room_page(room.pk, viewer=ANYBODY)
    sentence = make_sentence(room, reach="public")
    line, page = get_sentence(sentence.pk, viewer=ANYBODY), room_page(room.pk, viewer=ANYBODY)
    assert (line.meeting_id, line.on, page.meeting) == ("", None, None)
    with pytest.raises(NotVisibleError):
        get_meeting(room.meeting_id, viewer=ANYBODY)


def test_a_shared_meeting_shows_the_meeting_but_not_what_is_ours() -> None:
    from smallplaces.groups.models import Share
    from smallplaces.meetings.queries import get_meeting

    other, room = make_group(), make_room(visibility="shared")
    make_sentence(room, "Ours")
    Share.objects.create(kind="meeting", thing_id=room.meeting_id, group=other, made_on=room.meeting.on)
    assert get_meeting(room.meeting_id, viewer=inside(other)).id == room.meeting_id
    assert read(room, inside(other)) == []


def test_translations_stand_beside_and_say_who_made_them() -> None:
    from smallplaces.meetings.queries import get_sentence

    sentence = make_sentence(reach="public")
    make_translation(sentence)
    make_translation(sentence, lang="ar", text="آخر حافلة", by_words="", machine=True)
    lines = {one.lang: one for one in get_sentence(sentence.pk, viewer=ANYBODY).translations}
    assert (lines["es"].machine, lines["ar"].machine, lines["ar"].dir) == (False, True, "rtl")


def test_the_next_meeting_is_next_where_it_is_held() -> None:
    import time_machine

    from smallplaces.meetings.queries import next_meeting

    group = make_group(place=make_place(zone="Pacific/Honolulu"))
    day = dt.date(2026, 3, 5)
    make_meeting(group, on=day, visibility="public")
    for moment, found in (("2026-03-06T05:00:00+00:00", True), ("2026-03-06T11:00:00+00:00", False)):
        with time_machine.travel(dt.datetime.fromisoformat(moment), tick=False):
            assert bool(next_meeting(viewer=ANYBODY, place_id=group.place_id)) is found


def test_a_private_meeting_is_nobody_elses_next() -> None:
    from smallplaces.core.clock import today
    from smallplaces.meetings.queries import next_meeting

    meeting = make_meeting(on=today())
    assert next_meeting(viewer=ANYBODY, group_id=meeting.group_id) is None
    assert next_meeting(viewer=inside(meeting.group), group_id=meeting.group_id).id == meeting.pk


def test_rooms_not_read_back_are_those_that_spoke_and_heard_nothing() -> None:
    from smallplaces.meetings.queries import readbacks_of_rooms, rooms_not_read_back

    group = make_group()
    silent, waiting, told = make_room(group), make_room(group), make_room(group)
    make_sentence(waiting)
    make_sentence(told)
    make_readback(told, what="the sheet")
    by = inside(group)
    assert [line.id for line in rooms_not_read_back(group.pk, viewer=by)] == [waiting.pk]
    assert rooms_not_read_back(group.pk, viewer=ANYBODY) == []
    assert list(readbacks_of_rooms([silent.pk, told.pk], viewer=by)) == [told.pk]
    assert readbacks_of_rooms([told.pk], viewer=ANYBODY) == {}


@pytest.mark.parametrize("who", ["inside", "outside"])
def test_reading_one_or_three_hundred_sentences_costs_the_same(who) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from smallplaces.meetings.actions import type_sentences
    from smallplaces.meetings.lines import Line
    from smallplaces.meetings.queries import room_page, sentences_of_group

    room = make_room(visibility="public")
    by = inside(room.meeting.group)
    viewer = by if who == "inside" else ANYBODY
    costs = []
    for batch in (range(1), range(1, 151), range(151, 300)):
        type_sentences(room, [Line(f"Sentence {one}", reach="public") for one in batch], by=by)
        with CaptureQueriesContext(connection) as spent:
            assert len(room_page(room.pk, viewer=viewer).sentences) == batch[-1] + 1
            assert len(sentences_of_group(room.meeting.group_id, viewer=viewer)) == batch[-1] + 1
        costs.append(len(spent))
    assert costs[0] == costs[2]


def test_typing_two_hundred_costs_little_more_than_one() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from smallplaces.meetings.actions import type_sentences
    from smallplaces.meetings.lines import Line

    room, costs = make_room(), []
    for batch in (range(1), range(1, 201)):
        with CaptureQueriesContext(connection) as spent:
            type_sentences(room, [Line(f"Sentence {one}") for one in batch], by=inside(room.meeting.group))
        costs.append(len(spent))
    # SQLite takes a limited number of values in one statement: 200 rows are at most two statements for each table.
    assert costs[1] <= costs[0] + 2
