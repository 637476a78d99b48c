"""Warnings of a draft: what its readers, or those whose words it uses, would stumble over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.core.enums import Visibility
from smallplaces.reports.composition import Composed
from smallplaces.reports.enums import FactKind, Problem
from smallplaces.reports.evidence import Evidence
from smallplaces.reports.models import Paragraph, Profile, Report


@dataclass(frozen=True)
class Caution:
    """One warning. `stops` when the report cannot be handed in before it is mended."""

    code: str
    sentence: str
    paragraph_id: str = ""
    stops: bool = False
    section_id: str = ""


def warnings_of(report: Report, composed: Composed, *, pages: int = 0) -> tuple[Caution, ...]:
    """Every warning, those that stop handing in first. `pages` of the PDF, where it was built."""
    found = [
        *_of_paragraphs(report, composed),
        *_of_the_whole(report, composed),
        *_of_limits(report.profile, composed, pages),
    ]
    return tuple(sorted(found, key=lambda one: not one.stops))


def stops_handing_in(warnings: tuple[Caution, ...]) -> tuple[Caution, ...]:
    """The warnings that must be mended first."""
    return tuple(one for one in warnings if one.stops)


def _of_paragraphs(report: Report, composed: Composed) -> Iterator[Caution]:
    paragraphs = [one for section in composed.sections for one in section.paragraphs.all()]
    for number, paragraph in enumerate(paragraphs, 1):
        evidence = [composed.evidence[one.pk] for one in paragraph.citations.all()]
        yield from _of_evidence(evidence, paragraph, number, public=report.visibility == Visibility.PUBLIC)
        yield from _of_words(report, paragraph, number, rests=any(not one.problem for one in evidence))


def _of_evidence(evidence: list[Evidence], paragraph: Paragraph, number: int, *, public: bool) -> Iterator[Caution]:
    for one in evidence:
        if one.problem:
            told = {"number": number, "room": one.room, "problem": Problem(one.problem).label}
            yield Caution("consent", _("Paragraph %(number)d, %(room)s: %(problem)s") % told, paragraph.pk, stops=True)
        elif one.private:
            # A public report cannot be handed in so. One that only the group reads can: it says it to whoever prints it.
            words = _("Paragraph %(number)d rests on what only our group sees; its note prints it: “%(note)s”")
            yield Caution("private", words % {"number": number, "note": one.note}, paragraph.pk, stops=public)


def _of_words(report: Report, paragraph: Paragraph, number: int, *, rests: bool) -> Iterator[Caution]:
    told = {"number": number}
    if paragraph.taken_back_on:
        words = _("Paragraph %(number)d: its words were taken back. Write it anew or take it out.")
        yield Caution("taken_back", words % told, paragraph.pk)
        return
    if paragraph.claims and not rests:
        words = _("Paragraph %(number)d says that something is so and rests on nothing yet.")
        yield Caution("no_evidence", words % told, paragraph.pk)
    if report.second_lang and not any(one.lang == report.second_lang for one in paragraph.translations.all()):
        yield Caution("one_language", _("Paragraph %(number)d is not yet in the second language.") % told, paragraph.pk)


def _of_the_whole(report: Report, composed: Composed) -> Iterator[Caution]:
    for room in composed.heard.not_yet:
        words = _("%(room)s has not heard it read back. The face of the report says so.")
        yield Caution("not_read_back", words % {"room": room})
    required = set(report.profile.sections.filter(required=True).values_list("code", flat=True))
    for section in composed.sections:
        if section.code in required and not section.paragraphs.all():
            words = _("“%(heading)s” is still empty.") % {"heading": section.heading}
            yield Caution("empty_section", words, section_id=section.pk)
    if FactKind.CONTACT in report.profile.facts and not report.group.contact:
        yield Caution("no_contact", _("The report does not say how to reach the group. Add it on the group's page."))


def _of_limits(profile: Profile, composed: Composed, pages: int) -> Iterator[Caution]:
    if profile.words_most and composed.words > profile.words_most:
        told = {"words": composed.words, "name": profile.name, "most": profile.words_most}
        yield Caution("too_long", _("%(words)d words; %(name)s holds at most %(most)d.") % told)
    if profile.pages_most and pages > profile.pages_most:
        told = {"pages": pages, "name": profile.name, "most": profile.pages_most}
        yield Caution(
            "too_many_pages", _("%(pages)d pages; %(name)s holds at most %(most)d. Leave something out.") % told
        )
