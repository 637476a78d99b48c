"""Beside each public list: the same rows as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.factories.commitments import make_act, make_own_promise, make_promise
from tests.factories.groups import make_decision, make_group, make_seat
from tests.factories.issues import make_public_issue
from tests.factories.places import make_body, make_place

pytestmark = pytest.mark.django_db
FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"]


@pytest.fixture
def place():
    """A made-up place with some of everything."""
    place = make_place(name="Río Ñandú", slug="rio", fictional=True)
    group, body = make_group(place=place, slug="rio-circle"), make_body(place, name="Câmara 東")
    make_decision(group, text="A lamp at the ford", visibility="public")
    make_seat(group, community="los de la orilla", visibility="public")
    for number in range(3):
        make_act(place=place, title=f"Über den Teich {number}")
        make_promise(place=place, body=body, text=f"The pond № {number}")
    make_own_promise(group)
    make_public_issue(group, text="¿Quién limpia el agua? العين")
    make_place(name="Elsewhere", slug="elsewhere")
    return place


LISTS = {
    "/places": ("/places/", lambda data: [*data["places"], *data["made_up"]]),
    "/places/rio": ("/places/rio/", lambda data: data["issues"]),
    "/places/rio/acts": ("/places/rio/acts/", lambda data: data["acts"]),
    "/groups/rio-circle/decisions": ("/groups/rio-circle/decisions/", lambda data: data["decisions"]),
    "/groups/rio-circle/committee": ("/groups/rio-circle/committee/", lambda data: data["seats"]),
    "/places/rio/promises": ("/places/rio/promises/", lambda data: [*data["theirs"], *data["ours"]]),
}


def rows_of(answer: HttpResponse) -> list[dict[str, str]]:
    """The rows of a CSV file, as a spreadsheet reads them."""
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def objects_of(address: str, rows: Any) -> list[dict[str, Any]]:
    """The rows of a list as JSON."""
    answer = Client().get(f"{address}.json")
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    return list(rows(json.loads(answer.content)))


@pytest.mark.parametrize("address", LISTS)
def test_page_json_and_csv_show_the_same_rows(place, address: str):
    page, rows = LISTS[address]
    objects = objects_of(address, rows)
    shown = Client().get(page).content.decode()

    assert len(objects) >= 1
    assert [one["id"] for one in objects] == [row["id"] for row in rows_of(Client().get(f"{address}.csv"))]
    for one in objects:
        assert (one.get("slug") or one["id"]) in shown


@pytest.mark.parametrize("address", LISTS)
def test_each_object_and_row_says_whether_it_is_made_up(place, address: str):
    _page, rows = LISTS[address]
    objects = objects_of(address, rows)

    for one in objects:
        assert one["fictional"] is (one.get("slug") != "elsewhere")
    for row in rows_of(Client().get(f"{address}.csv")):
        assert row["fictional"] == str(row.get("slug") != "elsewhere")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/places", "Río Ñandú"),
        ("/places/rio", "¿Quién limpia el agua? العين"),
        ("/places/rio/acts", "Über den Teich 1"),
        ("/places/rio/promises", "Câmara 東"),
    ],
)
def test_words_of_every_script_arrive_whole(place, address: str, words: str):
    assert words in Client().get(f"{address}.json").content.decode("utf-8")
    assert words in Client().get(f"{address}.csv").content.decode("utf-8")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_runs_in_a_spreadsheet(formula: str):
    place = make_place(slug="rio", name=formula)
    body = make_body(place, name=formula)
    make_act(place=place, title=formula, source=formula)
    make_promise(place=place, body=body, text=formula, money=formula, source=formula)
    group = make_group(place=place, name=formula, slug="rio-circle")
    make_public_issue(group, text=formula)
    make_decision(group, text=formula, dissent=formula, visibility="public")
    make_seat(group, community=formula, note=formula, visibility="public")

    for address in LISTS:
        cells = [cell for row in rows_of(Client().get(f"{address}.csv")) for cell in row.values()]
        assert any(formula.strip() in cell.replace("\\|", "|") for cell in cells), address
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))], address


@pytest.mark.parametrize("address", ["/places/nowhere.json", "/places/nowhere.csv", "/places/nowhere/acts.csv"])
def test_the_lists_of_no_place_are_not_there(address: str):
    assert Client().get(address).status_code == 404
