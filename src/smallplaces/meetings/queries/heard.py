"""Which rooms' words something uses, and when each of them heard it read back: for its face."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max

from smallplaces.core.viewers import Viewer
from smallplaces.meetings.models import ReadBack, Room
from smallplaces.meetings.queries.meetings import meetings_visible_to
from smallplaces.meetings.queries.sentences import sentences_of_rooms


@dataclass(frozen=True, kw_only=True)
class RoomHeard:
    """A room, and when it last heard what was made of its words; None where it has not yet."""

    id: str
    name: str
    lang: str
    dir: str
    heard_on: dt.date | None
    kind: str = "room"


@dataclass(frozen=True, kw_only=True)
class ReadBackFace:
    """What stands on the face of something that goes out: whose words it uses, and when they were read back.

    A room that does not exist for the viewer is not named, nor counted: `unnamed` says that there is one, and
    `unnamed_not_yet` that one of these has not heard it yet.
    """

    rooms: tuple[RoomHeard, ...] = ()
    unnamed: bool = False
    unnamed_not_yet: bool = False

    @property
    def lives(self) -> bool:
        """Whether it uses anybody's words."""
        return bool(self.rooms or self.unnamed)

    @property
    def heard(self) -> tuple[RoomHeard, ...]:
        """The named rooms that heard it read back."""
        return tuple(one for one in self.rooms if one.heard_on)

    @property
    def not_yet(self) -> tuple[RoomHeard, ...]:
        """The named rooms that have not."""
        return tuple(one for one in self.rooms if not one.heard_on)


def heard_of_rooms(room_ids: Iterable[str]) -> tuple[RoomHeard, ...]:
    """Rooms in the order of their meetings, each with the day on which it last heard something read back. Two queries.

    The words of a read-back can be private; that it happened is no secret. The caller names only rooms that its viewer
    may know of.
    """
    wanted = list(dict.fromkeys(room_ids))
    if not wanted:
        return ()
    last = dict(ReadBack.objects.filter(room_id__in=wanted).values_list("room_id").annotate(Max("on")))
    return tuple(
        RoomHeard(id=row.pk, name=row.name, lang=row.lang, dir=row.dir, heard_on=last.get(row.pk))
        for row in Room.objects.filter(pk__in=wanted).order_by("meeting__on", "name", "id")
    )


def face_of(room_ids: Iterable[str], *, viewer: Viewer) -> ReadBackFace:
    """The face of something that uses words of these rooms, for one viewer. At most seven queries."""
    rooms = heard_of_rooms(room_ids)
    if not rooms:
        return ReadBackFace()
    ids = [one.id for one in rooms]
    seen = set(meetings_visible_to(viewer).filter(room__in=ids).values_list("room__id", flat=True))
    rest = [one for one in ids if one not in seen]
    if rest:
        seen |= {one.room_id for one in sentences_of_rooms(rest, viewer=viewer)}
    unnamed = [one for one in rooms if one.id not in seen]
    return ReadBackFace(
        rooms=tuple(one for one in rooms if one.id in seen),
        unnamed=bool(unnamed),
        unnamed_not_yet=any(one.heard_on is None for one in unnamed),
    )
