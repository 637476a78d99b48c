"""A record of the thread, named for one viewer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import formats

from smallplaces.core.dates import PartialDate
from smallplaces.core.words import direction


@dataclass(frozen=True, kw_only=True)
class Ref:
    """One record: its kind and id, its words, what it is called (`note`: "A demand", "Resolution 41"), where it was made, when.

    `of_id` is the record on whose page it stands, where it has none of its own: the issue of a cause, the text of a clause.
    """

    kind: str
    id: str
    text: str
    lang: str = "en"
    note: str = ""
    made_in: str = ""
    on: dt.date | PartialDate | None = None
    taken_back: bool = False
    place_slug: str = ""
    of_id: str = ""

    @property
    def dir(self) -> str:
        """The direction in which its words are written."""
        return direction(self.lang)

    @property
    def what(self) -> str:
        """What it is called."""
        return self.note

    @property
    def date(self) -> str:
        """When, in the reader's manner; empty where it is not known."""
        return day(self.on)


@dataclass(frozen=True)
class Both:
    """Where a record came from and where it went."""

    came_from: tuple[Ref, ...]
    went_to: tuple[Ref, ...]


def day(on: dt.date | PartialDate | None) -> str:
    """A day or a partial date in the reader's manner."""
    if on is None:
        return ""
    return str(on) if isinstance(on, PartialDate) else formats.date_format(on, "j F Y")
