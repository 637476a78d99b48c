"""Writing a draft: it cites live records and copies nothing that it does not hold word for word."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.models import File
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.places.models import Place
from smallplaces.reports.enums import EvidenceKind
from smallplaces.reports.models import (
    Citation,
    Paragraph,
    ParagraphTranslation,
    Profile,
    Report,
    ReportStep,
    Section,
)
from smallplaces.reports.policies import may_publish_report, may_write_report
from smallplaces.steps.models import Step

PARAGRAPH_MOST = 20_000


def _may_write(report: Report, by: Viewer) -> None:
    require(
        may_write_report(by, report.group_id), _("Only members of the group that holds this report can write in it.")
    )


def _checked(text: str) -> str:
    text = text.replace("\x00", "").strip()
    if not text:
        raise RefusedError(_("Write something first; an empty paragraph was not kept."), field="text")
    if len(text) > PARAGRAPH_MOST:
        raise RefusedError(_("A paragraph holds at most 20,000 characters. Divide it; nothing was lost."), field="text")
    return text


def start_report(
    *,
    group: Group,
    place: Place,
    profile: Profile,
    title: str,
    on: dt.date,
    lang: str = "en",
    second_lang: str = "",
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Report:
    """A draft with the profile's sections."""
    require(may_write_report(by, group.pk), _("Only members of a group can start a report for it."))
    title = title.strip()
    if not title:
        raise RefusedError(_("Give the report a title."), field="title")
    if second_lang == lang:
        raise RefusedError(
            _("The second language is the same as the first. Choose another, or none."), field="second_lang"
        )
    with transaction.atomic():
        report = Report.objects.create(
            group=group,
            place=place,
            profile=profile,
            title=title,
            lang=lang,
            second_lang=second_lang,
            on=on,
            made_on=today(place.zone),
        )
        Section.objects.bulk_create(
            Section(report=report, code=one.code, heading=one.heading, position=one.position)
            for one in profile.sections.order_by("position")
        )
        audit.record("started", report, by=by)
        if visibility != Visibility.PRIVATE:
            publish_report(report, visibility=visibility, by=by)
    return report


def publish_report(report: Report, *, visibility: str, by: Viewer) -> Report:
    """Who may read the report and the files of its editions."""
    if visibility == Visibility.PRIVATE:
        _may_write(report, by)
    else:
        require(may_publish_report(by, report), _("A group publishes nothing before its second holder has accepted."))
    with transaction.atomic():
        report.visibility = visibility
        report.save(update_fields=["visibility"])
        kept = report.editions.exclude(files__form="kept").values("files__file_id")
        File.objects.filter(pk__in=kept).update(visibility=visibility)
        audit.record("published", report, by=by, fields=["visibility"])
    return report


def name_section(section: Section, *, heading: str, second_heading: str = "", by: Viewer) -> Section:
    """A section's heading, and the same in the report's second language."""
    _may_write(section.report, by)
    if not heading.strip():
        raise RefusedError(_("Give the section a heading."), field="heading")
    with transaction.atomic():
        section.heading, section.second_heading = heading.strip(), second_heading.strip()
        section.save(update_fields=["heading", "second_heading"])
        audit.record("named", section, by=by, fields=["heading", "second_heading"], group_id=section.report.group_id)
    return section


def write_paragraph(*, section: Section, text: str, lang: str = "", claims: bool = True, by: Viewer) -> Paragraph:
    """A paragraph at the end of a section."""
    _may_write(section.report, by)
    with transaction.atomic():
        last = section.paragraphs.aggregate(Max("position"))["position__max"]
        paragraph = Paragraph.objects.create(
            section=section,
            text=_checked(text),
            lang=lang or section.report.lang,
            claims=claims,
            position=0 if last is None else last + 1,
        )
        audit.record("written", paragraph, by=by, group_id=section.report.group_id)
    return paragraph


def change_paragraph(paragraph: Paragraph, *, text: str, claims: bool, by: Viewer) -> Paragraph:
    """New words. A paragraph whose words were taken back can be written anew."""
    report = paragraph.section.report
    _may_write(report, by)
    with transaction.atomic():
        paragraph.text, paragraph.claims, paragraph.taken_back_on = _checked(text), claims, None
        paragraph.save(update_fields=["text", "claims", "taken_back_on"])
        audit.record("changed", paragraph, by=by, fields=["text", "claims"], group_id=report.group_id)
    return paragraph


def move_paragraph(paragraph: Paragraph, *, up: bool, by: Viewer) -> None:
    """One place up or down within its section; at the edge nothing happens."""
    report = paragraph.section.report
    _may_write(report, by)
    with transaction.atomic():
        rows = list(paragraph.section.paragraphs.order_by("position"))
        here = [row.pk for row in rows].index(paragraph.pk)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(rows):
            return
        mine, other = rows[here], rows[there]
        free = rows[-1].position + 1
        for row, position in ((other, free), (mine, other.position), (other, mine.position)):
            Paragraph.objects.filter(pk=row.pk).update(position=position)
        audit.record("moved", paragraph, by=by, fields=["position"], group_id=report.group_id)


def remove_paragraph(paragraph: Paragraph, *, by: Viewer) -> None:
    """Takes a paragraph out of the draft. Editions stay as they were handed in."""
    report = paragraph.section.report
    _may_write(report, by)
    with transaction.atomic():
        audit.record("removed", paragraph, by=by, group_id=report.group_id)
        paragraph.delete()


def translate_paragraph(
    paragraph: Paragraph, *, text: str, lang: str, by_words: str = "", machine: bool = False, by: Viewer
) -> ParagraphTranslation:
    """The paragraph in another language; a second time replaces the first."""
    report = paragraph.section.report
    _may_write(report, by)
    with transaction.atomic():
        row, _made = ParagraphTranslation.objects.update_or_create(
            paragraph=paragraph,
            lang=lang,
            defaults={
                "text": _checked(text),
                "by_words": by_words,
                "machine": machine,
                "accepted_by_id": by.account_id,
            },
        )
        audit.record("translated", paragraph, by=by, fields=[lang], group_id=report.group_id)
    return row


def cite(
    *, paragraph: Paragraph, kind: str, thing: Any = None, source: str = "", verbatim: bool = False, by: Viewer
) -> Citation:
    """Rests a paragraph on one piece of the thread, or on an outside source in words."""
    report = paragraph.section.report
    _may_write(report, by)
    if kind == EvidenceKind.OUTSIDE and not source.strip():
        raise RefusedError(_("Say where it stands: a title, a page, a day, an address."), field="source")
    if kind != EvidenceKind.OUTSIDE and thing is None:
        raise RefusedError(_("Choose what the paragraph rests on."), field="thing")
    keys = {} if kind == EvidenceKind.OUTSIDE else {kind: thing}
    with transaction.atomic():
        last = paragraph.citations.aggregate(Max("position"))["position__max"]
        row = Citation.objects.create(
            paragraph=paragraph,
            kind=kind,
            source=source.strip(),
            verbatim=verbatim and kind == EvidenceKind.SENTENCE,
            position=0 if last is None else last + 1,
            **keys,
        )
        audit.record("cited", row, by=by, group_id=report.group_id)
    return row


def uncite(citation: Citation, *, by: Viewer) -> None:
    """The paragraph no longer rests on this."""
    report = citation.paragraph.section.report
    _may_write(report, by)
    with transaction.atomic():
        audit.record("uncited", citation, by=by, group_id=report.group_id)
        citation.delete()


def use_at_home(report: Report, *, step: Step, by: Viewer) -> ReportStep:
    """A step that uses the report at home."""
    _may_write(report, by)
    with transaction.atomic():
        row, made = ReportStep.objects.get_or_create(report=report, step=step)
        if made:
            audit.record("used", report, by=by, fields=["steps"])
    return row
