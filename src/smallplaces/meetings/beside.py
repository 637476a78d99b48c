"""Rights stand beside what people say, where the group of the room set them."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.meetings.models import Sentence, SentenceRight
from smallplaces.meetings.queries.beside import sentences_beside_rights
from smallplaces.norms.linking import Linkable, Said, register


def said_of_sentence(sentence: Sentence) -> Said:
    """Its words; none where they were taken back."""
    return Said(sentence.text, sentence.lang)


def may_link_sentence(viewer: Viewer, sentence: Sentence) -> bool:
    """The people of the group that called the room together."""
    return viewer.is_member_of(sentence.room.meeting.group_id)


def register_kinds() -> None:
    """Called once, when the app is ready."""
    path = "room__meeting__group"
    register(
        Linkable(
            "sentence",
            SentenceRight,
            sentences_beside_rights,
            said_of_sentence,
            may_link_sentence,
            f"{path}__place_id",
            f"{path}_id",
        )
    )
