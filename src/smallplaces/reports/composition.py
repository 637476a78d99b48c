"""From a report's rows to the engine's plain document, with the note of each citation and the face's lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import override

from smallplaces.core.clock import today
from smallplaces.engines import composing
from smallplaces.meetings.models import ReadBack, Room
from smallplaces.reports.evidence import Evidence, day, evidence_of
from smallplaces.reports.models import Paragraph, Report, Section
from smallplaces.reports.queries import sections_of


@dataclass(frozen=True)
class Placed:
    """Where words of a sentence stand in a document: section, paragraph, and the number of its note."""

    sentence_id: str
    section: int
    paragraph: int
    note: int
    verbatim: bool


@dataclass(frozen=True)
class Heard:
    """Which rooms a report draws on: those that heard it read back, with the day, and those that have not yet."""

    heard: tuple[tuple[str, dt.date], ...]
    not_yet: tuple[str, ...]


@dataclass(frozen=True)
class Composed:
    """A report ready for the engine, and what page and checks need beside it."""

    document: composing.Document
    sections: tuple[Section, ...]
    evidence: Mapping[str, Evidence]
    placed: tuple[Placed, ...]
    heard: Heard
    words: int


def heard_by(room_ids: Sequence[str]) -> Heard:
    """Who among these rooms heard their words read back, and when last. Two queries."""
    last = dict(ReadBack.objects.filter(room_id__in=room_ids).values_list("room_id").annotate(Max("on")))
    rooms = Room.objects.filter(pk__in=room_ids).order_by("meeting__on", "name")
    heard = tuple((room.name, last[room.pk]) for room in rooms if room.pk in last)
    return Heard(heard, tuple(room.name for room in rooms if room.pk not in last))


def compose(report: Report) -> Composed:
    """Everything about a report in its own language. About eight queries, however long it is."""
    with override(report.lang):
        sections = sections_of(report)
        citations = [one for section in sections for par in section.paragraphs.all() for one in par.citations.all()]
        evidence = evidence_of(citations, use=report.profile.use, on=today(report.place.zone))
        heard = heard_by(sorted({one.room_id for one in evidence.values() if one.room_id}))
        notes: list[composing.Note] = []
        placed: list[Placed] = []
        built = []
        for index, section in enumerate(sections):
            paragraphs = []
            for position, paragraph in enumerate(section.paragraphs.all()):
                usable = [evidence[one.pk] for one in paragraph.citations.all() if not evidence[one.pk].problem]
                numbers = _add_notes(usable, notes)
                placed += [
                    Placed(one.thing_id, index, position, number, one.verbatim)
                    for one, number in zip(usable, numbers, strict=True)
                    if one.kind == "sentence"
                ]
                hidden = any(evidence[one.pk].problem and one.verbatim for one in paragraph.citations.all())
                paragraphs.append(_paragraph(report, paragraph, numbers, hidden=hidden))
            if paragraphs:
                built.append(composing.Section(heading_of(section), tuple(paragraphs), lang=report.lang))
        built_at = _renumber(sections, placed)
        document = _document(report, tuple(built), tuple(notes), heard)
    return Composed(
        document, tuple(sections), evidence, built_at, heard, composing.count_words(document, translations=False)
    )


def heading_of(section: Section) -> str:
    """A heading in both languages where the report has two."""
    return " · ".join(one for one in (section.heading, section.second_heading) if one)


def _renumber(sections: Sequence[Section], placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Empty sections are not printed: places count the printed ones."""
    printed = [index for index, section in enumerate(sections) if section.paragraphs.all()]
    return tuple(
        Placed(one.sentence_id, printed.index(one.section), one.paragraph, one.note, one.verbatim) for one in placed
    )


def _add_notes(usable: Sequence[Evidence], notes: list[composing.Note]) -> list[int]:
    numbers = []
    for one in usable:
        notes.append(composing.Note(len(notes) + 1, one.note))
        numbers.append(len(notes))
    return numbers


def _paragraph(report: Report, paragraph: Paragraph, numbers: Sequence[int], *, hidden: bool) -> composing.Paragraph:
    """One paragraph with its marks. Words that may not be used are said to be left out; they are not printed."""
    marks = tuple(composing.Span("", note=number) for number in numbers)
    if paragraph.taken_back_on:
        return composing.Paragraph((composing.Span(removed_words()), *marks), report.lang, kind="removed")
    if hidden:
        words = _("left out: the room has not agreed to this use of its words")
        return composing.Paragraph((composing.Span(words), *marks), report.lang, kind="removed")
    second = next((one for one in paragraph.translations.all() if one.lang == report.second_lang), None)
    translation = composing.Paragraph((composing.Span(second.text),), second.lang) if second else None
    return composing.Paragraph((composing.Span(paragraph.text), *marks), paragraph.lang, translation=translation)


def removed_words() -> str:
    """What stands where words were taken back."""
    return _("removed: the words were taken back")


def face_lines(heard: Heard) -> tuple[str, ...]:
    """What the face says about reading back; missing is said too."""
    lines = [_("Read back to %(room)s on %(day)s.") % {"room": room, "day": day(on)} for room, on in heard.heard]
    if len(lines) > 1:
        listed = "; ".join(f"{room} ({day(on)})" for room, on in heard.heard)
        lines = [_("Read back to: %(rooms)s.") % {"rooms": listed}]
    if heard.not_yet:
        lines.append(_("Not yet read back to: %(rooms)s.") % {"rooms": "; ".join(heard.not_yet)})
    return tuple(lines)


def _document(
    report: Report, sections: tuple[composing.Section, ...], notes: tuple[composing.Note, ...], heard: Heard
) -> composing.Document:
    place = report.place
    return composing.Document(
        title=report.title,
        subtitle=report.profile.name,
        lang=report.lang,
        place=place.name,
        group=report.group.name,
        date=report.on,
        date_words=day(report.on),
        fictional_words=_("FICTIONAL. A made-up place, to show how this works.") if place.fictional else "",
        face=face_lines(heard),
        sections=sections,
        notes=notes,
        colophon=_("%(group)s. %(contact)s") % {"group": report.group.name, "contact": report.group.contact},
        words=composing.Words(
            notes=_("Notes"),
            page=_("Page"),
            of=_("of"),
            back=_("Back to the text"),
            missing=_("Printed as □, because our print fonts do not have them:"),
            languages=language_names(),
        ),
    )


def language_names() -> dict[str, str]:
    """The names of common languages in themselves."""
    return {"en": "English", "es": "Español", "fr": "Français", "ar": "العربية", "pt": "Português", "de": "Deutsch"}
