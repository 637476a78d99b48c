"""What a room puts first, as pages read it: an order in words, and beside it what a public body says comes first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from smallplaces.issues.lines import IssueLine

PLACES = (
    gettext_lazy("first"),
    gettext_lazy("second"),
    gettext_lazy("third"),
    gettext_lazy("fourth"),
    gettext_lazy("fifth"),
    gettext_lazy("sixth"),
    gettext_lazy("seventh"),
    gettext_lazy("eighth"),
    gettext_lazy("ninth"),
    gettext_lazy("tenth"),
    gettext_lazy("eleventh"),
    gettext_lazy("twelfth"),
)


def place_in_words(position: int) -> str:
    """ "first", "second"; a number after the twelfth."""
    if 0 < position <= len(PLACES):
        return str(PLACES[position - 1])
    return _("in place %(number)s") % {"number": position}


@dataclass(frozen=True, kw_only=True)
class PriorityLine:
    """One line of a public body's own order, with its source. `issue_id` is ours that it meets, where there is one."""

    id: str
    body_id: str
    body_name: str
    position: int
    place_words: str
    text: str
    lang: str
    dir: str
    source: str
    issue_id: str


@dataclass(frozen=True, kw_only=True)
class BodySays:
    """Where a public body puts one of our issues: "seventh", or nothing where its own order does not name it."""

    body_name: str
    place_words: str
    source: str


@dataclass(frozen=True, kw_only=True)
class RankedLine:
    """One issue in a room's order. `marks` are for the group's own people; `tied` says that another stands beside it."""

    issue: IssueLine
    position: int
    place_words: str
    tied: bool
    marks: int | None
    bodies: tuple[BodySays, ...]


@dataclass(frozen=True, kw_only=True)
class RankingLine:
    """What a room put first on a day, by which method, and who was asked first. `note` is for the group's own people."""

    kind: str = "ranking"
    id: str
    room_id: str
    room_name: str
    group_id: str
    group_name: str
    method: str
    method_words: str
    asked_first: bool
    asked_first_words: str
    lang: str
    dir: str
    note: str
    on: date
    visibility: str
    ours: bool
    ranked: tuple[RankedLine, ...]
    priorities: tuple[PriorityLine, ...]

    def of(self, issue_id: str) -> RankedLine | None:
        """The line of one issue, where it is in this order."""
        return next((one for one in self.ranked if one.issue.id == issue_id), None)
