"""Writing a draft: it cites live records and copies nothing that it does not hold word for word."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.reports.enums import WHAT_PEOPLE_SAY, EvidenceKind
from smallplaces.reports.models import Citation, Paragraph, ParagraphTranslation, Report, Section
from smallplaces.reports.policies import may_write_report

PARAGRAPH_MOST = 20_000
SOURCE_MOST = 1_000


def may_write(report: Report, by: Viewer) -> None:
    """Stops whoever is no member of the group that holds the report."""
    words = _("Only members of the group that holds this report can write in it.")
    require(may_write_report(by, report.group_id), words)


def _checked(text: str) -> str:
    text = text.replace("\x00", "").strip()
    if not text:
        raise RefusedError(_("Write something first; an empty paragraph was not kept."), field="text")
    if len(text) > PARAGRAPH_MOST:
        raise RefusedError(_("A paragraph holds at most 20,000 characters. Divide it; nothing was lost."), field="text")
    return text


def write_paragraph(*, section: Section, text: str, lang: str = "", claims: bool = True, by: Viewer) -> Paragraph:
    """A paragraph at the end of a section."""
    may_write(section.report, by)
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
    may_write(report, by)
    with transaction.atomic():
        paragraph.text, paragraph.claims, paragraph.taken_back_on = _checked(text), claims, None
        paragraph.save(update_fields=["text", "claims", "taken_back_on"])
        audit.record("changed", paragraph, by=by, fields=["text", "claims"], group_id=report.group_id)
    return paragraph


def move_paragraph(paragraph: Paragraph, *, up: bool, by: Viewer) -> None:
    """One place up or down within its section; at the edge nothing happens."""
    report = paragraph.section.report
    may_write(report, by)
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
    may_write(report, by)
    with transaction.atomic():
        audit.record("removed", paragraph, by=by, group_id=report.group_id)
        paragraph.delete()


def translate_paragraph(
    paragraph: Paragraph, *, text: str, lang: str, by_words: str = "", machine: bool = False, by: Viewer
) -> ParagraphTranslation:
    """The paragraph in another language; a second time replaces the first."""
    report = paragraph.section.report
    may_write(report, by)
    if lang == paragraph.lang:
        raise RefusedError(_("This is the language that the paragraph is already in."), field="lang")
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
    may_write(report, by)
    if kind == EvidenceKind.OUTSIDE and not source.strip():
        raise RefusedError(_("Say where it stands: a title, a page, a day, an address."), field="source")
    if len(source) > SOURCE_MOST:
        raise RefusedError(
            _("A source is named in at most 1,000 characters. Shorten it; nothing was lost."), field="source"
        )
    if kind not in EvidenceKind.values or (kind != EvidenceKind.OUTSIDE and thing is None):
        raise RefusedError(_("Choose what the paragraph rests on."), field="thing")
    keys = {} if kind == EvidenceKind.OUTSIDE else {kind: thing}
    with transaction.atomic():
        last = paragraph.citations.aggregate(Max("position"))["position__max"]
        row = Citation.objects.create(
            paragraph=paragraph,
            kind=kind,
            source=source.strip(),
            verbatim=verbatim and kind in WHAT_PEOPLE_SAY,
            position=0 if last is None else last + 1,
            **keys,
        )
        audit.record("cited", row, by=by, group_id=report.group_id)
    return row


def uncite(citation: Citation, *, by: Viewer) -> None:
    """The paragraph no longer rests on this."""
    report = citation.paragraph.section.report
    may_write(report, by)
    with transaction.atomic():
        audit.record("uncited", citation, by=by, group_id=report.group_id)
        citation.delete()
