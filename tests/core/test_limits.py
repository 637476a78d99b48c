"""Slowing down."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core import clock
from smallplaces.core.limits import address_key, count_attempt, forget_attempts
from smallplaces.core.models import Attempt
from smallplaces.core.refusals import RefusedError

pytestmark = pytest.mark.django_db
A_YEAR = 365 * 24 * 3600


def test_the_try_after_the_last_is_refused_and_another_address_goes_on():
    for _time in range(3):
        count_attempt("sign", "a", most=3, seconds=A_YEAR)

    with pytest.raises(RefusedError, match="nothing was lost"):
        count_attempt("sign", "a", most=3, seconds=A_YEAR)
    count_attempt("sign", "b", most=3, seconds=A_YEAR)
    count_attempt("other", "a", most=3, seconds=A_YEAR)


def test_the_address_itself_is_kept_nowhere():
    count_attempt("sign", address_key("192.0.2.7"), most=3, seconds=60)

    assert "192.0.2.7" not in str(vars(Attempt.objects.get()))


def test_a_key_lasts_a_day():
    with clock.fixed(dt.date(2026, 3, 1)):
        first, again = address_key("192.0.2.7"), address_key("192.0.2.7")
    with clock.fixed(dt.date(2026, 3, 2)):
        next_day = address_key("192.0.2.7")

    assert first == again != next_day


def test_windows_that_are_over_are_forgotten():
    Attempt.objects.create(bucket="60:sign:a", window=1, count=5)
    count_attempt("sign", "b", most=3, seconds=A_YEAR)

    assert forget_attempts() == 1
    assert Attempt.objects.get().bucket.endswith(":b")
