"""The smallest valid objects of meetings."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tests.factories.groups import make_group

if TYPE_CHECKING:
    from smallplaces.core.viewers import Viewer
    from smallplaces.groups.models import Group
    from smallplaces.meetings.models import (
        Meeting,
        Photo,
        ReadBack,
        Room,
        Sentence,
        SentenceTranslation,
        Series,
        Training,
    )

MEETING_DAY = dt.date(2026, 3, 5)
WORDS = "The last bus leaves before my shift ends."


def inside(group: Group) -> Viewer:
    """A viewer with a role in a group, without an account behind it."""
    from smallplaces.core.viewers import Viewer

    return Viewer(
        account_id="0" * 26, roles=MappingProxyType({group.pk: "member"}), place_ids=frozenset([group.place_id])
    )


def behind_link(meeting: Meeting) -> Viewer:
    """The viewer behind a facilitator's link."""
    from smallplaces.core.viewers import Viewer

    return Viewer(purpose="meeting", thing_id=meeting.pk)


def make_meeting(group: Group | None = None, **fields: Any) -> Meeting:
    """A circle on a day, with its room."""
    from smallplaces.meetings.actions import call_meeting

    group = group or make_group()
    smallest = {"text": "What does it take to live here?", "on": MEETING_DAY, "where": "Chapel kitchen"}
    return call_meeting(group, by=inside(group), **smallest | fields)


def make_room(group: Group | None = None, **fields: Any) -> Room:
    """The room of a new meeting."""
    return make_meeting(group, **fields).room


def make_sentence(room: Room | None = None, text: str = WORDS, **marks: Any) -> Sentence:
    """One typed sentence; `marks` are those of a Line."""
    from smallplaces.meetings.actions import type_sentences
    from smallplaces.meetings.lines import Line

    room = room or make_room()
    return type_sentences(room, [Line(text, **marks)], by=inside(room.meeting.group))[0]


def make_translation(sentence: Sentence | None = None, **fields: Any) -> SentenceTranslation:
    """A translation by a person."""
    from smallplaces.meetings.models import SentenceTranslation

    smallest = {"text": "El último autobús sale antes.", "lang": "es", "by_words": "the kitchen circle"}
    return SentenceTranslation.objects.create(**smallest | {"sentence": sentence or make_sentence()} | fields)


def make_readback(room: Room | None = None, **fields: Any) -> ReadBack:
    """A private read-back on the day of the meeting."""
    from smallplaces.meetings.actions import read_back

    room = room or make_room()
    return read_back(room, by=inside(room.meeting.group), **{"on": room.meeting.on} | fields)


def make_photo(meeting: Meeting | None = None, picture: bytes = b"", **fields: Any) -> Photo:
    """A photograph of the wall, small and clean."""
    from smallplaces.meetings.actions import add_photo
    from tests.readers.picture_files import jpeg

    meeting = meeting or make_meeting()
    return add_photo(meeting, picture=picture or jpeg(), by=inside(meeting.group), **{"faces_looked_at": True} | fields)


def make_series(group: Group | None = None, **fields: Any) -> Series:
    """A series of two circles, a month from one another, the first on the day of meetings."""
    from smallplaces.meetings.actions import start_series

    group = group or make_group()
    smallest = {"text": "Thursday circle", "on": MEETING_DAY, "where": "Chapel kitchen", "rule": "monthly", "count": 2}
    return start_series(group, by=inside(group), **smallest | fields)


def make_training(meeting: Meeting | None = None, **fields: Any) -> Training:
    """A training for somebody, of no body."""
    from smallplaces.meetings.actions import describe_training

    meeting = meeting or make_meeting(kind="training")
    smallest = {"audience": "Bus drivers", "side": "for"}
    return describe_training(meeting, by=inside(meeting.group), **smallest | fields)
