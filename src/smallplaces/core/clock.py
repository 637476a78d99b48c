"""Today, here. Instants are kept in UTC; a day belongs to a place and its time zone."""

from __future__ import annotations

import contextvars
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.utils import timezone

_fixed: contextvars.ContextVar[dt.date | None] = contextvars.ContextVar("fixed_day", default=None)


def today(zone: str = "UTC") -> dt.date:
    """The present day in a place's IANA time zone."""
    return _fixed.get() or timezone.now().astimezone(ZoneInfo(zone)).date()


def now() -> dt.datetime:
    """The present instant in UTC; noon of the fixed day while the clock is fixed."""
    day = _fixed.get()
    if day is None:
        return timezone.now()
    return dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)


@contextmanager
def fixed(day: dt.date) -> Iterator[None]:
    """Everything inside happens on this day. The demonstration place lives its past months through it."""
    mark = _fixed.set(day)
    try:
        yield
    finally:
        _fixed.reset(mark)
