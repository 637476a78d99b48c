"""What a document refuses, and what is put right before any format sees it."""

from __future__ import annotations

import pytest

from smallplaces.engines.composing import Note, Paragraph, Section, Span, count_words
from smallplaces.engines.composing.cleaning import clean
from smallplaces.engines.composing.languages import direction
from smallplaces.engines.composing.preparing import prepared
from tests.engines.composing.reports import small_report


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        ((Note(10, "a"),), "not there"),
        ((Note(10, "a"), Note(20, "b"), Note(30, "c")), "nowhere"),
        ((Note(10, "a"), Note(20, "b"), Note(20, "c")), "same number"),
    ],
)
def test_notes_and_marks_must_fit_together(notes: tuple[Note, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        small_report(notes=notes)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("one\x0btwo\r\nthree\u2028four", "one two three four"),
        ("a\x00b\x07c\x9f", "abc"),
        ("evil\u202egnp.exe\u2066", "evilgnp.exe"),
        ("half \ud83d of an emoji \uffff", "half \ufffd of an emoji \ufffd"),
        ("no\u00a0break, join\u200cer, mark\u200f, 😀", "no\u00a0break, join\u200cer, mark\u200f, 😀"),
    ],
)
def test_words_are_cleaned(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_notes_are_numbered_as_they_are_cited() -> None:
    cited = Paragraph((Span("b", note=20), Span("a", note=10), Span("b", note=20)), "en")
    ready = prepared(small_report(sections=(Section("S", (cited,)),)))
    assert [note.text for note in ready.notes] == ["Acta de mayo.", "Minutes of 14 March."]
    assert [span.note for span in ready.sections[0].paragraphs[0].spans] == [1, 2, 1]


def test_levels_close_up_and_unknown_languages_follow_what_is_around() -> None:
    levels = (Section("a", (), 3), Section("b", (), 4), Section("", (), 1), Section("c", (), 1), Section("d", (), -5))
    ready = prepared(small_report(sections=levels, notes=(), lang='x"onload'))
    assert [section.level for section in ready.sections] == [1, 2, 2, 1, 1]
    assert {section.lang for section in ready.sections} == {"und"}


def test_removed_words_stand_in_brackets_once() -> None:
    gone = Paragraph((Span("[removed]"),), "en", kind="removed", translation=Paragraph((Span("quitado"),), "es"))
    paragraph = prepared(small_report(sections=(Section("S", (gone,)),), notes=())).sections[0].paragraphs[0]
    assert paragraph.spans == (Span("[removed]", italic=True),)
    assert paragraph.translation is not None
    assert "".join(span.text for span in paragraph.translation.spans) == "[quitado]"


@pytest.mark.parametrize(("lang", "way"), [("ar", "rtl"), ("az-Arab", "rtl"), ("ks-Deva-IN", "ltr"), ("en", "ltr")])
def test_a_script_decides_the_direction(lang: str, way: str) -> None:
    assert direction(lang) == way


def test_words_are_counted_as_by_hand() -> None:
    # The water (2) + They cut the water. (4) + Cortaron el agua. (3) + two Arabic words (2) + Nobody could explain the
    # bill. (5) + We rang nine doors. (4) + We walked the river. (4) + Later (1) + [removed: the words were taken back] (6)
    report = small_report()
    assert count_words(report) == 31
    assert count_words(report, translations=False) == 26
    assert count_words(report, notes=True) == 31 + 4 + 3


@pytest.mark.parametrize(
    ("text", "words"),
    [('abc123 1.23 "$" http://www.example.com', 4), ("plug-in user/config", 2), ("one – two\x0bthree", 4)],
)
def test_a_word_is_what_stands_between_two_spaces(text: str, words: int) -> None:
    one = small_report(sections=(Section("", (Paragraph((Span(text[:3]), Span(text[3:])), "en"),)),), notes=())
    assert count_words(one) == words
