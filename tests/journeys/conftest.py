"""What the journeys start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.harness.browser import NewVisitor
from tests.harness.visitor import Visitor
from tests.journeys.walking import Walk, patient

if TYPE_CHECKING:
    from smallplaces.cli.demo.load import Loaded


@pytest.fixture
def demonstration_of_today(transactional_db: None) -> Loaded:
    """Osier Bend as of the real day, by its own loader: the site that is walked has no other clock."""
    from smallplaces.cli.demo.load import load
    from smallplaces.core.clock import today

    return load(today())


@pytest.fixture
def walk(demonstration_of_today: Loaded, phone: Visitor, laptop: Visitor, new_visitor: NewVisitor) -> Walk:
    """A phone of 320 px and a laptop in Osier Bend."""
    from smallplaces.core.clock import today

    return Walk(patient(phone), patient(laptop), new_visitor, demonstration_of_today.password, today())
