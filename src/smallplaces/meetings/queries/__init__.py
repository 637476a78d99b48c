"""Reads about meetings, rooms and sentences. Each takes the viewer; a thing out of sight does not exist."""

from smallplaces.meetings.queries.lines import (
    MeetingLine,
    ReadBackLine,
    RoomLine,
    RoomPage,
    SentenceLine,
    TranslationLine,
)
from smallplaces.meetings.queries.meetings import (
    find_meeting,
    get_meeting,
    meetings_of_group,
    meetings_visible_to,
    next_meeting,
    next_meetings,
)
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

__all__ = [
    "MeetingLine",
    "ReadBackLine",
    "RoomLine",
    "RoomPage",
    "SentenceLine",
    "TranslationLine",
    "find_meeting",
    "find_room",
    "find_sentence",
    "find_sentences",
    "get_meeting",
    "get_sentence",
    "meetings_of_group",
    "meetings_visible_to",
    "next_meeting",
    "next_meetings",
    "readbacks_of_rooms",
    "room_page",
    "rooms_by_ids",
    "rooms_not_read_back",
    "rooms_of_group",
    "sentences_by_ids",
    "sentences_of_group",
    "sentences_of_rooms",
    "unreadable",
]
