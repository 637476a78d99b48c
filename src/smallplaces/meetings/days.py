"""Days and hours: when a series comes again, hours that a night does not have, and the days of human rights."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.enums import SeriesRule

YEARS = range(1900, 3000)
# An hour up to this one belongs to the night after, when a meeting begins at noon or later.
MORNING, NOON = dt.time(6), dt.time(12)
A_DAY = dt.timedelta(days=1)
NTH = {
    1: _lazy("every month, on the first %(weekday)s"),
    2: _lazy("every month, on the second %(weekday)s"),
    3: _lazy("every month, on the third %(weekday)s"),
    4: _lazy("every month, on the fourth %(weekday)s"),
    5: _lazy("every month, on the last %(weekday)s"),
}


@dataclass(frozen=True)
class RightsDay:
    """A day that people working for human rights keep, and when it comes next."""

    on: dt.date
    name: str


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth weekday (0 is Monday) of a month; a fifth one that the month does not have is the last one."""
    first, days = calendar.monthrange(year, month)
    day = 1 + (weekday - first) % 7 + 7 * (nth - 1)
    return dt.date(year, month, day if day <= days else day - 7)


def _days(rule: str, first: dt.date) -> Iterator[dt.date]:
    if rule in {SeriesRule.WEEKLY, SeriesRule.FORTNIGHTLY}:
        weeks = 1 if rule == SeriesRule.WEEKLY else 2
        while True:
            yield first
            first += dt.timedelta(weeks=weeks)
    month, nth = first.year * 12 + first.month - 1, (first.day - 1) // 7 + 1
    while rule == SeriesRule.MONTHLY:
        yield weekday_of_month(month // 12, month % 12 + 1, first.weekday(), nth)
        month += 1
    year = first.year
    while True:
        # The 29th of February is kept on the 28th where a year has no other.
        day = min(first.day, calendar.monthrange(year, first.month)[1])
        yield dt.date(year, first.month, day)
        year += 1


def days_of(rule: str, first: dt.date, count: int, *, after: dt.date | None = None) -> list[dt.date]:
    """The first `count` days of a series, counted from its first day; only those after a day, where one is given."""
    found: list[dt.date] = []
    for day in _days(rule, first):
        if len(found) == count or day.year not in YEARS:
            break
        if after is None or day > after:
            found.append(day)
    return found


def rule_in_words(rule: str, first: dt.date) -> str:
    """ "every month, on the second Thursday"."""
    if rule == SeriesRule.MONTHLY:
        return NTH[(first.day - 1) // 7 + 1] % {"weekday": WEEKDAYS[first.weekday()]}
    if rule == SeriesRule.YEARLY:
        return _("every year, on %(day)s") % {"day": formats.date_format(first, "j F")}
    every = _("every week, on %(weekday)s") if rule == SeriesRule.WEEKLY else _("every two weeks, on %(weekday)s")
    return every % {"weekday": WEEKDAYS[first.weekday()]}


def begins(on: dt.date, starts: dt.time, zone: str) -> dt.datetime:
    """The first instant of a meeting, in the meeting's own zone."""
    return dt.datetime.combine(on, starts, tzinfo=ZoneInfo(zone))


def finishes(on: dt.date, starts: dt.time, ends: dt.time, zone: str) -> dt.datetime:
    """Its last instant; an end that is no later than the beginning is in the night after."""
    return dt.datetime.combine(on if ends > starts else on + A_DAY, ends, tzinfo=ZoneInfo(zone))


def check_day(on: dt.date) -> None:
    """Refuses a year that nobody means."""
    if on.year not in YEARS:
        raise RefusedError(_("Write a year between 1900 and 2999."), field="on")


def check_hours(on: dt.date, starts: dt.time | None, ends: dt.time | None, zone: str) -> None:
    """Refuses an end without or before its beginning, and an hour that the night of a clock change does not have."""
    check_day(on)
    if ends is not None and starts is None:
        raise RefusedError(_("Say when it begins, too."), field="starts")
    if starts is not None:
        _check_it_exists(begins(on, starts, zone), "starts")
    if starts is None or ends is None:
        return
    if ends <= starts and (starts < NOON or ends > MORNING):
        raise RefusedError(
            _("It ends before it begins. An evening may go on after midnight, until six in the morning."),
            field="ends",
        )
    _check_it_exists(finishes(on, starts, ends, zone), "ends")


def _check_it_exists(moment: dt.datetime, field: str) -> None:
    if moment.astimezone(dt.UTC).astimezone(moment.tzinfo).replace(tzinfo=None) != moment.replace(tzinfo=None):
        words = {"hour": formats.time_format(moment.time()), "day": formats.date_format(moment.date(), "j F Y")}
        raise RefusedError(
            _("The clocks go forward in the night of %(day)s: there is no %(hour)s then. Choose another hour.") % words,
            field=field,
        )


# Month, day, name. The one that is counted in Mondays stands in `_second_monday`.
RIGHTS_DAYS: tuple[tuple[int, int, str | Promise], ...] = (
    (3, 8, _lazy("International Women’s Day")),
    (3, 21, _lazy("Day against racial discrimination")),
    (6, 20, _lazy("World Refugee Day")),
    (8, 9, _lazy("Day of the world’s Indigenous peoples")),
    (10, 17, _lazy("Day against poverty")),
    (11, 20, _lazy("World Children’s Day")),
    (11, 25, _lazy("Day against violence on women; sixteen days begin, until 10 December")),
    (12, 3, _lazy("Day of people with disabilities")),
    (12, 10, _lazy("Human Rights Day")),
    (12, 18, _lazy("Migrants’ Day")),
)
OCTOBER, MONDAY = 10, 0


def rights_days(since: dt.date) -> list[RightsDay]:
    """Each human rights day once, as it comes next from a day on, the soonest first."""
    found = []
    for month, day, name in RIGHTS_DAYS:
        on = dt.date(since.year, month, day)
        found.append(RightsDay(on if on >= since else on.replace(year=since.year + 1), str(name)))
    second = weekday_of_month(since.year, OCTOBER, MONDAY, 2)
    if second < since:
        second = weekday_of_month(since.year + 1, OCTOBER, MONDAY, 2)
    found.append(RightsDay(second, _("Indigenous Peoples’ Day (United States)")))
    return sorted(found, key=lambda one: one.on)
