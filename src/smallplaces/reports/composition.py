"""From a report's rows to the engine's plain document, with the note of each citation and the face's lines."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.engines import composing
from smallplaces.meetings.queries import heard_of_rooms
from smallplaces.reports.enums import WHAT_PEOPLE_SAY
from smallplaces.reports.evidence import Evidence, day, evidence_of
from smallplaces.reports.models import Paragraph, Report, Section
from smallplaces.reports.queries import sections_of


@dataclass(frozen=True)
class Placed:
    """Where words of a sentence (or statement, as `kind` says) stand in a document: section, paragraph, number of its note."""

    sentence_id: str
    section: int
    paragraph: int
    note: int
    verbatim: bool
    kind: str = "sentence"


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


def compose(report: Report) -> Composed:
    """Everything about a report in its own language. About eight queries, however long it is."""
    with override(report.lang):
        sections = sections_of(report)
        citations = [one for section in sections for par in section.paragraphs.all() for one in par.citations.all()]
        evidence = evidence_of(citations, use=report.profile.use, on=today(report.place.zone))
        heard = heard_by(sorted({one.room_id for one in evidence.values() if one.room_id}))
        setting = _Setting(report, evidence)
        built = tuple(setting.section(one) for one in sections if one.paragraphs.all())
        document = _document(report, built, tuple(setting.notes), heard)
    words = composing.count_words(document, translations=False)
    return Composed(document, tuple(sections), evidence, tuple(setting.placed), heard, words)


@dataclass
class _Setting:
    """Sets section after section, and remembers the notes so far and where sentences stand. Empty sections are not set."""

    report: Report
    evidence: Mapping[str, Evidence]
    notes: list[composing.Note] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    sections: int = 0

    def section(self, section: Section) -> composing.Section:
        paragraphs = tuple(
            self.paragraph(paragraph, position) for position, paragraph in enumerate(section.paragraphs.all())
        )
        self.sections += 1
        return composing.Section(heading_of(section), paragraphs, lang=self.report.lang)

    def paragraph(self, paragraph: Paragraph, position: int) -> composing.Paragraph:
        """One paragraph with its marks. Words that may not be used are said to be left out; they are not printed."""
        evidence = [self.evidence[one.pk] for one in paragraph.citations.all()]
        marks = tuple(self.mark(one, position) for one in evidence if not one.problem)
        if paragraph.taken_back_on:
            return composing.Paragraph((composing.Span(removed_words()), *marks), self.report.lang, kind="removed")
        if any(one.problem and one.verbatim for one in evidence):
            return composing.Paragraph((composing.Span(left_out_words()), *marks), self.report.lang, kind="removed")
        second = next((one for one in paragraph.translations.all() if one.lang == self.report.second_lang), None)
        translation = composing.Paragraph((composing.Span(second.text),), second.lang) if second else None
        return composing.Paragraph((composing.Span(paragraph.text), *marks), paragraph.lang, translation=translation)

    def mark(self, one: Evidence, position: int) -> composing.Span:
        number = len(self.notes) + 1
        self.notes.append(composing.Note(number, one.note))
        if one.kind in WHAT_PEOPLE_SAY:
            self.placed.append(Placed(one.thing_id, self.sections, position, number, one.verbatim, one.kind))
        return composing.Span("", note=number)


def heard_by(room_ids: Sequence[str]) -> Heard:
    """Who among these rooms heard their words read back, and when last. Two queries."""
    rooms = heard_of_rooms(room_ids)
    heard = tuple((room.name, room.heard_on) for room in rooms if room.heard_on)
    return Heard(heard, tuple(room.name for room in rooms if not room.heard_on))


def heading_of(section: Section) -> str:
    """A heading in both languages where the report has two."""
    return " · ".join(one for one in (section.heading, section.second_heading) if one)


def removed_words() -> str:
    """What stands where words were taken back."""
    return _("removed: the words were taken back")


def left_out_words() -> str:
    """What stands where a room does not agree to this use of its words."""
    return _("left out: the room has not agreed to this use of its words")


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
        words=_engine_words(report.second_lang),
    )


def _engine_words(second_lang: str) -> composing.Words:
    return composing.Words(
        notes=_("Notes"),
        page=_("Page"),
        of=_("of"),
        back=_("Back to the text"),
        missing=_("Printed as □, because our print fonts do not have them:"),
        languages={second_lang: own_name(second_lang)} if second_lang else {},
    )


def own_name(lang: str) -> str:
    """A language's name in itself; its code where Django knows none."""
    try:
        return str(get_language_info(lang)["name_local"]).capitalize()
    except KeyError:
        return lang


def with_face(document: composing.Document, heard: Heard, lang: str) -> composing.Document:
    """The same document with what its face can say today about reading back."""
    with override(lang):
        return dataclasses.replace(document, face=face_lines(heard))
