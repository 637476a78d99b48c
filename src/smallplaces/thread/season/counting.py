"""Counting, with plain values in and out: no tables, no clock, no words."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smallplaces.thread.season.quarter import Season

Day = dt.date


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int


@dataclass(frozen=True)
class Used:
    """A sentence in something that went out on a day."""

    sentence_id: str
    room_id: str
    went_out: Day


def in_time(items: Iterable[tuple[Day, Day | None]], *, days: int, season: Season, today: Day) -> Share:
    """Of things that began on a day, how many were followed by what should follow within so many days.

    A thing is counted in the season in which its days ran out, and only once they have: so it is counted exactly once,
    and nothing that still has time looks like a failure.
    """
    part = whole = 0
    for began, then in items:
        over = began + dt.timedelta(days=days)
        if season.holds(over) and over < today:
            whole += 1
            part += then is not None and then <= over
    return Share(part, whole)


def each_with_next(days: Iterable[Day]) -> list[tuple[Day, Day | None]]:
    """Each day with the next one after it. Two on one day are one."""
    ordered = sorted(set(days))
    return list(zip(ordered, [*ordered[1:], None], strict=True)) if ordered else []


def read_back_first(used: Iterable[Used], heard: Mapping[str, Sequence[Day]]) -> Share:
    """Of the sentences in what went out, how many had been read back to their room by then; each by its first going out."""
    first: dict[str, Used] = {}
    for one in sorted(used, key=lambda its: its.went_out):
        first.setdefault(one.sentence_id, one)
    told = [one for one in first.values() if any(day <= one.went_out for day in heard.get(one.room_id, ()))]
    return Share(len(told), len(first))


def days_until_heard(spoke: Mapping[str, Day], heard: Mapping[str, Sequence[Day]]) -> list[int]:
    """For each room that heard something back, the days from speaking to hearing the first of it."""
    return sorted((min(heard[room]) - day).days for room, day in spoke.items() if heard.get(room))


def middle(values: Sequence[float]) -> float | None:
    """The median; nothing of nothing."""
    return statistics.median(values) if values else None


def refusing(given: Iterable[frozenset[str]], offered: frozenset[str]) -> Share:
    """Of permissions, how many leave out at least one of the uses that people are asked about."""
    rows = list(given)
    return Share(sum(not offered <= uses for uses in rows), len(rows))


def kept_a_year(since: Iterable[Day | None], *, on: Day) -> int:
    """How many of these days lie a year or more before another."""
    return sum(day is not None and (on - day).days >= 365 for day in since)
