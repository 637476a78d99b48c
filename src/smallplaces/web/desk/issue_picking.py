"""Choosing among the sentences of a group: which belong under an issue, and which one names it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from smallplaces.meetings.queries import SentenceLine


@dataclass(frozen=True)
class Pick:
    """One sentence with its two small marks."""

    sentence: SentenceLine
    chosen: bool
    names_it: bool


@dataclass(frozen=True)
class RoomPicks:
    """The sentences of one room."""

    room_id: str
    name: str
    lang: str
    picks: tuple[Pick, ...]


def picks_by_room(lines: Sequence[SentenceLine], chosen: Collection[str] = (), named: str = "") -> list[RoomPicks]:
    """The lines under the name of their room, in their order."""
    rooms: dict[str, list[SentenceLine]] = {}
    for line in lines:
        rooms.setdefault(line.room_id, []).append(line)
    return [
        RoomPicks(
            room_id,
            its[0].room_name,
            its[0].room_lang,
            tuple(Pick(line, line.id in chosen, line.id == named) for line in its),
        )
        for room_id, its in rooms.items()
    ]
