"""The whole evening of a new group, with script on and off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.factories.groups import make_account
from tests.harness.browser import NewVisitor
from tests.harness.visitor import Visitor
from tests.journeys.evening import STEPS_OF_THE_EVENING, walk_all
from tests.journeys.walking import PASSWORD, Walk, patient

pytestmark = pytest.mark.journey


@pytest.fixture
def empty_site(transactional_db: None, phone: Visitor, laptop: Visitor, new_visitor: NewVisitor) -> Walk:
    """A site with a steward and the catalogue, as `smallplaces migrate` leaves it, and nobody else."""
    from smallplaces.core.clock import today
    from smallplaces.core.viewers import command
    from smallplaces.norms.actions import load_catalogue

    load_catalogue(by=command())
    make_account(username="steward", password=PASSWORD, is_steward=True)
    return Walk(patient(phone), patient(laptop), new_visitor, PASSWORD, today())


def test_a_whole_evening(empty_site: Walk, record_property: Callable[[str, object], None]) -> None:
    walk_all(empty_site)

    record_property("told", empty_site.record.replace("Ten minutes", "A whole evening"))
    assert len(empty_site.seconds) == len(STEPS_OF_THE_EVENING) == 8
