"""Dialogues as plain values. What everybody reads holds safe rows alone; exact numbers are in lines for the group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from smallplaces.engines.disclosure import SafeRow


@dataclass(frozen=True, kw_only=True)
class DialogueLine:
    """A dialogue in a list. `answered` is rounded down to tens; None where fewer than ten people answered."""

    id: str
    title: str
    lang: str
    dir: str
    place_slug: str
    place_name: str
    fictional: bool
    group_name: str
    answered: int | None
    statements: int
    brought_on: dt.date
    visibility: str
    kind: str = "dialogue"


@dataclass(frozen=True, kw_only=True)
class StatementLine:
    """A statement that the viewer may read, with what everybody may know of its answers. `ours`: the viewer's own group's."""

    id: str
    dialogue_id: str
    dialogue_title: str
    dialogue_lang: str
    number: int
    text: str
    lang: str
    dir: str
    answers: SafeRow
    words: str
    place_slug: str
    fictional: bool
    taken_back: bool = False
    ours: bool = False
    kind: str = "statement"


@dataclass(frozen=True, kw_only=True)
class DialoguePage:
    """One dialogue for everybody. `kept` statements are read by the group alone: what people were told does not allow more."""

    id: str
    title: str
    description: str
    lang: str
    dir: str
    url: str
    source: str
    origin_words: str
    told: str
    place_id: str
    place_slug: str
    place_name: str
    fictional: bool
    group_id: str
    group_name: str
    group_slug: str
    answered: int | None
    brought_on: dt.date
    visibility: str
    ours: bool
    statement_count: int
    not_shown: int
    waiting: int
    kept: int
    statements: tuple[StatementLine, ...]
    kind: str = "dialogue"


@dataclass(frozen=True, kw_only=True)
class ExactLine:
    """A statement inside its group: last answers counted, beside what the export itself counts. Never for other eyes."""

    id: str
    number: int
    text: str
    lang: str
    dir: str
    standing: str
    standing_words: str
    seed: bool
    agrees: int
    disagrees: int
    passes: int
    said_agrees: int | None
    said_disagrees: int | None
    quotable: bool
    taken_back: bool

    @property
    def differs(self) -> bool:
        """Whether the export counts otherwise than its last answers do."""
        return any(
            said is not None and said != counted
            for said, counted in ((self.said_agrees, self.agrees), (self.said_disagrees, self.disagrees))
        )

    @property
    def people(self) -> int:
        """How many answered it."""
        return self.agrees + self.disagrees + self.passes


@dataclass(frozen=True, kw_only=True)
class DialogueDesk:
    """One dialogue inside its group. `events` counts answers with those that people changed later, where known."""

    id: str
    title: str
    lang: str
    dir: str
    place_slug: str
    fictional: bool
    group_id: str
    told: str
    source: str
    url: str
    visibility: str
    people: int
    answers: int
    events: int | None
    statements: tuple[ExactLine, ...]

    @property
    def superseded(self) -> int:
        """How many answers were changed later, where the export tells."""
        return self.events - self.answers if self.events else 0

    @property
    def waiting(self) -> int:
        """How many statements wait for somebody to look at them."""
        return sum(one.standing == "waiting" for one in self.statements)

    @property
    def differing(self) -> int:
        """How many statements the export counts otherwise."""
        return sum(one.differs for one in self.statements)
