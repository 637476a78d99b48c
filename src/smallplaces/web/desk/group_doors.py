"""What a group's desk page leads to, one line each, as data. A line whose page is not there yet is left out."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Door:
    """A page of the group: its route, which takes the group's address; what it is in plain words; whether only holders go in."""

    route: str
    words: str | Promise
    for_holders: bool = False


@dataclass(frozen=True)
class Part:
    """Some doors under one heading."""

    title: str | Promise
    doors: tuple[Door, ...]


PARTS = (
    Part(
        _("How we decide"),
        (
            Door("public:decisions", _("What we decided")),
            Door("desk:decision_record", _("Write down a decision")),
            Door("desk:committee", _("Committee seats")),
            Door("desk:principles", _("Principles we signed")),
            Door("desk:alliance", _("Alliances")),
        ),
    ),
    Part(
        _("How we meet and stay in touch"),
        (
            Door("desk:series_list", _("Our meetings, and those that come again")),
            Door("desk:dialogues", _("Dialogues: what many people answered")),
            Door("desk:messages", _("Messages to us")),
            Door("desk:letters", _("Letters to those who asked to hear from us")),
        ),
    ),
    Part(
        _("Looking back, and ahead"),
        (
            Door("desk:group_steps", _("Who does what by when")),
            Door("desk:outgoing", _("What goes out next, and whose words it uses")),
            Door("desk:hand_over", _("Hand-over sheet")),
            Door("desk:season", _("Our season")),
            Door("desk:harms", _("What harmed us")),
        ),
    ),
    Part(
        _("Who we are"),
        (
            Door("desk:group_describe", _("Change what your page says"), for_holders=True),
            Door("desk:conduct", _("How we treat one another"), for_holders=True),
            Door("desk:voices", _("Who speaks for us")),
        ),
    ),
    Part(
        _("Keeping, passing on, ending"),
        (
            Door("desk:deeds", _("Everything that was done")),
            Door("desk:pass_on", _("Step back, and pass on what you hold"), for_holders=True),
            Door("desk:archive", _("Take everything and leave"), for_holders=True),
            Door("desk:group_close", _("Close this group"), for_holders=True),
        ),
    ),
)


@dataclass(frozen=True)
class ShownDoor:
    """A door with its address."""

    url: str
    words: str


def _address(door: Door, slug: str) -> str:
    try:
        return reverse(door.route, args=[slug])
    except NoReverseMatch:
        return ""


def doors(slug: str, *, holds: bool) -> list[tuple[str, list[ShownDoor]]]:
    """The parts with those of their doors that are there for this member of the group."""
    found = []
    for part in PARTS:
        shown = [
            ShownDoor(url, str(door.words))
            for door in part.doors
            if (holds or not door.for_holders) and (url := _address(door, slug))
        ]
        if shown:
            found.append((str(part.title), shown))
    return found
