"""What of a group goes out next, what has gone out, and whose words each of them uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from smallplaces.commitments.queries import acts_visible_to, demands_visible_to, rooms_of_acts, rooms_of_demands
from smallplaces.core.enums import Visibility
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.queries import (
    ReadBackLine,
    RoomHeard,
    RoomLine,
    face_of,
    readbacks_of_rooms,
    rooms_not_read_back,
    rooms_of_group,
)
from smallplaces.reports.enums import ReportState
from smallplaces.reports.queries import reports_visible_to, rooms_of_reports
from smallplaces.thread.named import Key, named
from smallplaces.thread.refs import Ref


@dataclass(frozen=True, kw_only=True)
class RoomBehind:
    """A room whose words something uses. `ours` where this group can take the sheet back to it."""

    room: RoomHeard
    ours: bool
    readbacks: tuple[ReadBackLine, ...]


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """One thing that goes out, or has gone (`out`), with the rooms behind it: those that have not heard it first."""

    thing: Ref
    out: bool
    rooms: tuple[RoomBehind, ...]

    @property
    def not_yet(self) -> tuple[RoomBehind, ...]:
        """The rooms that have heard nothing back."""
        return tuple(one for one in self.rooms if not one.room.heard_on)


@dataclass(frozen=True, kw_only=True)
class RoomToHear:
    """A room that has heard nothing back, with all that uses its words."""

    room: RoomHeard
    ours: bool
    used_in: tuple[Ref, ...]


@dataclass(frozen=True, kw_only=True)
class OutgoingPage:
    """What goes out next, and what has gone since; before both, the rooms to read to.

    `silent` are the rooms that spoke, have heard nothing back, and whose words are in nothing that goes out.
    """

    first: tuple[RoomToHear, ...]
    silent: tuple[RoomLine, ...]
    next: tuple[Outgoing, ...]
    gone: tuple[Outgoing, ...]


def outgoing(group_id: str, *, viewer: Viewer) -> OutgoingPage:
    """For a group's own people; empty for others. About thirty queries, however much there is."""
    if not viewer.is_member_of(group_id):
        return OutgoingPage(first=(), silent=(), next=(), gone=())
    out = _things(group_id, viewer)
    refs = named(out, viewer=viewer)
    behind = _rooms_behind(out)
    rooms = _rooms({pk for ids in behind.values() for pk in ids}, group_id, viewer)
    found = [
        Outgoing(
            thing=refs[key],
            out=out[key],
            rooms=tuple(sorted((rooms[pk] for pk in behind.get(key, ()) if pk in rooms), key=_unheard_first)),
        )
        for key in out
        if key in refs and not refs[key].taken_back
    ]
    found.sort(key=lambda one: (not one.not_yet, not one.rooms))
    first = _to_hear(found)
    named_first = {one.room.id for one in first}
    silent = rooms_not_read_back(group_id, viewer=viewer)
    return OutgoingPage(
        first=first,
        silent=tuple(one for one in silent if one.id not in named_first),
        next=tuple(one for one in found if not one.out),
        gone=tuple(one for one in found if one.out and one.rooms),
    )


def _things(group_id: str, viewer: Viewer) -> dict[Key, bool]:
    """Reports, demands and texts of the group, and whether each has gone out."""
    reports = reports_visible_to(viewer).filter(group_id=group_id).order_by("-on", "id")
    demands = demands_visible_to(viewer).filter(group_id=group_id).order_by("-made_on", "id")
    acts = acts_visible_to(viewer).filter(group_id=group_id).order_by("-on_earliest", "id")
    public = Visibility.PUBLIC
    return {
        **{("report", pk): state == ReportState.HANDED_IN for pk, state in reports.values_list("pk", "state")},
        **{("demand", pk): seen == public for pk, seen in demands.values_list("pk", "visibility")},
        **{("act", pk): seen == public for pk, seen in acts.values_list("pk", "visibility")},
    }


def _rooms_behind(things: Iterable[Key]) -> dict[Key, tuple[str, ...]]:
    """The rooms whose sentences each uses. Five queries."""
    keys = list(things)
    ways = {"report": rooms_of_reports, "demand": rooms_of_demands, "act": rooms_of_acts}
    found: dict[Key, tuple[str, ...]] = {}
    for kind, rooms_of in ways.items():
        ids = [pk for its, pk in keys if its == kind]
        found |= {(kind, pk): rooms for pk, rooms in rooms_of(ids).items()}
    return found


def _rooms(ids: Iterable[str], group_id: str, viewer: Viewer) -> dict[str, RoomBehind]:
    face = face_of(ids, viewer=viewer)
    own = {one.id for one in rooms_of_group(group_id, viewer=viewer)}
    back = readbacks_of_rooms([one.id for one in face.rooms], viewer=viewer)
    return {
        one.id: RoomBehind(room=one, ours=one.id in own, readbacks=tuple(back.get(one.id, ()))) for one in face.rooms
    }


def _unheard_first(one: RoomBehind) -> tuple[bool, str]:
    return one.room.heard_on is not None, one.room.name


def _to_hear(found: Iterable[Outgoing]) -> tuple[RoomToHear, ...]:
    rooms: dict[str, RoomBehind] = {}
    used: dict[str, list[Ref]] = {}
    for one in found:
        for behind in one.not_yet:
            rooms[behind.room.id] = behind
            used.setdefault(behind.room.id, []).append(one.thing)
    return tuple(RoomToHear(room=one.room, ours=one.ours, used_in=tuple(used[pk])) for pk, one in rooms.items())
