"""What rooms did and heard, by their days, for a group's own season. For its own people alone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from smallplaces.core.viewers import Viewer
from smallplaces.meetings.models import ReadBack, Room, Sentence


@dataclass(frozen=True)
class Spoke:
    """A room that said something: on which day, in what sort of meeting, and how long the typing took."""

    room_id: str
    on: dt.date
    meeting_kind: str
    typing_minutes: int | None


def rooms_that_spoke(group_id: str, *, viewer: Viewer) -> list[Spoke]:
    """A group's rooms with sentences, first the oldest. Nothing for others. One query."""
    if not viewer.is_member_of(group_id):
        return []
    rows = Room.objects.filter(meeting__group_id=group_id, sentences__isnull=False).distinct()
    return [
        Spoke(row.pk, row.meeting.on, row.meeting.kind, row.typing_minutes)
        for row in rows.select_related("meeting").order_by("meeting__on", "id")
    ]


def sentence_ids_of_group(group_id: str, *, viewer: Viewer) -> list[str]:
    """The ids of all that a group's rooms said, taken back or not. Nothing for others. One query."""
    if not viewer.is_member_of(group_id):
        return []
    return list(Sentence.objects.filter(room__meeting__group_id=group_id).values_list("pk", flat=True))


def rooms_of_sentences(sentence_ids: Iterable[str]) -> dict[str, str]:
    """In which room each of these sentences was said. Ids alone. One query."""
    return dict(Sentence.objects.filter(pk__in=list(sentence_ids)).values_list("pk", "room_id"))


def days_heard(room_ids: Iterable[str]) -> dict[str, list[dt.date]]:
    """The days on which rooms heard something read back. That it happened is no secret. One query."""
    found: dict[str, list[dt.date]] = defaultdict(list)
    for room_id, on in ReadBack.objects.filter(room_id__in=list(room_ids)).values_list("room_id", "on"):
        found[room_id].append(on)
    return dict(found)
