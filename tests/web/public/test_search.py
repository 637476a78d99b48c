"""The page on which words are looked for."""

from __future__ import annotations

import csv
import io

import pytest
from django.test import Client
from lxml import html

from smallplaces.commitments.actions import add_version
from smallplaces.core import search
from smallplaces.core.viewers import command
from tests.factories.commitments import make_act, make_promise
from tests.factories.groups import make_group
from tests.factories.places import make_body, make_claim, make_place

pytestmark = pytest.mark.django_db
HOSTILE = ["%22", "%22%3B+(", "*", "AND", "%00", "🔥", "x" * 10_000, "%ED%A0%80", "'--", "المياه", "a", ")("]
TEXT = "BE IT RESOLVED, that the Council shall keep every dwelling heated in winter."


@pytest.fixture
def place():
    """A village with a text, a clause of it, a promise, and another name."""
    place = make_place(name="Saltmarsh", slug="saltmarsh")
    act = make_act(place=place, title="Warm homes")
    add_version(act, text=TEXT, by=command())
    make_promise(place=place, body=make_body(place, name="Council of Saltmarsh"), text="Test the boilers in autumn.")
    make_claim(place, text="Ciénaga Salada", lang="es")
    search.reindex()
    return place


def lines(client: Client, query: str) -> list[str]:
    """Where each line of the page leads."""
    answer = client.get(f"/search/?{query}")
    assert answer.status_code == 200
    return [
        str(one) for one in html.fromstring(answer.content).xpath("//ul[@class='lines']//p[@class='title']/a/@href")
    ]


def test_a_box_stands_there_before_anything_is_asked(client: Client):
    page = html.fromstring(client.get("/search/").content)

    assert page.xpath("//form[@method='get']//input[@name='q'][@type='search']")
    assert not page.xpath("//ul[@class='lines']")


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("saltmarsh", "/places/saltmarsh/"),
        ("cienaga", "/places/saltmarsh/"),
        ("warm homes", "/acts/"),
        ("boilers", "/promises/"),
    ],
)
def test_each_kind_leads_to_its_page(client: Client, place, words: str, leads_to: str):
    first = lines(client, f"q={words}")[0]

    assert first.startswith(leads_to)
    assert client.get(first, follow=True).status_code == 200


def test_a_clause_leads_to_its_place_in_the_text(client: Client, place):
    assert "#clause-" in lines(client, "q=dwelling")[0]


def test_matched_words_are_marked(client: Client, place):
    marks = html.fromstring(client.get("/search/?q=dwelling").content).xpath("//mark/text()")

    assert marks == ["dwelling"]


def test_words_written_much_like_it_are_named(client: Client, place):
    page = html.fromstring(client.get("/search/?q=dweling").content)

    assert page.xpath("//a[@href='?q=dwelling']")


def test_kinds_can_be_chosen(client: Client, place):
    assert len(lines(client, "q=saltmarsh")) > 1
    assert lines(client, "q=saltmarsh&among=places") == ["/places/saltmarsh/"]
    assert lines(client, "q=saltmarsh&among=nonsense") == lines(client, "q=saltmarsh")


def test_one_place_can_be_chosen(client: Client, place):
    make_place(name="Elsewhere", slug="elsewhere")

    assert lines(client, "q=dwelling&place=saltmarsh")
    assert lines(client, "q=dwelling&place=elsewhere") == []
    assert client.get("/search/?q=dwelling&place=nowhere").status_code == 404


@pytest.mark.parametrize("ending", ["/", ".json", ".csv"])
@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_is_typed_breaks_it(client: Client, place, words: str, ending: str):
    assert client.get(f"/search{ending}?q={words}").status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "99999999", "9" * 30, "٣", "x", "%00"])
def test_no_page_number_breaks_it(client: Client, place, number: str):
    assert client.get(f"/search/?q=saltmarsh&page={number}").status_code == 200


def test_what_is_typed_is_text_on_the_page(client: Client, place):
    assert b"<script>alert" not in client.get("/search/?q=<script>alert(1)</script>").content


def test_nothing_found_is_said_kindly(client: Client, place):
    assert "Try fewer words" in client.get("/search/?q=marmalade").content.decode()


def test_made_up_records_are_found_when_asked_for_and_say_so(client: Client):
    make_place(name="Osier Ford", slug="osier-ford", fictional=True)
    search.reindex()
    first = client.get("/search/?q=osier").content.decode()

    assert "osier-ford" not in first
    assert "made_up=yes" in first
    assert lines(client, "q=osier&made_up=yes") == ["/places/osier-ford/"]
    assert "FICTIONAL" in client.get("/search/?q=osier&made_up=yes").content.decode()


def test_page_json_and_csv_show_the_same(client: Client, place):
    data = client.get("/search.json?q=saltmarsh").json()
    rows = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=saltmarsh").content.decode("utf-8-sig"))))

    assert [one["url"] for one in data["found"]] == lines(client, "q=saltmarsh") == [row["url"] for row in rows]
    assert [one["fictional"] for one in data["found"]] == [False] * len(rows)


def test_what_a_group_holds_is_never_found(client: Client):
    group = make_group()
    make_act(place=group.place, group=group, title="Marmalade pledge", visibility="public")
    search.reindex()

    assert lines(client, "q=marmalade&made_up=yes") == []


def test_what_waits_is_not_found_and_found_once_accepted(client: Client, place):
    from smallplaces.places.actions import accept_place

    waiting = make_place(name="Quince Hollow", slug="quince", standing="proposed", accepted_on=None)
    search.reindex()
    assert lines(client, "q=quince") == []

    accept_place(waiting, by=command())
    assert lines(client, "q=quince") == ["/places/quince/"]
