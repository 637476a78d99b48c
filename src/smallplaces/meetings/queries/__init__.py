"""Reads about meetings, rooms and sentences. Each takes the viewer; a thing out of sight does not exist."""

from smallplaces.meetings.queries.heard import ReadBackFace, RoomHeard, face_of, heard_of_rooms
from smallplaces.meetings.queries.lines import (
    ReadBackLine,
    RoomLine,
    RoomPage,
    SentenceLine,
    TranslationLine,
)
from smallplaces.meetings.queries.meeting_lines import MeetingLine, SeriesLine, TrainingLine
from smallplaces.meetings.queries.meetings import (
    find_meeting,
    get_meeting,
    last_held,
    last_meetings,
    meetings_of_group,
    meetings_of_series,
    meetings_published,
    meetings_visible_to,
    next_meeting,
    next_meetings,
)
from smallplaces.meetings.queries.photos import find_photo, photos_of_meeting, picture_of
from smallplaces.meetings.queries.rooms import (
    find_room,
    readbacks_of_rooms,
    room_page,
    rooms_by_ids,
    rooms_not_read_back,
    rooms_of_group,
)
from smallplaces.meetings.queries.sentences import (
    find_sentence,
    find_sentences,
    get_sentence,
    sentences_by_ids,
    sentences_of_group,
    sentences_of_rooms,
    unreadable,
)
from smallplaces.meetings.queries.series import find_series, get_series, series_of_group
from smallplaces.meetings.queries.trainings import (
    any_training,
    training_of,
    trainings_of_group,
    trainings_of_place,
    trainings_page,
)

__all__ = [
    "MeetingLine",
    "ReadBackFace",
    "ReadBackLine",
    "RoomHeard",
    "RoomLine",
    "RoomPage",
    "SentenceLine",
    "SeriesLine",
    "TrainingLine",
    "TranslationLine",
    "any_training",
    "face_of",
    "find_meeting",
    "find_photo",
    "find_room",
    "find_sentence",
    "find_sentences",
    "find_series",
    "get_meeting",
    "get_sentence",
    "get_series",
    "heard_of_rooms",
    "last_held",
    "last_meetings",
    "meetings_of_group",
    "meetings_of_series",
    "meetings_published",
    "meetings_visible_to",
    "next_meeting",
    "next_meetings",
    "photos_of_meeting",
    "picture_of",
    "readbacks_of_rooms",
    "room_page",
    "rooms_by_ids",
    "rooms_not_read_back",
    "rooms_of_group",
    "sentences_by_ids",
    "sentences_of_group",
    "sentences_of_rooms",
    "series_of_group",
    "training_of",
    "trainings_of_group",
    "trainings_of_place",
    "trainings_page",
    "unreadable",
]
