"""What the face of something that goes out says about reading back, for whom."""

from __future__ import annotations

import pytest

from smallplaces.core.viewers import ANYBODY
from smallplaces.meetings.queries import ReadBackFace, face_of
from tests.factories.groups import make_group
from tests.factories.meetings import MEETING_DAY, inside, make_meeting, make_readback, make_sentence

pytestmark = pytest.mark.django_db


def test_rooms_are_named_with_the_day_they_heard_it_or_not_yet() -> None:
    group = make_group()
    told, waiting = (make_meeting(group, visibility="public", room_name=name).room for name in ("Told", "Waiting"))
    make_readback(told)

    face = face_of([waiting.pk, told.pk], viewer=ANYBODY)

    assert [(one.name, one.heard_on) for one in face.heard] == [("Told", MEETING_DAY)]
    assert [one.name for one in face.not_yet] == ["Waiting"]
    assert not face.unnamed


def test_room_that_nobody_outside_may_know_of_is_neither_named_nor_counted() -> None:
    group = make_group()
    rooms = [make_meeting(group, room_name=name).room for name in ("Secret one", "Secret two")]

    outside = face_of([one.pk for one in rooms], viewer=ANYBODY)

    assert outside == ReadBackFace(unnamed=True, unnamed_not_yet=True)
    for room in rooms:
        make_readback(room)
    assert face_of([one.pk for one in rooms], viewer=ANYBODY) == ReadBackFace(unnamed=True)
    assert len(face_of([one.pk for one in rooms], viewer=inside(group)).heard) == 2


def test_room_with_a_public_sentence_is_named_outside() -> None:
    room = make_meeting(room_name="Kitchen").room
    assert face_of([room.pk], viewer=ANYBODY).rooms == ()
    make_sentence(room, reach="public")
    assert [one.name for one in face_of([room.pk], viewer=ANYBODY).not_yet] == ["Kitchen"]


def test_what_uses_nobodys_words_says_nothing() -> None:
    assert not face_of([], viewer=ANYBODY).lives
