"""What holds for every text whatever: nothing is lost, nothing raises, hostile repeats end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.engines.anatomy import Kind, split, suggest

WORDS = st.sampled_from(
    [
        "Whereas, ",
        "WHEREAS ",
        "whereas ",
        "now, therefore, be it ",
        "Resolved, That ",
        "BE IT RESOLVED ",
        "be it further ",
        "resolved ",
        "Section 1. ",
        "§ 3 ",
        "184.03. ",
        "(a) ",
        "(i) ",
        "1. ",
        "1.1 ",
        "- ",
        "Definitions. ",
        "“Home” means ",
        "The mayor shall act. ",
        "We promise: ",
        "Considerando: ",
        "Que ",
        "Article 1er ",
        "Adopted.",
        "LS 12",
        "[1] note",
        "By Council Member A",
        ";",
        ".",
        ":",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        "\x0b",
        "\u2028",
        "\t",
        "“",
        "x",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=40).map("".join), st.text(max_size=200))


@given(TEXTS, st.sampled_from(["", "en", "es", "fr", "pt", "xx"]))
def test_the_pieces_are_the_text(text, lang):
    anatomy = split(text, lang=lang)
    assert "".join(text[piece.start : piece.end] for piece in anatomy.pieces) == text
    assert all(piece.text == text[piece.start : piece.end].strip() for piece in anatomy.pieces)
    assert all(piece.text.startswith(piece.label) for piece in anatomy.pieces)
    assert all(piece.start < piece.end and (piece.text or len(anatomy.pieces) == 1) for piece in anatomy.pieces)
    assert anatomy.binds == any(piece.kind in (Kind.OPERATIVE, Kind.SECTION) for piece in anatomy.pieces)


@given(TEXTS)
def test_a_suggestion_quotes_the_clause(text):
    suggestion = suggest(text)
    for found in (suggestion.verb, suggestion.addressee, suggestion.task, suggestion.due_words, suggestion.money_words):
        assert found is None or (found.text and text[found.start : found.end] == found.text)


@pytest.mark.parametrize(
    "repeated",
    [
        "whereas ",
        "Whereas, ",
        "WHEREAS; ",
        "be it resolved ",
        "now, therefore, be it ",
        "hereby resolves ",
        ". Section 1. A",
        "\n(i)",
        "\n- a",
        "(a) ",
        "\nBy Council\nX",
        "[1] a\n",
        "finds:",
        "\n",
        " ",
        "a",
        "“",
        "$1",
        "9",
        "the city ",
        "the the ",
        "directs the city ",
        "We ",
        "within one ",
    ],
)
def test_hostile_repeats_end_and_lose_nothing(repeated):
    text = repeated * (60_000 // len(repeated))
    pieces = split(text).pieces
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    suggest(text)


def test_many_recitals_are_all_found():
    assert len(split("Whereas, it rains; and\n" * 20_000).pieces) == 20_000
    assert [piece.kind for piece in split("whereas " * 25_000).pieces] == [Kind.RECITAL]
