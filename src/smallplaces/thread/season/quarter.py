"""A season: three months, from the first day of one to the last of another."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

MONTHS = 3
SHAPE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class Season:
    """Three months. `start` is the first day of the first, `end` the last day of the third."""

    start: dt.date

    @property
    def end(self) -> dt.date:
        """The last day."""
        return months_on(self.start, MONTHS) - dt.timedelta(days=1)

    @property
    def before(self) -> Season:
        """The three months before."""
        return Season(months_on(self.start, -MONTHS))

    @property
    def after(self) -> Season:
        """The three months after."""
        return Season(months_on(self.start, MONTHS))

    def holds(self, day: dt.date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.start <= day <= self.end

    def __str__(self) -> str:
        """As an address names it: 2026-01."""
        return f"{self.start:%Y-%m}"


def months_on(day: dt.date, months: int) -> dt.date:
    """The first day of the month that is so many months on."""
    number = day.year * 12 + day.month - 1 + months
    return dt.date(number // 12, number % 12 + 1, 1)


def season_from(text: str, *, today: dt.date) -> Season:
    """The season that begins with a month ("2026-03"); the present quarter of the year where the text is no month."""
    match = SHAPE.fullmatch(text.strip())
    if match and 2000 <= int(match[1]) <= today.year + 1:
        return Season(dt.date(int(match[1]), int(match[2]), 1))
    return Season(dt.date(today.year, (today.month - 1) // MONTHS * MONTHS + 1, 1))
