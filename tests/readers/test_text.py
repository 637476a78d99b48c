"""Plain text: which bytes are read, which are refused, and that no letter is guessed."""

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallplaces.readers import FORMATS, SENTENCES, Refusal, read_document

WORDS = "Résolu, “enfin” — l’eau\n"


def code(data: bytes, name: str = "act.txt") -> str:
    with pytest.raises(Refusal) as refused:
        read_document(data, name)
    return refused.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    assert read_document(WORDS.encode(encoding), "act.txt").text == WORDS
    assert read_document(WORDS.encode(encoding), "act.txt").kind == "text"


def test_utf_16_of_the_other_order():
    assert read_document(b"\xfe\xff" + WORDS.encode("utf-16-be"), "").text == WORDS


def test_lines_end_in_one_way():
    assert read_document(b"one\r\ntwo\rthree\n", "").text == "one\ntwo\nthree\n"


def test_marks_of_direction_stay():
    words = "ماء \u202eabc\u202c \u2067x\u2069 \u200f\u200d"
    assert read_document(words.encode(), "").text == words


def test_a_stray_control_character_becomes_a_space():
    assert read_document(b"RESOLVED, that the old printer\x0c\x07stays " + b"on " * 40, "").text.startswith(
        "RESOLVED, that the old printer\x0c stays"
    )


def test_a_number_of_a_million_digits_is_only_words():
    assert len(read_document(b"9" * 1_000_000, "").text) == 1_000_000


@pytest.mark.parametrize(
    "nothing",
    [
        b"",
        b" \r\n\t",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf \n",
        b"\xff\xfe",
        "\u200b\u200b".encode(),
        "\ufeff \n".encode("utf-16"),
    ],
)
def test_empty(nothing):
    assert code(nothing) == "empty"


@pytest.mark.parametrize(
    "unreadable",
    [
        "Вода принадлежит всем".encode("cp1251"),
        "水はみんなのもの".encode("shift_jis"),
        "Wasser für alle".encode() + b"\xc3",
        "Wasser für alle und Brot für alle".encode().replace(b"alle", b"\xc3lle", 1),
        b"half a surrogate \xed\xa0\x80 here",
        b"\xff\xfe" + "half ".encode("utf-16-le") + b"\x00\xd8",
        b"one byte that means nothing \x81 in any Western text",
        b"\xff\xfea",
    ],
)
def test_letters_that_cannot_be_told_are_refused(unreadable):
    assert code(unreadable) == "encoding"


@pytest.mark.parametrize(
    "binary", [b"word\0word", bytes(range(1, 32)) * 9, b"\x7fELF\x02\0\0", "no mark of order".encode("utf-16-le")]
)
def test_binary(binary):
    assert code(binary) == "binary"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7 ...", "pdf-damaged"),
        (b"{\\rtf1 words}", "rtf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0\0", "image"),
        (b"<!DOCTYPE html><p>words", "html"),
        (b"\xef\xbb\xbf\n <HTML lang='en'>", "html"),
        (b"<?xml version='1.0'?><!-- made by hand --><html>", "html"),
        (b"PK\x03\x04 words", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 words", "doc"),
    ],
)
def test_other_formats_each_have_their_sentence(data, expected):
    assert code(data) == expected


def test_too_long():
    assert code(b"a" * 10_000_001) == "too-long"
    assert len(read_document(b"a" * 10_000_000, "").text) == 10_000_000


@given(st.binary(max_size=300), st.sampled_from(["", "a.txt", "a.docx"]))
def test_any_bytes_end_in_words_or_in_one_refusal(data, name):
    try:
        words = read_document(data, name).text
    except Refusal:
        return
    assert words.strip()
    assert words.encode()
    assert "\0" not in words


def test_every_refusal_is_a_sentence_with_a_remedy():
    for refused in SENTENCES:
        sentence = Refusal(
            refused, **{name: 10 for _text, name, _how, _as in Formatter().parse(SENTENCES[refused]) if name}
        ).sentence
        assert sentence.endswith(".")
        assert sentence.count(".") >= 2 or sentence.count(":") >= 1
        assert "{" not in sentence


def test_a_format_that_is_not_read_has_its_sentence():
    assert set(FORMATS) - {"text", "docx"} <= set(SENTENCES)


@given(st.text(st.characters(codec="cp1252", categories=["Lu", "Ll", "Zs"]), min_size=1))
def test_western_text_is_read_as_it_was_or_not_at_all(words):
    data = ("À la mer: " + words).encode("cp1252")
    try:
        read = read_document(data, "").text
    except Refusal:
        return
    assert read == "À la mer: " + words
