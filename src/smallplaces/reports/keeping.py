"""What an edition is rebuilt from: its document and where each sentence's words stand in it, as JSON.

When words are taken back they leave this file too, so that no file of ours holds them.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Collection
from typing import Any

from smallplaces.engines.composing import Document, Note, Paragraph, Section, Span, Words
from smallplaces.reports.composition import Placed


def dump(document: Document, placed: tuple[Placed, ...]) -> bytes:
    """The document and its places as UTF-8 JSON."""
    kept = {"document": dataclasses.asdict(document), "placed": [dataclasses.asdict(one) for one in placed]}
    return json.dumps(kept, ensure_ascii=False, default=_plain).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return dict(value)


def load(data: bytes) -> tuple[Document, tuple[Placed, ...]]:
    """What `dump` wrote."""
    kept = json.loads(data)
    raw = kept["document"]
    document = Document(
        **{
            **raw,
            "date": dt.date.fromisoformat(raw["date"]),
            "face": tuple(raw["face"]),
            "sections": tuple(_section(one) for one in raw["sections"]),
            "notes": tuple(Note(**one) for one in raw["notes"]),
            "words": Words(**raw["words"]),
        }
    )
    return document, tuple(Placed(**one) for one in kept["placed"])


def _section(raw: dict[str, Any]) -> Section:
    return Section(**{**raw, "paragraphs": tuple(_paragraph(one) for one in raw["paragraphs"])})


def _paragraph(raw: dict[str, Any]) -> Paragraph:
    translation = _paragraph(raw["translation"]) if raw["translation"] else None
    return Paragraph(**{**raw, "spans": tuple(Span(**one) for one in raw["spans"]), "translation": translation})


def without(
    document: Document, placed: tuple[Placed, ...], sentence_ids: Collection[str], *, removed: str, note: str
) -> tuple[Document, tuple[Placed, ...]]:
    """The document without these sentences: paragraphs that held their words say `removed`, their notes say `note`."""
    gone = [one for one in placed if one.sentence_id in sentence_ids]
    emptied = {(one.section, one.paragraph) for one in gone if one.verbatim}
    numbers = {one.note for one in gone}
    sections = tuple(
        dataclasses.replace(
            section,
            paragraphs=tuple(
                _emptied(paragraph, removed) if (index, position) in emptied else paragraph
                for position, paragraph in enumerate(section.paragraphs)
            ),
        )
        for index, section in enumerate(document.sections)
    )
    notes = tuple(dataclasses.replace(one, text=note) if one.number in numbers else one for one in document.notes)
    left = tuple(one for one in placed if one.sentence_id not in sentence_ids)
    return dataclasses.replace(document, sections=sections, notes=notes), left


def _emptied(paragraph: Paragraph, removed: str) -> Paragraph:
    """The words go, the note marks stay, so that the numbers of the other notes stand."""
    marks = tuple(dataclasses.replace(span, text="") for span in paragraph.spans if span.note is not None)
    return Paragraph((Span(removed), *marks), paragraph.lang, paragraph.number, "removed")
