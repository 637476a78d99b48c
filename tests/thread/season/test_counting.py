"""How a season is counted, with plain values."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from smallplaces.thread.season.counting import (
    Share,
    Used,
    days_until_heard,
    each_with_next,
    in_time,
    kept_a_year,
    middle,
    read_back_first,
    refusing,
)
from smallplaces.thread.season.quarter import Season, season_from

SPRING = Season(dt.date(2026, 4, 1))
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31))
ITEMS = st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=30)


def day(month: int, number: int = 1) -> dt.date:
    return dt.date(2026, month, number)


def test_thing_is_counted_when_its_days_are_over_and_not_before() -> None:
    items = [(day(3, 20), day(4, 2)), (day(3, 21), None), (day(6, 20), None), (day(1), None)]

    assert in_time(items, days=60, season=SPRING, today=day(12)) == Share(1, 2)
    assert in_time(items, days=60, season=SPRING, today=day(5, 20)) == Share(1, 1)


def test_what_came_too_late_did_not_come_in_time() -> None:
    began = day(3, 1)
    for after, part in ((59, 1), (60, 1), (61, 0)):
        items = [(began, began + dt.timedelta(days=after))]
        assert in_time(items, days=60, season=SPRING, today=day(12)) == Share(part, 1)


@given(ITEMS, st.integers(0, 400))
def test_each_thing_is_counted_in_exactly_one_season(items, days) -> None:
    seasons = [Season(dt.date(year, month, 1)) for year in range(2025, 2030) for month in (1, 4, 7, 10)]
    counts = [in_time(items, days=days, season=one, today=dt.date(2031, 1, 1)) for one in seasons]

    assert sum(one.whole for one in counts) == len(items)
    assert all(0 <= one.part <= one.whole for one in counts)


@given(ITEMS, st.randoms())
def test_order_does_not_matter(items, random) -> None:
    mixed = list(items)
    random.shuffle(mixed)
    assert in_time(mixed, days=90, season=SPRING, today=day(12)) == in_time(
        items, days=90, season=SPRING, today=day(12)
    )


@given(st.lists(DAYS, max_size=20))
def test_each_day_but_the_last_has_a_next_one(days) -> None:
    pairs = each_with_next(days)
    assert [one for one, _next in pairs] == sorted(set(days))
    assert all(then is None or one < then for one, then in pairs)
    assert sum(then is None for _one, then in pairs) == bool(days)


def test_sentence_counts_once_by_its_first_going_out() -> None:
    used = [Used("a", "told", day(5)), Used("a", "told", day(3)), Used("b", "late", day(5)), Used("c", "never", day(5))]
    heard = {"told": [day(4)], "late": [day(6)]}

    assert read_back_first(used, heard) == Share(0, 3)
    assert read_back_first(used, {"told": [day(3)], "late": [day(5)]}) == Share(2, 3)


@given(st.lists(st.builds(Used, st.sampled_from("abcd"), st.sampled_from("xyz"), DAYS), max_size=15), DAYS)
def test_reading_back_once_more_never_lowers_the_share(used, extra) -> None:
    before = read_back_first(used, {})
    after = read_back_first(used, {"x": [extra]})
    assert before.part == 0
    assert after.part <= after.whole == before.whole


def test_days_until_heard_take_the_first_reading_of_each_room() -> None:
    spoke = {"a": day(3), "b": day(3), "silent": day(3)}
    assert days_until_heard(spoke, {"a": [day(3, 31), day(3, 11)], "b": [day(3, 5)]}) == [4, 10]


def test_middle_of_nothing_is_nothing() -> None:
    assert (middle([]), middle([9]), middle([4, 30, 9]), middle([4, 9])) == (None, 9, 9, 6.5)


@given(st.lists(st.frozensets(st.sampled_from(["C1", "C2", "C3", "C4"])), max_size=20))
def test_permission_refuses_when_it_leaves_out_anything_asked(given_) -> None:
    share = refusing(given_, frozenset({"C2", "C4"}))
    assert share == Share(len([one for one in given_ if not {"C2", "C4"} <= one]), len(given_))


def test_a_year_is_365_days() -> None:
    since = [dt.date(2025, 3, 1), dt.date(2025, 3, 2), None]
    assert kept_a_year(since, on=dt.date(2026, 3, 1)) == 1


def test_season_is_three_months_from_any_month() -> None:
    here = dt.date(2026, 2, 14)
    winter = season_from("2025-11", today=here)
    assert (winter.start, winter.end) == (dt.date(2025, 11, 1), dt.date(2026, 1, 31))
    assert (str(winter.before), str(winter.after)) == ("2025-08", "2026-02")
    for text in ("", "soon", "2026-13", "1066-10", "9999-01", "2026-1"):
        assert str(season_from(text, today=here)) == "2026-01"
