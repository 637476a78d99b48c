"""What pages, files and reports are given: plain values, frozen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from smallplaces.core.dates import PartialDate
from smallplaces.core.enums import Standing, Visibility


@dataclass(frozen=True, kw_only=True)
class Party:
    """Who asks, owes or is asked: a public body by its own name, or a group of ours."""

    kind: str
    id: str
    name: str
    lang: str = "en"
    dir: str = "ltr"
    ours: bool = False
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Ref:
    """Another record, named: its kind, its id, what it is called, and where the link to it was made."""

    kind: str
    id: str
    text: str
    lang: str = "en"
    dir: str = "ltr"
    taken_back: bool = False
    label: str = ""
    made_in: str = ""
    ours: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """What every line about a place knows."""

    kind: str
    id: str
    lang: str
    dir: str
    place_slug: str
    place_name: str
    fictional: bool
    group_name: str = ""
    group_slug: str = ""


@dataclass(frozen=True, kw_only=True)
class SignerLine:
    """A name that stands under a demand or a text."""

    kind: str = "signer"
    id: str
    name: str
    is_person: bool
    sector: str
    identification_only: bool
    signed_on: dt.date
    shown_until: dt.date | None
    waits: bool


@dataclass(frozen=True, kw_only=True)
class AnswerLine:
    """What a body answered to a demand, and how its words came."""

    kind: str = "answer"
    id: str
    who: Party
    text: str
    lang: str
    dir: str
    on: dt.date
    how: str
    how_words: str
    source: str


@dataclass(frozen=True, kw_only=True)
class DemandLine(Line):
    """A demand in one line. `on_whom` are the names of bodies, or ourselves under the group's name."""

    text: str
    taken_back: bool
    state: str
    state_words: str
    made_in: str
    made_on: dt.date
    asked_on: dt.date | None
    visibility: str
    on_whom: tuple[Party, ...]
    signer_count: int
    answer_count: int
    promise_count: int
    issue_id: str

    @property
    def mark(self) -> str:
        """How the state is drawn."""
        return {"won": "done", "withdrawn": "ended"}.get(self.state, "open")

    @property
    def is_private(self) -> bool:
        """Whether only its group reads it."""
        return self.visibility == Visibility.PRIVATE


@dataclass(frozen=True, kw_only=True)
class Word:
    """What one side says became of a promise, on a day, with reasons."""

    kind: str = "assessment"
    id: str
    side: str
    who: Party
    judgement: str
    words: str
    text: str
    lang: str
    dir: str
    on: dt.date
    public: bool
    how: str
    how_words: str
    source: str

    @property
    def mark(self) -> str:
        """How the judgement is drawn."""
        marks = {"kept": "done", "partly": "partly", "not_really": "not", "not_kept": "not", "denied": "not"}
        return marks.get(self.judgement, "open")


@dataclass(frozen=True, kw_only=True)
class PromiseLine(Line):
    """A promise in one line: who owes what, by when, with what money, and what each side says.

    `they` is the body's latest word, `we` the latest of each group. `days_past` counts from the last day that the due
    date can mean; `silent` says that it passed and whoever owes it said nothing since. `made_in` is where
    its link to the demand or the issue on whose page it stands was made.
    """

    text: str
    who: Party
    origin: str
    origin_words: str
    due: PartialDate | None
    due_words: str
    due_anchor: str
    money: str
    rhythm: str
    on: PartialDate | None
    source: str
    standing: str
    private: bool
    act: Ref | None
    clause: Ref | None
    they: Word | None
    we: tuple[Word, ...]
    days_past: int
    silent: bool
    made_in: str = ""

    @property
    def ours(self) -> bool:
        """Whether a group of ours owes it."""
        return self.who.ours

    @property
    def waits(self) -> bool:
        """Whether it still waits to be accepted."""
        return self.standing == Standing.PROPOSED

    @property
    def has_word(self) -> bool:
        """Whether anybody said what became of it."""
        return self.they is not None or bool(self.we)


@dataclass(frozen=True, kw_only=True)
class FollowUpLine:
    """What happened next, with its evidence."""

    kind: str = "followup"
    id: str
    text: str
    lang: str
    dir: str
    on: PartialDate | None
    source: str
    file_id: str
    file_name: str
    group_name: str
    visibility: str
    ours: bool = False


@dataclass(frozen=True, kw_only=True)
class ActLine(Line):
    """A text that commits, in one line, called by its own kind. `fate` tells how it ended, `lesson` what that taught."""

    own_kind: str
    own_kind_words: str
    title: str
    number: str
    on: PartialDate | None
    body: Party | None
    body_words: str = ""
    has_text: bool = True
    status: str
    status_words: str
    vote: str
    lesson: str
    source: str
    standing: str
    visibility: str
    promise_count: int
    made_in: str = ""

    @property
    def is_card(self) -> bool:
        """Whether it is known by name alone, and anybody may add its text."""
        return not self.has_text and not self.group_slug

    @property
    def who(self) -> str:
        """Who passed it: the body by its own name, or as the source has it; else the group."""
        return self.body.name if self.body else self.body_words or self.group_name

    @property
    def name(self) -> str:
        """Its kind and number as people say it: Resolution 41."""
        words = f"{self.own_kind_words[:1].upper()}{self.own_kind_words[1:]}"
        return f"{words} {self.number}".strip()

    @property
    def mark(self) -> str:
        """How its status is drawn."""
        if self.status in ("adopted", "in_force", "amended"):
            return "done"
        if self.status in ("rejected", "sent_back", "lapsed", "repealed", "ended"):
            return "ended"
        return "open"

    @property
    def failed(self) -> bool:
        """Whether it never came to hold: then the lesson is the point."""
        return self.status in ("rejected", "sent_back", "lapsed")

    @property
    def waits(self) -> bool:
        """Whether it still waits to be accepted."""
        return self.standing == Standing.PROPOSED
