"""What holds for any text: spans, order, the same answer twice, and a cost that does not explode."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smallplaces.norms.suggesting import cited, suggest_rights

PIECES = st.sampled_from(
    ["article ", "artículos 6 a 9 ", "of the ", "Convention ", "CEDAW", "ICESCR", ", 7 and ", "11(1)", "thereof", "the ",
     "our heat ", "cut off ", "la luz ", "nous ont expulsés ", "l'eau ", "police", "\n", "SDG 4.1", "İ", "e\u0301", "🏠", "ﬁ"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join))
LONG = {
    "one word": "a" * 1_000_000,
    "numbers": "article 1" + ", 1" * 330_000,
    "parentheses": "article 1" + "(" * 1_000_000,
    "blanks": "article" + " " * 1_000_000,
    "fillers": "article 1 " + "of the " * 140_000,
    "accents": "e" + "\u0301" * 1_000_000,
    "numerals": "article " + "I" * 1_000_000,
    "unfinished names": "Convention on the Elimination of All Forms of " * 22_000,
    "halves of terms": "cut off " * 120_000,
    "pointing back": "CEDAW thereof " * 70_000,
}


@given(text=TEXTS)
def test_spans_hold_their_words(text: str) -> None:
    spans = [*cited(text), *(reason for one in suggest_rights(text) for reason in one.because)]
    assert [one for one in spans if not one.words or text[one.start : one.end] != one.words] == []


@given(text=TEXTS)
def test_suggestions_are_ordered_reasoned_and_once_each(text: str) -> None:
    made = suggest_rights(text)
    assert list(made) == sorted(made, key=lambda one: (-one.score, one.right))
    assert all(0 < one.score <= 1 and one.because for one in made)
    assert len({one.right for one in made}) == len(made)


@given(text=TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert (suggest_rights(text), cited(text)) == (suggest_rights(text), cited(text))


@given(text=TEXTS, more=st.sampled_from(["", " x", "\n\n..."]))
@settings(max_examples=50)
def test_a_citation_stands_whatever_follows_it(text: str, more: str) -> None:
    named = f"Art. 11 ICESCR. {text}{more}"
    assert any((one.instrument, one.provision) == ("ICESCR", "11") for one in cited(named))


@pytest.mark.parametrize("name", LONG)
def test_a_hostile_megabyte_is_read_to_its_end(name: str) -> None:
    text = LONG[name]
    made = suggest_rights(text, "en")
    assert all(text[reason.start : reason.end] == reason.words for one in made for reason in one.because)
