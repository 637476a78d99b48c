"""Reads for the kit of a meeting: what the group's last room said, and when it meets after this one.

The kit is paper that goes round a room, and nobody asks at the door whose member each person is. So both reads are
anybody's, whoever prints: what only the group reads stands on no sheet (docs/decisions/0025).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from smallplaces.core.viewers import ANYBODY
from smallplaces.groups.enums import GroupState
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.meetings.enums import SentenceReach
from smallplaces.meetings.models import Meeting, Sentence
from smallplaces.meetings.queries.lines import SentenceLine
from smallplaces.meetings.queries.meeting_lines import MeetingLine, meeting_line
from smallplaces.meetings.queries.meetings import meetings_visible_to
from smallplaces.meetings.queries.sentences import sentences_of_rooms


@dataclass(frozen=True)
class RoomBefore:
    """The room that met before, as anybody may know it; `on` is None where its meeting is not public."""

    room_id: str
    room_name: str
    lang: str
    on: dt.date | None
    sentences: tuple[SentenceLine, ...]


def room_before(meeting: MeetingLine) -> RoomBefore | None:
    """The group's last room before this meeting that anybody may know of, with its public sentences. At most nine queries.

    A room that said something comes before a later training or committee at which nothing was said in public.
    """
    shown = held_by_visible_groups("meeting", ANYBODY)
    said = Sentence.objects.filter(
        room__meeting=OuterRef("pk"),
        reach=SentenceReach.PUBLIC,
        taken_back_on=None,
        room__meeting__group__state=GroupState.OPEN,
    )
    rows = Meeting.objects.filter(shown | Exists(said), Q(group_id=meeting.group_id), on__lt=meeting.on)
    row = rows.select_related("room").annotate(
        is_shown=Exists(Meeting.objects.filter(shown, pk=OuterRef("pk"))), has_words=Exists(said)
    )
    in_order = row.order_by("-has_words", "-on", "-starts", "id")
    last = in_order.first()
    sentences = _public_words(last)
    if last and not last.is_shown and not sentences:
        # Its words are public, but nobody may quote them: then nobody outside knows of the room either.
        last = in_order.filter(shown).first()
        sentences = _public_words(last)
    if last is None:
        return None
    day = last.on if last.is_shown else None
    return RoomBefore(last.room.pk, last.room.name, last.room.lang, day, sentences)


def _public_words(meeting: Meeting | None) -> tuple[SentenceLine, ...]:
    return tuple(sentences_of_rooms([meeting.room.pk], viewer=ANYBODY)) if meeting else ()


def meeting_after(meeting: MeetingLine) -> MeetingLine | None:
    """The group's next meeting after this one that anybody may know of. One query."""
    row = meetings_visible_to(ANYBODY).filter(group_id=meeting.group_id, on__gt=meeting.on).first()
    return meeting_line(row, mine=False) if row else None
