"""Partial dates: 2001, 2001-02 or 2001-02-08, as they are known."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast, Left, Length
from django.utils import formats
from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError

SHAPE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


def is_partial_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that the calendar has."""
    match = SHAPE.fullmatch(text)
    if match is None:
        return False
    try:
        dt.date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return False
    return True


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, a month or a year. `earliest` and `latest` are the first and last day that it can mean."""

    text: str

    def __post_init__(self) -> None:
        if not is_partial_date(self.text):
            raise RefusedError(
                _("“%(text)s” is not a date. Write a year, a month or a day: 2001, 2001-02 or 2001-02-08.")
                % {"text": self.text[:40]}
            )

    @property
    def _parts(self) -> list[int]:
        return [int(part) for part in self.text.split("-")]

    @property
    def earliest(self) -> dt.date:
        """The first day that this date can mean."""
        year, month, day = [*self._parts, 1, 1][:3]
        return dt.date(year, month, day)

    @property
    def latest(self) -> dt.date:
        """The last day that this date can mean."""
        parts = self._parts
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return dt.date(year, month, day)

    def __str__(self) -> str:
        """In the reader's manner: 2001, February 2001, 8 February 2001."""
        patterns = {4: "Y", 7: "F Y", 10: "j F Y"}
        return formats.date_format(self.earliest, patterns[len(self.text)])


def partial(value: str | dt.date | PartialDate | None) -> PartialDate | None:
    """Reads a partial date from text or a day; nothing from nothing. Raises RefusedError."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, dt.date):
        return PartialDate(value.isoformat())
    text = (value or "").strip()
    return PartialDate(text) if text else None


def columns(name: str, value: str | dt.date | PartialDate | None) -> dict[str, Any]:
    """The three columns of a partial date, for `Model(**columns("due", "2026-03"))`."""
    date = partial(value)
    return {
        name: date.text if date else "",
        f"{name}_earliest": date.earliest if date else None,
        f"{name}_latest": date.latest if date else None,
    }


def agree(name: str) -> models.CheckConstraint:
    """The text and its two derived days say the same, or all three are empty."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"

    def head(column: str) -> Left:
        return Left(Cast(F(column), models.CharField()), Length(name))

    empty = Q(**{name: "", f"{earliest}__isnull": True, f"{latest}__isnull": True})
    filled = Q(**{name: head(earliest), f"{earliest}__lte": F(latest)}) & Q(**{name: head(latest)})
    return models.CheckConstraint(condition=empty | filled, name=f"%(app_label)s_%(class)s_{name}_agrees")


class Dated(models.Model):
    """A record with the partial date on which it happened."""

    on = models.CharField(max_length=10, blank=True)
    on_earliest = models.DateField(null=True, editable=False)
    on_latest = models.DateField(null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [agree("on")]

    @property
    def on_date(self) -> PartialDate | None:
        """When it happened, as it is known."""
        return partial(self.on)


class Due(models.Model):
    """A record with a date by which something shall be done.

    A date in words ("within six months of the effective date") keeps its words and its anchor; the due date is
    worked out once a person gave the anchor. Without a due date nothing is ever late.
    """

    due = models.CharField(max_length=10, blank=True)
    due_earliest = models.DateField(null=True, editable=False)
    due_latest = models.DateField(null=True, editable=False)
    due_words = models.CharField(max_length=300, blank=True)
    due_anchor = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [agree("due")]

    @property
    def due_date(self) -> PartialDate | None:
        """By when, as it is known."""
        return partial(self.due)

    def days_past(self, today: dt.date) -> int:
        """Whole days since the last day that the due date can mean; 0 while it has not passed or is not known."""
        return max(0, (today - self.due_latest).days) if self.due_latest else 0
