"""The plain values that a report is made of. What they hold is words; how they look is the business of each format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "quote", "removed", "list"]


@dataclass(frozen=True)
class Span:
    """A stretch of words. `note` is a number out of `Document.notes`: its mark is set after the words.

    `lang` is a BCP 47 tag where these words are in another language than their paragraph, else empty.
    """

    text: str
    italic: bool = False
    bold: bool = False
    lang: str = ""
    note: int | None = None


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. Its translation stands under it with the name of its language; a translation may carry a further one.

    `number` is printed before it (paragraph 6 of a submission). A `removed` paragraph says in brackets that words are gone.
    """

    spans: tuple[Span, ...]
    lang: str
    number: int | None = None
    kind: Kind = "text"
    translation: Paragraph | None = None


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it. `level` 1 is the highest; a level that was skipped is closed up."""

    heading: str
    paragraphs: tuple[Paragraph, ...]
    level: int = 1
    lang: str = ""


@dataclass(frozen=True)
class Note:
    """A source or remark. Its number only ties it to its marks: notes are printed 1, 2, 3 in the order they are cited."""

    number: int
    text: str
    lang: str = ""


@dataclass(frozen=True)
class Words:
    """The engine's few own words, in the language of the document.

    `missing` stands before the characters that no font of the PDF has; `languages` names the language of a translation by
    its tag (`{"es": "Español"}`), and where it has no name the tag itself is printed.
    """

    notes: str = "Notes"
    page: str = "Page"
    of: str = "of"
    back: str = "Back to the text"
    missing: str = "Printed as □, because our print fonts do not have them:"
    languages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A whole report. `face` says which rooms have heard it read back, and which not yet; `fictional_words` is empty for a
    real place and else stands on every page. `date` is the date of the edition; `date_words` is that date as it is read.

    Raises ValueError where a span cites a note that is not there, a note is cited nowhere, or two notes share a number.
    """

    title: str
    subtitle: str
    lang: str
    place: str
    group: str
    date: dt.date
    date_words: str
    fictional_words: str
    face: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    colophon: str
    words: Words = field(default_factory=Words)

    def __post_init__(self) -> None:
        known = [note.number for note in self.notes]
        cited = set(cited_numbers(self.sections))
        if len(known) != len(set(known)):
            raise ValueError("Two notes have the same number.")
        if cited - set(known):
            raise ValueError(f"The text cites notes that are not there: {sorted(cited - set(known))}.")
        if set(known) - cited:
            raise ValueError(f"These notes are cited nowhere: {sorted(set(known) - cited)}.")


def versions(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraph and its translations, in the order in which they are printed."""
    if paragraph.translation is None:
        return (paragraph,)
    return (paragraph, *versions(paragraph.translation))


def marks_touch(spans: tuple[Span, ...], place: int) -> bool:
    """Whether the mark at this place stands right behind another: a comma parts them, or 2 and 3 are read as 23."""
    return place > 0 and spans[place].note is not None and not spans[place].text and spans[place - 1].note is not None


def cited_numbers(sections: tuple[Section, ...]) -> tuple[int, ...]:
    """The numbers of the notes in the order in which they are first cited, each once."""
    spans = (
        span
        for section in sections
        for paragraph in section.paragraphs
        for version in versions(paragraph)
        for span in version.spans
    )
    return tuple(dict.fromkeys(span.note for span in spans if span.note is not None))
