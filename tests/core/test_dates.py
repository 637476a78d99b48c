"""Partial dates."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.core.dates import PartialDate, columns, is_partial_date, partial
from smallplaces.core.refusals import RefusedError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "shown"),
    [
        ("2001", dt.date(2001, 1, 1), dt.date(2001, 12, 31), "2001"),
        ("2000-02", dt.date(2000, 2, 1), dt.date(2000, 2, 29), "February 2000"),
        ("2001-02-08", dt.date(2001, 2, 8), dt.date(2001, 2, 8), "8 February 2001"),
    ],
)
def test_a_partial_date_spans_the_days_that_it_can_mean(text: str, earliest: dt.date, latest: dt.date, shown: str):
    date = PartialDate(text)

    assert (date.earliest, date.latest, str(date)) == (earliest, latest, shown)


@pytest.mark.parametrize(
    "text", ["2001-13", "2001-02-30", "0000", "01-02-2001", "2001-2", "2001\n", "soon", "٢٠٠١", "2001-02-08T00:00"]
)
def test_what_the_calendar_has_not_is_refused_in_words(text: str):
    with pytest.raises(RefusedError, match="is not a date"):
        PartialDate(text)


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
def test_a_day_lies_within_its_own_year_month_and_day(day: dt.date, length: int):
    date = PartialDate(day.isoformat()[:length])

    assert date.earliest <= day <= date.latest


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_not(text: str):
    assert is_partial_date(text) == (text.isascii() and _is_built(text))


def _is_built(text: str) -> bool:
    try:
        return PartialDate(text).text == text
    except RefusedError:
        return False


def test_nothing_known_fills_three_empty_columns():
    assert columns("due", "  ") == {"due": "", "due_earliest": None, "due_latest": None}


def test_a_day_becomes_its_own_partial_date():
    assert partial(dt.date(2026, 3, 1)) == PartialDate("2026-03-01")
