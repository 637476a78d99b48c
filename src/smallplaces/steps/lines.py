"""What pages and other rooms get to know about steps: plain values, already chosen for their viewer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class StepLine:
    """Who does what by when, and what came of it.

    `due_words` is the date in the reader's manner ("March 2026"), `done_words` the day it was done. `days_past` counts whole
    days since the due date of a step that is neither done nor dropped. `for_kind` is issue, demand, promise or decision.
    `volunteers` and `hours` are for the group's own people: all of it together, where they counted.
    """

    kind: str = "step"
    id: str
    who: str
    text: str
    lang: str
    dir: str
    kind_words: str
    due: str
    due_words: str
    days_past: int
    done_on: str
    done_words: str
    dropped_on: date | None
    made_on: date
    came_of_it: str
    visibility: str
    private: bool
    ours: bool
    group_id: str
    group_name: str
    group_slug: str
    fictional: bool
    for_kind: str
    for_id: str
    volunteers: int | None = None
    hours: Decimal | None = None

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped."""
        return not self.done_on and self.dropped_on is None


@dataclass(frozen=True, kw_only=True)
class ReminderLine:
    """A letter that somebody of the group asked for before a step is due. `email` is for the sender alone."""

    id: str
    step: StepLine
    email: str
    username: str
