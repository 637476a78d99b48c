"""When a series comes again, and hours that a night does not have."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.days import begins, check_hours, days_of, finishes, rights_days, rule_in_words
from smallplaces.meetings.enums import SeriesRule

DAYS = some.dates(dt.date(1990, 1, 1), dt.date(2200, 12, 31))


def iso(rule: str, first: str, count: int, **more: dt.date) -> list[str]:
    return [day.isoformat() for day in days_of(rule, dt.date.fromisoformat(first), count, **more)]


def test_weeks_and_fortnights_are_counted_in_days() -> None:
    assert iso("weekly", "2026-12-24", 3) == ["2026-12-24", "2026-12-31", "2027-01-07"]
    assert iso("fortnightly", "2026-12-24", 2) == ["2026-12-24", "2027-01-07"]


def test_a_month_keeps_its_weekday() -> None:
    assert iso("monthly", "2026-11-12", 4) == ["2026-11-12", "2026-12-10", "2027-01-14", "2027-02-11"]


def test_a_fifth_weekday_is_the_last_where_there_is_none() -> None:
    assert iso("monthly", "2026-10-29", 4) == ["2026-10-29", "2026-11-26", "2026-12-31", "2027-01-28"]


def test_a_leap_day_is_kept_on_the_day_before() -> None:
    assert iso("yearly", "2028-02-29", 5) == ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]


def test_further_days_follow_the_rule_and_not_the_last_one() -> None:
    assert iso("monthly", "2026-11-12", 2, after=dt.date(2026, 12, 13)) == ["2027-01-14", "2027-02-11"]


@given(DAYS, some.sampled_from(SeriesRule.values), some.integers(1, 26))
def test_every_series_begins_on_its_day_and_goes_forward(first: dt.date, rule: str, count: int) -> None:
    days = days_of(rule, first, count)
    assert (days[0], len(days), sorted(set(days))) == (first, count, days)
    if rule != SeriesRule.YEARLY:
        assert {day.weekday() for day in days} == {first.weekday()}


@pytest.mark.parametrize(
    ("rule", "first", "words"),
    [
        ("monthly", "2026-11-12", "every month, on the second Thursday"),
        ("monthly", "2026-10-29", "every month, on the last Thursday"),
        ("weekly", "2026-11-12", "every week, on Thursday"),
        ("fortnightly", "2026-11-13", "every two weeks, on Friday"),
        ("yearly", "2026-12-10", "every year, on 10 December"),
    ],
)
def test_a_rule_is_said_in_words(rule: str, first: str, words: str) -> None:
    assert rule_in_words(rule, dt.date.fromisoformat(first)) == words


HOURS = [  # day, begins, ends, zone, the field that is refused
    ("2026-03-05", "19:00", "21:00", "Europe/Berlin", ""),
    ("2026-03-05", "19:00", "00:30", "Europe/Berlin", ""),
    ("2026-03-05", "22:00", "06:00", "Europe/Berlin", ""),
    ("2026-03-05", "19:00", "18:59", "Europe/Berlin", "ends"),
    ("2026-03-05", "19:00", "19:00", "Europe/Berlin", "ends"),
    ("2026-03-05", "10:00", "01:00", "Europe/Berlin", "ends"),
    ("2026-03-05", None, "21:00", "Europe/Berlin", "starts"),
    ("2026-03-29", "02:30", None, "Europe/Berlin", "starts"),
    ("2026-03-28", "20:00", "02:30", "Europe/Berlin", "ends"),
    ("2026-03-08", "02:30", None, "America/New_York", "starts"),
    ("2026-03-29", "02:30", None, "America/New_York", ""),
    ("2026-10-25", "02:30", None, "Europe/Berlin", ""),
    ("0026-03-05", "19:00", None, "Europe/Berlin", "on"),
    ("9999-12-31", None, None, "Pacific/Kiritimati", "on"),
]


@pytest.mark.parametrize(("on", "starts", "ends", "zone", "refused"), HOURS)
def test_hours_that_cannot_be_are_refused_at_their_field(on, starts, ends, zone, refused) -> None:
    hours = [dt.time.fromisoformat(one) if one else None for one in (starts, ends)]
    with pytest.raises(RefusedError) if refused else nullcontext() as error:
        check_hours(dt.date.fromisoformat(on), *hours, zone)
    assert (error.value.field if error else "") == refused


def test_an_evening_ends_in_the_night_after() -> None:
    day, zone = dt.date(2026, 3, 5), "Europe/Berlin"
    length = finishes(day, dt.time(19), dt.time(0, 30), zone) - begins(day, dt.time(19), zone)
    assert length == dt.timedelta(hours=5, minutes=30)


def test_each_human_rights_day_is_offered_once_as_it_comes_next() -> None:
    since = dt.date(2026, 11, 22)
    days = rights_days(since)
    assert [day.on for day in days] == sorted(day.on for day in days)
    assert all(since <= day.on < dt.date(2027, 11, 22) for day in days)
    assert {"2026-12-10", "2027-03-08", "2027-10-11"} <= {day.on.isoformat() for day in days}


@pytest.mark.parametrize(("year", "day"), [(2026, 12), (2027, 11), (2028, 9), (2029, 8), (2030, 14)])
def test_the_second_monday_of_october_is_computed(year: int, day: int) -> None:
    found = next(one for one in rights_days(dt.date(year, 1, 1)) if "Indigenous Peoples’ Day" in one.name)
    assert found.on == dt.date(year, 10, day)
