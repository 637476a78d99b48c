"""The tables of meetings. Keys that point here from other apps have no way back but `core.ends`."""

from smallplaces.meetings.models.rights import SentenceRight
from smallplaces.meetings.models.rooms import Meeting, ReadBack, Room, Sentence, SentenceTranslation
from smallplaces.meetings.models.series import Photo, Series, Training

__all__ = [
    "Meeting",
    "Photo",
    "ReadBack",
    "Room",
    "Sentence",
    "SentenceRight",
    "SentenceTranslation",
    "Series",
    "Training",
]
