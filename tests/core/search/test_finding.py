"""What a search gives: the very same on both databases, in the same order."""

from __future__ import annotations

import pytest

from smallplaces.core import search
from smallplaces.core.search import Filters, Reason
from smallplaces.core.viewers import ANYBODY
from tests.core.search.library import found, here, hidden, library

__all__ = ["library"]
pytestmark = pytest.mark.usefixtures("library")
EXPECTED = {
    # A title weighs more than a text, a short text more than a long one.
    "housing": ["housing", "plan"],
    "water": ["water"],
    # All words count; without all of them, those with the rarest.
    "adequate housing health": ["plan", "housing", "health"],
    "they turned off our heat": ["heat", "water"],
    # Case, accents, apostrophes.
    "HOUSING adequate": ["housing", "plan"],
    "esta prohibído": ["agua"],
    "coupure eau": ["eau"],
    # Beginnings, and plurals of what stands there in the singular.
    "hea": ["health", "heat", "plan"],
    "evictions": ["evict2", "evict"],
    "eviction": ["evict", "evict2"],
    # Typing errors: a letter lacks, is too many, is another, changed places.
    "wter": ["water"],
    "housiing": ["housing", "plan"],
    "haelth": ["health", "plan"],
    "dwelings heatd": ["heat"],
    # Scripts without blanks, with vowel signs, from right to left.
    "住房": ["zhu"],
    "房住": [],
    "पानी": ["pani"],
    "المياه": [],  # made up: found only when that is asked for
}


@pytest.mark.parametrize("words", EXPECTED)
def test_words_find_these_records_in_this_order(words):
    assert found(words) == EXPECTED[words]


@pytest.mark.parametrize(
    "words", ["", " ", '"', "'", '"; (', "(", "*", "🔥", "\x00", "\ud800", "-", "^", "ـ", "x" * 10_000]
)
def test_what_is_no_word_finds_nothing_and_is_no_error(words):
    assert found(words) == []


@pytest.mark.parametrize(
    "words",
    [
        'water "',
        'water"; (',
        "water (",
        "water*",
        "water:*",
        "{water",
        "water\\",
        "water'",
        "water'); --",
        "\x00water",
        "wa\u0301ter",
    ],
)
def test_signs_of_a_query_language_are_only_signs(words):
    assert found(words) == ["water"]


@pytest.mark.parametrize("words", ["AND", "OR", "NOT", "NEAR(water, 2)", "title_words : water", "& | ! <->", "a"])
def test_words_of_a_query_language_are_only_words(words):
    assert search.search(words, viewer=ANYBODY).total <= len(here)


def test_ten_thousand_words_are_no_error():
    assert found("water " * 10_000) == ["water"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [("water", Reason.WORDS), ("wat", Reason.BEGINNING), ("watre", Reason.SPELLING), ("water marmalade", Reason.SOME)],
)
def test_a_hit_says_why_it_was_found(words, reason):
    assert search.search(words, viewer=ANYBODY).hits[0].reason is reason


def test_other_spellings_that_helped_are_named():
    assert search.search("hosing", viewer=ANYBODY).like == ("housing",)


def test_matched_words_are_marked_in_title_and_text():
    hit = search.search("cleen watr", viewer=ANYBODY).hits[0]

    assert [piece.text for piece in hit.title if piece.marked] == ["Water"]
    assert [piece.text for piece in hit.snippet if piece.marked] == ["Clean", "water"]
    assert "".join(piece.text for piece in hit.snippet) == here["t-right", "water"].text


def test_made_up_records_are_found_only_when_asked_for_and_say_so():
    hits = search.search("المياه", filters=Filters(fictional=True), viewer=ANYBODY).hits

    assert [(hit.id, hit.fictional, hit.dir) for hit in hits] == [("maa", True, "rtl")]


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"place_id": "p2"}, ["plan"]),
        ({"country": "FR"}, ["evict2"]),
        ({"country": "US"}, ["plan"]),
        ({"lang": "en-GB"}, ["plan", "evict2"]),
        ({"lang": "fr"}, []),
        ({"facets": ("kind:t-right",)}, []),
    ],
)
def test_filters_leave_only_what_they_say(filters, ids):
    assert found("council", filters=Filters(**filters)) == ids


def test_only_the_kinds_that_are_asked_for():
    assert found("housing", kinds=["t-right"]) == ["housing"]
    assert found("housing", kinds=["t-clause", "t-right"]) == ["housing", "plan"]


def test_pages_follow_one_another():
    whole = found("the")

    assert len(whole) > 2
    assert found("the", limit=2) + found("the", limit=2, offset=2) == whole[:4]
    assert found("the", limit=2, offset=1000) == []


def test_what_its_app_shows_no_more_is_not_shown():
    hidden.add("housing")

    assert found("housing") == ["plan"]
