"""Reports for the tests of composing: a small whole one, and ones made of any words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from smallplaces.engines.composing import Document, Note, Paragraph, Section, Span, Words

LANGUAGES = ("en", "es", "ar", "ko", "", "zh-Hant-TW", 'x"><script>')


def small_report(**changes: object) -> Document:
    """Two languages and a right-to-left one, a note cited twice, every kind of paragraph."""
    arabic = Paragraph((Span("قطعوا الماء", note=20),), "ar")
    spanish = Paragraph((Span("Cortaron el agua.", note=10),), "es", translation=arabic)
    water = Section(
        "The water",
        (
            Paragraph((Span("They cut "), Span("the water", bold=True), Span(".", note=10)), "en", translation=spanish),
            Paragraph((Span("Nobody could explain the bill."),), "en", kind="quote"),
            Paragraph((Span("We rang nine doors."),), "en", kind="list"),
            Paragraph((Span("We walked the river."),), "en", kind="list"),
        ),
    )
    gone = Paragraph((Span("removed: the words were taken back"),), "en", number=6, kind="removed")
    report = Document(
        title="What came of it",
        subtitle="Home report",
        lang="en",
        place="Osier Bend",
        group="Laundry Circle",
        date=dt.date(2026, 3, 1),
        date_words="1 March 2026",
        fictional_words="FICTIONAL: nobody here is real",
        face=("Read back to five circles.", "Not yet to circle six."),
        sections=(water, Section("Later", (gone,), level=3)),
        notes=(Note(10, "Minutes of 14 March."), Note(20, "Acta de mayo.", "es")),
        colophon="Pass it on.",
        words=Words(languages={"es": "Español", "ar": "العربية"}),
    )
    return replace(report, **changes)


def one_paragraph(text: str, lang: str = "en") -> Document:
    """A report of one paragraph."""
    return small_report(sections=(Section("Heading", (Paragraph((Span(text),), lang),)),), notes=())


# Every code point, lone surrogates too, with more of those that have broken files before.
troublesome = st.text(
    st.characters(exclude_categories=())
    | st.sampled_from("\x00\x0b\x0c\u202e\u2066\u0301\u200d\ufe0f\U0001f600한السلا<>&\"'`#$[]{}\\@_*\ud800\uffff"),
    max_size=40,
)
languages = st.sampled_from(LANGUAGES)
spans = st.builds(Span, text=troublesome, italic=st.booleans(), bold=st.booleans(), lang=languages)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph of any words, half of them with a translation."""
    kind = st.sampled_from(["text", "quote", "removed", "list"])
    number = st.none() | st.integers(0, 99)
    words = st.lists(spans, max_size=3).map(tuple)
    other = draw(st.none() | st.builds(Paragraph, spans=words, lang=languages, number=number, kind=kind))
    return Paragraph(draw(words), draw(languages), draw(number), draw(kind), other)


@st.composite
def reports(draw: st.DrawFn) -> Document:
    """A report of any words in any place, with one note that is cited once or twice."""
    sections = draw(
        st.lists(
            st.builds(
                Section,
                heading=troublesome,
                paragraphs=st.lists(paragraphs(), max_size=3).map(tuple),
                level=st.integers(-1, 9),
                lang=languages,
            ),
            max_size=3,
        )
    )
    cited = Paragraph((Span("cited", note=7),) * draw(st.integers(1, 2)), "en")
    return Document(
        title=draw(troublesome),
        subtitle=draw(troublesome),
        lang=draw(languages),
        place=draw(troublesome),
        group=draw(troublesome),
        date=dt.date(2026, 3, 1),
        date_words=draw(troublesome),
        fictional_words=draw(troublesome),
        face=tuple(draw(st.lists(troublesome, max_size=2))),
        sections=(*sections, Section("", (cited,))),
        notes=(Note(7, draw(troublesome), draw(languages)),),
        colophon=draw(troublesome),
        words=Words(draw(troublesome), draw(troublesome), draw(troublesome), draw(troublesome), draw(troublesome)),
    )
