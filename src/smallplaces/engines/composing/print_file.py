"""The report as PDF/UA, set by typst. The report goes in as JSON, never as markup, so no word in it can be a command."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import typst

from smallplaces.engines.composing.coverage import Printable, printable
from smallplaces.engines.composing.document import Document, Paragraph, Section, Span, marks_touch, versions
from smallplaces.engines.composing.languages import is_right_to_left
from smallplaces.engines.composing.preparing import prepared

# An address without a space may run over the edge of the page: after 60 characters it may break anywhere.
_LONG = re.compile(r"\S{60}(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"
_TEXT_FAMILY = "Noto Sans"  # comes first; the other families lend the scripts that it lacks


def to_pdf(document: Document, *, fonts: Path) -> bytes:
    """The report as a tagged PDF (PDF/UA-1), A4. The same document and fonts give the same bytes.

    `fonts` is a folder of .ttf or .otf files: Noto Sans, and one family for each script that it lacks. A character that none of its fonts has is
    printed as □ and listed at the end. Raises FileNotFoundError where the folder holds no font.
    """
    setting = _Setting(prepared(document), printable(fonts))
    families = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]).families()
    report = setting.report() | {"families": sorted(families, key=lambda family: (family != _TEXT_FAMILY, family))}
    pdf: bytes = typst.compile(
        files("smallplaces.engines.composing").joinpath("report.typ").read_bytes(),
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=0,
        sys_inputs={"report": json.dumps(report)},
    )
    return pdf


class _Setting:
    """A prepared document as the plain data that report.typ reads."""

    def __init__(self, ready: Document, letters: Printable) -> None:
        self.ready = ready
        self.letters = letters
        self.cited: set[int] = set()

    def report(self) -> dict[str, object]:
        ready = self.ready
        data: dict[str, object] = {
            "title": ready.title,
            "authors": [ready.group] if ready.group else [],
            "language": _language(ready.lang),
            "heading": self.print(ready.title),
            "subtitle": self.print(ready.subtitle),
            "from": self.print(" · ".join(name for name in (ready.group, ready.place) if name)),
            "date": self.print(ready.date_words),
            "fictional": self.print(ready.fictional_words),
            "face": [self.print(line) for line in ready.face],
            "sections": [self.section(section) for section in ready.sections],
            "notes": [{"text": self.print(note.text), "language": _other(note.lang)} for note in ready.notes],
            "colophon": self.print(ready.colophon),
            "words": {name: self.print(getattr(ready.words, name)) for name in ("page", "of", "missing")},
        }
        data["missing"] = self.letters.list_missing()  # last, when all words have been looked at
        return data

    def print(self, words: str) -> str:
        return _LONG.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", self.letters.text(words))

    def section(self, section: Section) -> dict[str, object]:
        return {
            "heading": self.print(section.heading),
            "level": section.level,
            "language": _other(section.lang, self.ready.lang),
            "paragraphs": [self.paragraph(paragraph, section.lang) for paragraph in section.paragraphs],
        }

    def paragraph(self, paragraph: Paragraph, around: str) -> list[dict[str, object]]:
        return [
            self.version(version, around, is_translation=place > 0) for place, version in enumerate(versions(paragraph))
        ]

    def version(self, version: Paragraph, around: str, *, is_translation: bool) -> dict[str, object]:
        label = self.ready.words.languages.get(version.lang, version.lang) if is_translation else ""
        return {
            "kind": version.kind,
            "number": version.number,
            "label": self.print(label),
            "language": _other(version.lang, around),
            "rtl": is_right_to_left(version.lang),
            "spans": [
                {**self.span(span), "touches": marks_touch(version.spans, place)}
                for place, span in enumerate(version.spans)
            ],
        }

    def span(self, span: Span) -> dict[str, object]:
        first = span.note is not None and span.note not in self.cited
        if span.note is not None:
            self.cited.add(span.note)
        return {
            "text": self.print(span.text),
            "italic": span.italic,
            "bold": span.bold,
            "language": _other(span.lang),
            "note": span.note,
            "first": first,
        }


def _other(lang: str, around: str = "") -> dict[str, object] | None:
    return _language(lang) if lang and lang != around else None


def _language(lang: str) -> dict[str, object]:
    """typst knows a language of two or three letters and a region of two; the rest of a tag it refuses."""
    first, *others = lang.split("-")
    region = next((part.upper() for part in others if len(part) == 2 and part.isalpha()), None)
    return {"lang": first.lower(), "region": region, "rtl": is_right_to_left(lang)}
