"""Real acts. What is expected is read off the raw lines, by other means than the engine's."""

import re
from functools import cache

import pytest

from smallplaces.engines.anatomy import Anatomy, Kind, split, suggest
from tests.engines.anatomy import shared_texts

RECITALS_ONLY = ["Seattle, WA (Res. 31420)", "Washington, DC"]


@pytest.mark.parametrize("place", RECITALS_ONLY)
def test_excerpts_of_recitals_bind_nobody(place):
    text = shared_texts.families()[place]
    anatomy = split(text)
    assert sum(piece.kind is Kind.RECITAL for piece in anatomy.pieces) == text.count("WHEREAS")
    assert not anatomy.binds


def test_families_keep_every_word_and_count_every_whereas():
    for place, text in shared_texts.families().items():
        anatomy = split(text)
        assert "".join(text[piece.start : piece.end] for piece in anatomy.pieces) == text, place
        recitals = [
            piece for piece in anatomy.pieces if piece.kind is Kind.RECITAL and piece.label.lower() == "whereas"
        ]
        assert len(recitals) == len(re.findall(r"\bwhereas\b", text, re.IGNORECASE)), place


def test_which_of_the_families_bind():
    binding = {place for place, text in shared_texts.families().items() if split(text).binds}
    assert binding == {"Somerville, MA", "Toledo, OH (184.03)", "Toledo, OH (184.04)", "Pittsburgh, PA (177C.06)"}


@pytest.mark.parametrize("joint", ["\n\n", "\n", " "])
def test_toledo_owes_at_least_three_things(joint):
    families = shared_texts.families()
    text = joint.join([families["Toledo, OH (184.03)"], families["Toledo, OH (184.04)"]])
    sections = [piece for piece in split(text).pieces if piece.kind is Kind.SECTION]
    assert [piece.label for piece in sections if piece.level == 1] == ["184.03", "184.04"]
    assert [piece.label for piece in sections if piece.level == 2] == [f"({letter})" for letter in "abcdeac"]
    owed = [suggest(piece.text) for piece in sections]
    assert [each.addressee is not None for each in owed] == [
        piece.level > 1 and " shall" in piece.text for piece in sections
    ]
    due = [each.due_words.text for each in owed if each.due_words]
    assert due == ["within six months of the effective date of this chapter"]


@cache
def new_york() -> dict[str, Anatomy]:
    return {number: split(text) for number, text in shared_texts.new_york().items()}


def lines_opening(text: str, words: str) -> list[int]:
    starts, at = [], 0
    for line in text.split("\n"):
        if line.strip().startswith(words):
            starts.append(at + len(line) - len(line.lstrip()))
        at += len(line) + 1
    return starts


def test_five_hundred_resolutions_line_by_line():
    for number, text in shared_texts.new_york().items():
        kinds = {piece.start: piece.kind for piece in new_york()[number].pieces}
        for words, kind in (
            ("Whereas", "recital"),
            ("WHEREAS", "recital"),
            ("Resolved", "operative"),
            ("RESOLVED", "operative"),
        ):
            wrong = [start for start in lines_opening(text, words) if kinds.get(start) != kind]
            assert not wrong, (number, wrong)


def test_five_hundred_resolutions_have_no_recital_too_many():
    texts = shared_texts.new_york()
    found = sum(piece.kind is Kind.RECITAL for anatomy in new_york().values() for piece in anatomy.pieces)
    assert found == sum(len(re.findall(r"\b(?:Whereas|WHEREAS)\b", text)) for text in texts.values())


def test_resolutions_that_bind_nobody_are_those_that_say_look_elsewhere():
    unbound = [text for number, text in shared_texts.new_york().items() if not new_york()[number].binds]
    assert unbound
    assert all("ATTACHMENT" in text.upper() and len(text) < 200 for text in unbound)


def test_one_resolution_with_one_clause():
    anatomy = split(shared_texts.record("resolution_2015_0542"))
    clauses = [piece for piece in anatomy.pieces if piece.kind is Kind.OPERATIVE]
    assert len(clauses) == 1
    suggestion = suggest(clauses[0].text)
    assert suggestion.addressee is not None
    assert suggestion.addressee.text == "the United States Senate"


def test_a_bill_with_its_contents_definitions_and_duties():
    anatomy = split(shared_texts.record("introduction_2008_0731"))
    top = [piece for piece in anatomy.pieces if piece.level == 1]
    assert [piece.kind for piece in top[:2]] == [Kind.RECITAL, Kind.SECTION]
    assert sum(piece.kind is Kind.NOTE for piece in top) == 10
    assert sum(piece.kind is Kind.DEFINITION for piece in anatomy.pieces) == 4
    letters = [piece.label for piece in anatomy.pieces if piece.level == 3 and piece.label.startswith("(")]
    assert letters.count("(a.)") == 2
    assert letters[-1] == "(z.)"
    dated = [suggest(piece.text).due_words for piece in anatomy.pieces if piece.kind is Kind.SECTION]
    assert sum(found is not None for found in dated) >= 10
