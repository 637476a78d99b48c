"""Long lists cost as many statements as short ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import (
    make_act,
    make_demand,
    make_our_word,
    make_own_promise,
    make_promise,
    make_their_word,
)
from tests.factories.groups import make_group
from tests.factories.issues import make_public_issue
from tests.factories.meetings import inside
from tests.factories.places import make_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallplaces.core.viewers import Viewer
    from smallplaces.groups.models import Group

pytestmark = pytest.mark.django_db


def statements(read: Callable[[], object]) -> int:
    """How many SQL statements a read takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        read()
    return len(queries)


def fill(group: Group, count: int, **shared: object) -> None:
    """So many of each kind at one place."""
    from smallplaces.core.viewers import command

    issue = make_public_issue(group)
    body = make_body(group.place)
    act = make_act(place=group.place)
    for _number in range(count):
        make_act(place=group.place, by=command())
        demand = make_demand(group, issue=issue, bodies=[body], visibility="public")
        promise = make_promise(place=group.place, body=body, act=act, demands=[demand], by=inside(group), due="2026-01")
        make_their_word(promise)
        make_our_word(promise, group)
        make_own_promise(group)


def reads(group: Group, viewer: Viewer) -> list[int]:
    """What each list of the place costs."""
    from smallplaces.commitments import queries
    from smallplaces.issues.queries import issues_of_place

    ids = [one.id for one in issues_of_place(group.place_id, viewer=viewer)]
    return [
        statements(lambda: queries.acts_of_place(group.place, viewer=viewer)),
        statements(lambda: queries.promises_of_place(group.place, viewer=viewer)),
        statements(lambda: queries.promises_past_due(viewer)),
        statements(lambda: queries.demands_of_issues(ids, viewer=viewer)),
        statements(lambda: queries.promises_of_issues(ids, viewer=viewer)),
        statements(lambda: queries.acts_of_issues(ids, viewer=viewer)),
    ]


def test_one_and_many_rows_cost_the_same() -> None:
    from smallplaces.core.clock import fixed
    from tests.factories.core import DAY

    few, many = make_group(), make_group()
    fill(few, 1)
    fill(many, 12)

    with fixed(DAY):
        assert reads(few, inside(few)) == reads(many, inside(many))


def test_a_code_of_thousands_of_clauses_gets_its_first_suggestions() -> None:
    from smallplaces.commitments.queries.reading import SUGGESTIONS_MOST, read_act

    text = "".join(f"{number}. The Department of Water shall report to the council.\n\n" for number in range(1, 400))
    reading = read_act(text, lang="en")

    assert len(reading.binding) == 399
    assert sum(one.suggestion is not None for one in reading.binding) == SUGGESTIONS_MOST
