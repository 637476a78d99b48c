"""Warnings of a draft: what its readers, or those whose words it uses, would stumble over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.reports.composition import Composed
from smallplaces.reports.models import Paragraph, Report


@dataclass(frozen=True)
class Caution:
    """One warning. `stops` when the report cannot be handed in before it is mended."""

    code: str
    sentence: str
    paragraph_id: str = ""
    stops: bool = False


def warnings_of(report: Report, composed: Composed) -> tuple[Caution, ...]:
    """Every warning, those that stop handing in first."""
    found = [*_of_paragraphs(report, composed), *_of_the_whole(report, composed)]
    return tuple(sorted(found, key=lambda one: not one.stops))


def _of_paragraphs(report: Report, composed: Composed) -> Iterator[Caution]:
    number = 0
    for section in composed.sections:
        paragraphs = list(section.paragraphs.all())
        for paragraph in paragraphs:
            number += 1
            yield from _of_paragraph(report, composed, paragraph, number)


def _of_paragraph(report: Report, composed: Composed, paragraph: Paragraph, number: int) -> Iterator[Caution]:
    evidence = [composed.evidence[one.pk] for one in paragraph.citations.all()]
    for one in evidence:
        if one.problem:
            yield Caution(
                "consent",
                _("Paragraph %(number)d: %(problem)s") % {"number": number, "problem": one.problem},
                paragraph.pk,
                stops=True,
            )
    if paragraph.taken_back_on:
        yield Caution(
            "taken_back",
            _("Paragraph %(number)d: its words were taken back. Write it anew or take it out.") % {"number": number},
            paragraph.pk,
        )
    elif paragraph.claims and not any(not one.problem for one in evidence):
        yield Caution(
            "no_evidence",
            _("Paragraph %(number)d says that something is so and rests on nothing yet.") % {"number": number},
            paragraph.pk,
        )
    if report.second_lang and not any(one.lang == report.second_lang for one in paragraph.translations.all()):
        yield Caution(
            "one_language",
            _("Paragraph %(number)d is not yet in the second language.") % {"number": number},
            paragraph.pk,
        )


def _of_the_whole(report: Report, composed: Composed) -> Iterator[Caution]:
    profile = report.profile
    if profile.words_most and composed.words > profile.words_most:
        yield Caution(
            "too_long",
            _("%(words)d words; %(name)s holds at most %(most)d.")
            % {"words": composed.words, "name": profile.name, "most": profile.words_most},
        )
    for room in composed.heard.not_yet:
        yield Caution(
            "not_read_back", _("%(room)s has not heard it read back. The face of the report says so.") % {"room": room}
        )
    written = {section.code for section in composed.sections if section.paragraphs.all()}
    for section in profile.sections.order_by("position"):
        if section.required and section.code not in written:
            yield Caution("empty_section", _("“%(heading)s” is still empty.") % {"heading": section.heading})
    if "contact" in profile.facts and not report.group.contact:
        yield Caution("no_contact", _("The report does not say how to reach the group. Add it on the group's page."))


def stops_handing_in(warnings: tuple[Caution, ...]) -> tuple[Caution, ...]:
    """The warnings that must be mended first."""
    return tuple(one for one in warnings if one.stops)
