"""One pass over a document before any format sees it: clean words, sound levels, notes numbered as they are cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from smallplaces.engines.composing.cleaning import clean
from smallplaces.engines.composing.document import Document, Note, Paragraph, Section, Span, Words, cited_numbers
from smallplaces.engines.composing.languages import tag_or

_UNKNOWN_LANGUAGE = "und"
_UNTITLED = "—"
_DEEPEST = 5  # the title is the first of the six levels that HTML has


def prepared(document: Document) -> Document:
    """The same document with only printable text, valid language tags, levels without gaps and notes 1, 2, 3 as cited.

    In the result every section and paragraph has a language, and a language on a span or note always differs from the one
    around it.
    """
    lang = tag_or(document.lang, _UNKNOWN_LANGUAGE)
    numbers = {number: place for place, number in enumerate(cited_numbers(document.sections), 1)}
    notes = [_note(note, numbers, lang) for note in document.notes]
    return replace(
        document,
        title=clean(document.title).strip() or _UNTITLED,
        subtitle=clean(document.subtitle).strip(),
        lang=lang,
        place=clean(document.place).strip(),
        group=clean(document.group).strip(),
        date_words=clean(document.date_words).strip(),
        fictional_words=clean(document.fictional_words).strip(),
        face=tuple(filter(None, (clean(line).strip() for line in document.face))),
        sections=_sections(document.sections, numbers, lang),
        notes=tuple(sorted(notes, key=lambda note: note.number)),
        colophon=clean(document.colophon).strip(),
        words=_words(document.words),
    )


def _words(words: Words) -> Words:
    return Words(
        notes=clean(words.notes),
        page=clean(words.page),
        of=clean(words.of),
        back=clean(words.back),
        missing=clean(words.missing),
        languages={tag: clean(name) for tag, name in words.languages.items()},
    )


def _note(note: Note, numbers: Mapping[int, int], lang: str) -> Note:
    return Note(numbers[note.number], clean(note.text).strip(), _unlike(note.lang, lang))


def _sections(sections: tuple[Section, ...], numbers: Mapping[int, int], lang: str) -> tuple[Section, ...]:
    """Levels without gaps: tagged PDF refuses a heading 3 right under a heading 1."""
    ready: list[Section] = []
    level = 0
    for section in sections:
        own = tag_or(section.lang, lang)
        heading = clean(section.heading).strip()
        if heading:
            level = max(1, min(section.level, level + 1, _DEEPEST))
        paragraphs = tuple(_paragraph(paragraph, numbers, own) for paragraph in section.paragraphs)
        ready.append(Section(heading, paragraphs, max(1, level), own))
    return tuple(ready)


def _paragraph(paragraph: Paragraph, numbers: Mapping[int, int], lang: str) -> Paragraph:
    own = tag_or(paragraph.lang, lang)
    spans = tuple(_span(span, numbers, own) for span in paragraph.spans)
    translation = paragraph.translation
    if translation is not None:
        # A translation is what its paragraph is, unless its own words were taken back.
        kind = "removed" if translation.kind == "removed" else paragraph.kind
        translation = _paragraph(replace(translation, kind=kind), numbers, own)
    return replace(
        paragraph,
        spans=_bracketed(spans) if paragraph.kind == "removed" else spans,
        lang=own,
        translation=translation,
    )


def _span(span: Span, numbers: Mapping[int, int], lang: str) -> Span:
    note = None if span.note is None else numbers[span.note]
    return replace(span, text=clean(span.text), lang=_unlike(span.lang, lang), note=note)


def _bracketed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Italic and in square brackets, unless the brackets came with the words."""
    text = "".join(span.text for span in spans).strip()
    slanted = tuple(replace(span, italic=True) for span in spans)
    if text.startswith("[") and text.endswith("]"):
        return slanted
    return (Span("[", italic=True), *slanted, Span("]", italic=True))


def _unlike(lang: str, around: str) -> str:
    """The tag where it differs from the language around it, else nothing."""
    own = tag_or(lang, around)
    return "" if own == around else own
