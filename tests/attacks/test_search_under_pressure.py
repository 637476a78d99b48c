"""The search box is open to everybody: no question breaks it, and none costs much more than another."""

from __future__ import annotations

import time

import pytest
from django.test import Client

from smallplaces.core.search import reindex
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
QUESTIONS = {
    "operators": 'a" OR words : * NEAR(x y, 9) AND NOT -b ^c {words title_words}: "',
    "tsquery": "'a' | !'b' <-> c:* & (d \\ ' e:ABCD",
    "facets": "kind:act =kind:norm thing:act:1 real ƒ3aƒ place:",
    "zero": "a\x00b\x00*",
    "half a letter": "\udc80 \ud800",
    "many beginnings": " ".join(f"{chr(97 + n % 26)}{chr(97 + n // 26)}a" for n in range(600)),
    "ten thousand words": "right water home " * 10_000,
    "signs": "%_\\'\"();--/*",
    "turned": "\u202e\u200b\u0301\ufeff",
    "unspaced": "权利" * 5_000,
    "accents": "e" + "\u0301" * 100_000,
    "expanding": "\ufdfa" * 5_000,
}


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("ending", ["/", ".json", ".csv"])
def test_no_question_breaks_or_holds_up_the_search(name: str, ending: str) -> None:
    make_place(name="Water Ford")
    reindex()
    asked = QUESTIONS[name].encode("utf-8", "surrogatepass")
    began = time.perf_counter()

    answer = Client().get(f"/search{ending}", {"q": asked, "page": "9" * 9})

    assert answer.status_code in {200, 400}
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "more",
    [
        {"page": "-1"},
        {"page": "1e9"},
        {"page": "٣"},
        {"page": "9" * 5000},
        {"country": "\x00\x00"},
        {"lang": "'; DROP"},
        {"among": "x"},
        {"lang": "\x00"},
    ],
)
def test_what_stands_beside_the_words_breaks_nothing(more: dict[str, str]) -> None:
    reindex()
    assert Client().get("/search/", {"q": "water"} | more).status_code in {200, 400, 404}
