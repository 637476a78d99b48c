"""Reads about rooms and what was read back to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.meetings.models import ReadBack, Room
from smallplaces.meetings.policies import is_inside
from smallplaces.meetings.queries.lines import ReadBackLine, RoomLine, RoomPage, readback_line
from smallplaces.meetings.queries.meeting_lines import meeting_line
from smallplaces.meetings.queries.meetings import meetings_visible_to, opened_by_link
from smallplaces.meetings.queries.sentences import sentences_of_rooms


def _room(room_id: str) -> Room:
    row = Room.objects.select_related("meeting__group__place").filter(pk=room_id).first()
    if row is None:
        raise NotVisibleError(room_id)
    return row


def find_room(room_id: str, *, viewer: Viewer) -> Room:
    """The record, for an action by somebody inside."""
    row = _room(room_id)
    if not is_inside(viewer, row.meeting):
        raise NotVisibleError(room_id)
    return row


def room_page(room_id: str, *, viewer: Viewer) -> RoomPage:
    """What the room said. It exists for whoever knows of the meeting, and for all once a sentence of it is public."""
    room = _room(room_id)
    meeting = meetings_visible_to(viewer).filter(pk=room.meeting_id).first()
    sentences = tuple(sentences_of_rooms([room_id], viewer=viewer))
    if meeting is None and not sentences:
        raise NotVisibleError(room_id)
    inside, group = is_inside(viewer, room.meeting), room.meeting.group
    released = room.count_released_on is not None
    return RoomPage(
        id=room.pk,
        name=room.name,
        lang=room.lang,
        dir=room.dir,
        meeting=meeting_line(meeting, mine=inside) if meeting else None,
        group_id=group.pk,
        group_name=group.name,
        group_slug=group.slug,
        place_name=group.place.name,
        place_slug=group.place.slug,
        fictional=group.place.fictional,
        head_count=room.head_count if inside or released else None,
        count_released=released,
        inside=inside,
        sentences=sentences,
        readbacks=tuple(readbacks_of_rooms([room_id], viewer=viewer).get(room_id, [])),
    )


def _readbacks(viewer: Viewer) -> QuerySet[ReadBack]:
    shown = held_by_visible_groups("readback", viewer) | opened_by_link(viewer, "room__meeting__")
    return ReadBack.objects.filter(shown).select_related("room").order_by("-on", "id")


def readbacks_of_rooms(room_ids: Iterable[str], *, viewer: Viewer) -> dict[str, list[ReadBackLine]]:
    """When what was made of their words was read back to rooms, latest first, by the room's id. One query."""
    found: dict[str, list[ReadBackLine]] = {}
    for row in _readbacks(viewer).filter(room_id__in=list(room_ids)):
        found.setdefault(row.room_id, []).append(readback_line(row))
    return found


def rooms_by_ids(room_ids: Iterable[str], *, viewer: Viewer) -> list[RoomLine]:
    """Rooms of the viewer's own groups or behind the link, in the order of their meetings. One query."""
    own = Q(meeting__group_id__in=viewer.group_ids) | opened_by_link(viewer, "meeting__")
    return _room_lines(Room.objects.filter(own, pk__in=list(room_ids)))


def rooms_of_group(group_id: str, *, viewer: Viewer) -> list[RoomLine]:
    """A group's rooms, for its own people. One query."""
    if not viewer.is_member_of(group_id):
        return []
    return _room_lines(Room.objects.filter(meeting__group_id=group_id))


def rooms_not_read_back(group_id: str, *, viewer: Viewer) -> list[RoomLine]:
    """A group's rooms that said something and have heard nothing back, oldest first; for its own people. One query."""
    if not viewer.is_member_of(group_id):
        return []
    heard = ReadBack.objects.filter(room_id=OuterRef("pk"))
    rows = Room.objects.filter(~Exists(heard), meeting__group_id=group_id, meeting__on__lte=today())
    return [line for line in _room_lines(rows) if line.sentence_count]


def _room_lines(rows: QuerySet[Room]) -> list[RoomLine]:
    counted = rows.annotate(count=Count("sentences", filter=Q(sentences__taken_back_on=None)))
    return [
        RoomLine(
            id=row.pk,
            name=row.name,
            lang=row.lang,
            meeting_id=row.meeting_id,
            on=row.meeting.on,
            sentence_count=row.count,
        )
        for row in counted.select_related("meeting").order_by("meeting__on", "id")
    ]
