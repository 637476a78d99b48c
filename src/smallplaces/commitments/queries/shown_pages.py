"""Whole pages: a text, a demand, a promise; and the lists of a place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from smallplaces.commitments.queries.followed import HistoryLine
from smallplaces.commitments.queries.shown import (
    ActLine,
    AnswerLine,
    DemandLine,
    FollowUpLine,
    PromiseLine,
    Ref,
    SignerLine,
    Word,
)
from smallplaces.core.dates import PartialDate
from smallplaces.meetings.queries import ReadBackFace
from smallplaces.places.queries import MilestoneLine


@dataclass(frozen=True, kw_only=True)
class PromisePage(PromiseLine):
    """A promise whole. `earlier` are the words that newer ones of the same side follow."""

    earlier: tuple[Word, ...]
    followups: tuple[FollowUpLine, ...]
    demands: tuple[Ref, ...]
    issues: tuple[Ref, ...]
    clause_text: str


@dataclass(frozen=True, kw_only=True)
class DemandPage(DemandLine):
    """A demand whole. `read_back` says whose words it uses, and when they heard it."""

    issue: Ref | None
    signers: tuple[SignerLine, ...]
    answers: tuple[AnswerLine, ...]
    promises: tuple[PromiseLine, ...]
    acts: tuple[ActLine, ...]
    read_back: ReadBackFace


@dataclass(frozen=True, kw_only=True)
class BorrowingLine:
    """What went from one text into another: which, what was changed, and what came of it."""

    kind: str = "borrowing"
    id: str
    act: Ref
    place_name: str
    clause: Ref
    clause_text: str
    changed: str
    text: str
    lang: str
    dir: str
    told_on: dt.date | None


@dataclass(frozen=True, kw_only=True)
class ClauseLine:
    """One part of a text, in its place."""

    kind: str = "clause"
    id: str
    own_kind: str
    own_kind_words: str
    label: str
    level: int
    text: str
    binds: bool
    promises: tuple[PromiseLine, ...]
    taken_up: tuple[BorrowingLine, ...]

    @property
    def words(self) -> str:
        """The text without the label that the page sets before it."""
        return self.text.removeprefix(self.label).lstrip(" :,.\n") if self.label else self.text


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    """One version of a text."""

    kind: str = "version"
    id: str
    stage_words: str
    on: PartialDate | None
    position: int


@dataclass(frozen=True, kw_only=True)
class ActPage(ActLine):
    """A text whole: its promises first, then its clauses. `read_back` is for a text of our own."""

    web_address: str
    numbers_in_words: str
    versions: tuple[VersionLine, ...]
    shown: VersionLine | None
    text_lang: str
    text_dir: str
    clauses: tuple[ClauseLine, ...]
    promises: tuple[PromiseLine, ...]
    signers: tuple[SignerLine, ...]
    taken_from: tuple[BorrowingLine, ...]
    taken_up: tuple[BorrowingLine, ...]
    demands: tuple[Ref, ...]
    followed: tuple[MilestoneLine, ...]
    told: tuple[HistoryLine, ...]
    read_back: ReadBackFace

    @property
    def binds(self) -> bool:
        """Whether any clause says what shall be done."""
        return any(one.binds for one in self.clauses)


@dataclass(frozen=True, kw_only=True)
class PlaceActs:
    """The texts of a place."""

    kind: str = "acts"
    place_slug: str
    place_name: str
    fictional: bool
    acts: tuple[ActLine, ...]


@dataclass(frozen=True, kw_only=True)
class PlacePromises:
    """The promises of a place, theirs and ours."""

    kind: str = "promises"
    place_slug: str
    place_name: str
    fictional: bool
    theirs: tuple[PromiseLine, ...]
    ours: tuple[PromiseLine, ...]

    @property
    def everything(self) -> tuple[PromiseLine, ...]:
        """Theirs, then ours: the rows of a table."""
        return (*self.theirs, *self.ours)
