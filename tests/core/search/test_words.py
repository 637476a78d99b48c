"""How texts become words, what is near, and what is shown."""

from __future__ import annotations

import pytest

from smallplaces.core.search import near
from smallplaces.core.search.asked import Term
from smallplaces.core.search.folding import phrases_of, words_of
from smallplaces.core.search.snippets import LENGTH, snippet


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Eau, l'EAU: D'abord!", ["l", "eau", "l", "eau", "d", "abord"]),
        ("Straße ŁÓDŹ Ærø İstanbul", ["strasse", "lodz", "aero", "istanbul"]),
        ("Section 184.03(a)", ["section", "184", "03", "a"]),
        ("snake_case", ["snake", "case"]),
        ("السَّلَامُ", ["السلام"]),
        ("می‌خواهم", ["ميخواهم"]),
        ("हिन्दी।", ["हिन्दी"]),
        ("住房。権利", ["住", "房", "権", "利"]),
        ("½ ﷲ \u0301 …", ["12", "الله"]),
        ("x" * 100, ["x" * 40]),
    ],
)
def test_a_text_becomes_these_words(text, words):
    assert words_of(text) == words


def test_signs_of_unspaced_scripts_side_by_side_stay_together():
    assert phrases_of("right 住房 水") == [("right",), ("住", "房"), ("水",)]


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [("heat", "heta", 1), ("heat", "hat", 1), ("heat", "heats", 1), ("heat", "beat", 1), ("heat", "taeh", 2)],
)
def test_letters_that_differ_are_counted(one, other, letters):
    assert near._differing(one, other, 1) == letters


@pytest.mark.parametrize(("word", "letters"), [("air", 0), ("heat", 1), ("housing", 1), ("eviction", 2), ("x" * 30, 0)])
def test_longer_words_may_differ_in_more_letters(word, letters):
    assert near.allowed(word) == letters


def test_a_snippet_is_cut_around_the_words():
    text = "filling words come first " * 40 + "then a landlord " + "and others follow " * 40
    pieces = snippet(text, [Term(("landlord",))])
    whole = "".join(piece.text for piece in pieces)

    assert [piece.text for piece in pieces if piece.marked] == ["landlord"]
    assert len(whole) <= LENGTH + 2
    assert whole.startswith("…")
    assert whole.endswith("…")


def test_a_snippet_without_a_match_is_the_beginning():
    assert snippet("no such word " * 40, [Term(("landlord",))])[0].text.startswith("no such word")


def test_a_text_without_blanks_is_cut_too():
    assert len("".join(piece.text for piece in snippet("住" * 1000, []))) <= LENGTH + 1
