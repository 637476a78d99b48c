"""Everybody tries every door: those of the table, and there is no other."""

from __future__ import annotations

import pytest

from tests.access.asking import ask, routes
from tests.access.table import EVERYBODY, ROWS, SIGN_IN, Row
from tests.access.world import World

NO_SUCH_METHOD = {302, 403, 404, 405}


def test_every_route_stands_in_the_table():
    unlisted = routes() - {(row.name, len(row.arguments.split())) for row in ROWS}

    assert not unlisted


def test_every_row_has_its_route():
    gone = {(row.name, len(row.arguments.split())) for row in ROWS} - routes()

    assert not gone


def wrong(world: World, row: Row, method: str) -> list[str]:
    """Who is answered otherwise than the row says; where the route has no such method, nobody is let in."""
    rule = getattr(row, method)
    found = []
    for who in EVERYBODY if rule else ("anybody", "holder"):
        status = ask(world, row, who, method).status_code
        expected = {rule[who]} if rule else NO_SUCH_METHOD
        if status not in expected:
            found.append(f"{method} {row.name} {row.arguments} as {who}: {status}, not {sorted(expected)}")
    return found


@pytest.mark.parametrize("method", ["get", "post"])
def test_everybody_is_answered_as_the_table_says(world: World, method: str):
    found = [line for row in ROWS for line in wrong(world, row, method)]

    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_strangers_at_the_desk_are_sent_to_sign_in(world: World):
    elsewhere = [
        (row.name, location)
        for row in ROWS
        for method in ("get", "post")
        if row.name.startswith("desk:") and (getattr(row, method) or {}).get("anybody") == SIGN_IN
        for location in [ask(world, row, "anybody", method).headers["Location"]]
        if not location.startswith("/account/login/")
    ]

    assert not elsewhere
