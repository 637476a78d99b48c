"""Today, here."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core import clock


def test_a_day_belongs_to_its_place():
    east, west = clock.today("Pacific/Kiritimati"), clock.today("Pacific/Pago_Pago")

    assert east - west in {dt.timedelta(1), dt.timedelta(2)}


def test_a_fixed_day_holds_everywhere_and_ends():
    day = dt.date(2021, 5, 4)

    with clock.fixed(day):
        assert (clock.today("Asia/Tokyo"), clock.now()) == (day, dt.datetime(2021, 5, 4, 12, tzinfo=dt.UTC))
    assert clock.today() != day


def test_a_fixed_day_ends_when_something_breaks():
    with pytest.raises(ZeroDivisionError), clock.fixed(dt.date(2021, 5, 4)):
        raise ZeroDivisionError

    assert clock.today() != dt.date(2021, 5, 4)
