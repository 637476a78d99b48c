"""A dialogue as everybody reads it: safe rows in page, JSON and CSV alike, and light pages."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.urls import reverse

from smallplaces.dialogues.models import Dialogue
from tests.cast import Cast
from tests.factories.dialogues import make_dialogue, make_statement

pytestmark = pytest.mark.django_db

LONGEST_OF_A_CONVERSATION = "We said this at some length, as people do when they are asked at last. " * 2


@pytest.fixture
def dialogue(cast: Cast) -> Dialogue:
    made = make_dialogue(cast.group, visibility="public", url="https://polis.example/2demo", title="Who comes back?")
    make_statement(made, number=1, text="Seen by all")
    make_statement(made, number=2, text="Few answered", agrees=7, disagrees=1, passes=0)
    make_statement(made, number=3, text="Not to be quoted", uses=("C1", "C2"))
    return made


def ask(cast: Cast, dialogue: Dialogue, ending: str = "") -> str:
    answer = cast.anybody.client.get(reverse(f"public:dialogue{ending}", args=[dialogue.pk]))
    assert answer.status_code == 200
    return answer.content.decode("utf-8-sig")


def test_the_page_tells_in_rounded_numbers_and_in_words(cast: Cast, dialogue: Dialogue) -> None:
    page = ask(cast, dialogue)

    assert "At least 160 people answered." in page
    assert "most agree: about 70 % of about 250 people" in page
    assert "fewer than 10 people answered" in page
    assert "1 statement is kept by the group" in page
    assert "We print it." in page
    assert [words for words in ("Not to be quoted", "175", "164") if words in page] == []


def test_json_and_csv_tell_the_same(cast: Cast, dialogue: Dialogue) -> None:
    told = json.loads(ask(cast, dialogue, "_json"))["statements"]
    rows = list(csv.DictReader(io.StringIO(ask(cast, dialogue, "_csv"))))

    assert [one["text"] for one in told] == [row["text"] for row in rows] == ["Seen by all", "Few answered"]
    assert told[0]["answers"] == {"people": 250, "agree": 70, "disagree": 20, "passed": 10}
    assert told[1]["answers"] == dict.fromkeys(("people", "agree", "disagree", "passed"))
    assert [(row["answered"], row["agree"]) for row in rows] == [("250", "70"), ("", "")]


def test_many_statements_stand_on_light_pages_with_plain_links(cast: Cast, dialogue: Dialogue) -> None:
    for number in range(300):
        make_statement(dialogue, number=1000 + number, text=f"{number}: {LONGEST_OF_A_CONVERSATION}")

    first = ask(cast, dialogue)
    second = cast.anybody.client.get(reverse("public:dialogue", args=[dialogue.pk]), {"page": 2}).content.decode()

    assert len(first.encode()) < 100_000
    assert "?page=2" in first
    assert 50 <= second.count("We said this at some length, as people do") <= 100


def test_the_place_lists_it(cast: Cast, dialogue: Dialogue) -> None:
    page = cast.anybody.client.get(reverse("public:place", args=[cast.place.slug])).content.decode()

    assert reverse("public:dialogue", args=[dialogue.pk]) in page
    assert "at least 160 people" in page


def test_a_statement_says_where_it_came_from(cast: Cast, dialogue: Dialogue) -> None:
    page = cast.anybody.client.get(reverse("public:statement", args=[dialogue.statements.get(number=1).pk]))

    assert reverse("public:dialogue", args=[dialogue.pk]) in page.content.decode()
    assert "Who comes back?" in page.content.decode()
