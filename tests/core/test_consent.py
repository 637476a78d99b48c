"""The gate: the latest decision counts, an ended one refuses, none at all refuses."""

from __future__ import annotations

import datetime as dt

import pytest

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 5)


def give(*uses: str, until: dt.date | None = None, thing: str = "a") -> None:
    from smallplaces.core.actions import give_permission

    give_permission("sentence", [thing], uses=uses, until=until)


def may(use: str, on: dt.date = DAY, thing: str = "a") -> bool:
    from smallplaces.core.consent import may_use

    return may_use("sentence", thing, use, on)


def test_without_a_decision_nothing_may_be_used() -> None:
    give("C1", thing="other")
    assert not may("C1")


def test_only_the_uses_named_are_open() -> None:
    give("C1", "C4")
    assert may("C4")
    assert not may("C5")


def test_the_latest_decision_counts_even_within_a_day() -> None:
    give("C1", "C4")
    give()
    assert not may("C1")
    give("C1")
    assert may("C1")
    assert not may("C4")


def test_an_ended_decision_does_not_bring_back_the_one_before() -> None:
    give("C4")
    give("C4", until=DAY)
    assert may("C4", DAY)
    assert not may("C4", DAY + dt.timedelta(days=1))


def test_many_things_cost_one_query(django_assert_num_queries) -> None:
    from smallplaces.core.actions import give_permission
    from smallplaces.core.consent import permitted

    things = [str(number) for number in range(300)]
    give_permission("sentence", things, uses=["C4"])
    give_permission("sentence", things[:100], uses=[])
    with django_assert_num_queries(1):
        assert permitted("sentence", things, "C4", DAY) == frozenset(things[100:])


def test_the_page_that_changes_uses_reads_the_latest() -> None:
    from smallplaces.core.consent import present_uses

    assert present_uses("sentence", "a") == frozenset()
    give("C1", "C5")
    assert present_uses("sentence", "a") == {"C1", "C5"}
