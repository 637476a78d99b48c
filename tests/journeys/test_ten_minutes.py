"""The ten-minute script, with script on and off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.ten_minutes import STEPS, walk_all
from tests.journeys.walking import Walk

pytestmark = pytest.mark.journey


def test_ten_minutes(walk: Walk, record_property: Callable[[str, object], None]) -> None:
    walk_all(walk)

    record_property("told", walk.record)
    assert len(walk.seconds) == len(STEPS) == 13
