"""Handing in: an edition is what left the house, for whom, and what it cited."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.files import keep_file
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.models import Statement
from smallplaces.meetings.models import Sentence
from smallplaces.reports.building import FORMS, MEDIA_TYPES, build, file_name
from smallplaces.reports.checks import stops_handing_in, warnings_of
from smallplaces.reports.composition import Composed, compose
from smallplaces.reports.enums import EditionForm, ReportState
from smallplaces.reports.keeping import dump
from smallplaces.reports.models import Citation, Edition, EditionCitation, EditionFile, Handing, Report
from smallplaces.reports.policies import may_publish_report


def hand_in(report: Report, *, to: str, on: dt.date, by: Viewer) -> Edition:
    """Makes the next edition: three files, their checksums, the day, to whom, and what each paragraph cited.

    The same words handed to the same people on the same day are the same edition: a second press makes no other.
    """
    require(may_publish_report(by, report), _("A group hands nothing in before its second holder has accepted."))
    if not to.strip():
        raise RefusedError(_("Say to whom it is handed."), field="to")
    with transaction.atomic():
        Report.objects.select_for_update().get(pk=report.pk)
        _hold_still(report)
        composed = compose(report)
        if not composed.document.sections:
            raise RefusedError(_("The report is empty. Write a paragraph first."))
        for warning in stops_handing_in(warnings_of(report, composed)):
            raise RefusedError(warning.sentence)
        known = _handed_already(report, composed, to=to.strip(), on=on)
        if known is not None:
            return known
        edition = _make(report, composed)
        Handing.objects.create(edition=edition, to=to.strip(), on=on)
        report.state = ReportState.HANDED_IN
        report.save(update_fields=["state"])
        audit.record("handed_in", report, by=by, fields=["state"])
    return edition


def _handed_already(report: Report, composed: Composed, *, to: str, on: dt.date) -> Edition | None:
    sha256 = hashlib.sha256(dump(composed.document, composed.placed)).hexdigest()
    kept = EditionFile.objects.filter(edition__report=report, form=EditionForm.KEPT, first_sha256=sha256)
    there = kept.filter(edition__handings__to=to, edition__handings__on=on).select_related("edition")
    row = there.order_by("-edition__number").first()
    return row.edition if row else None


def _hold_still(report: Report) -> None:
    """Nobody takes a cited sentence or statement back while its words are on their way into a file; before or after, both work."""
    cited = Citation.objects.filter(paragraph__section__report=report, sentence__isnull=False).values("sentence_id")
    stated = Citation.objects.filter(paragraph__section__report=report, statement__isnull=False).values("statement_id")
    list(Statement.objects.select_for_update().filter(pk__in=stated).order_by("pk").values_list("pk"))
    list(Sentence.objects.select_for_update().filter(pk__in=cited).order_by("pk").values_list("pk"))


def _make(report: Report, composed: Composed) -> Edition:
    last = report.editions.aggregate(Max("number"))["number__max"] or 0
    made_on = today(report.place.zone)
    edition = Edition.objects.create(report=report, number=last + 1, made_on=made_on, words=composed.words)
    for form in FORMS:
        _keep(edition, form, build(composed.document, form))
    _keep(edition, EditionForm.KEPT, dump(composed.document, composed.placed))
    _keep_citations(edition, composed)
    return edition


def _keep(edition: Edition, form: str, data: bytes) -> None:
    report = edition.report
    file = keep_file(
        data,
        name=file_name(report, "json" if form == EditionForm.KEPT else form, number=edition.number),
        media_type=MEDIA_TYPES[form],
        # Private whatever the report is: others get it by its own page, less what a room no longer agrees to.
        group_id=report.group_id,
    )
    EditionFile.objects.create(edition=edition, form=form, first_sha256=file.sha256, file=file)


def _keep_citations(edition: Edition, composed: Composed) -> None:
    number = 0
    for section in composed.sections:
        for paragraph in section.paragraphs.all():
            number += 1
            EditionCitation.objects.bulk_create(
                EditionCitation(
                    edition=edition,
                    kind=one.kind,
                    position=number,
                    verbatim=composed.evidence[one.pk].verbatim,
                    thing_id=composed.evidence[one.pk].thing_id,
                )
                for one in paragraph.citations.all()
            )


def hand_over(edition: Edition, *, to: str, on: dt.date, by: Viewer) -> Handing:
    """One more who has this edition."""
    require(
        may_publish_report(by, edition.report), _("Only members of the group that holds this report can hand it over.")
    )
    if not to.strip():
        raise RefusedError(_("Say to whom it is handed."), field="to")
    with transaction.atomic():
        # Locked, so that two presses of the button are one line.
        Edition.objects.select_for_update().get(pk=edition.pk)
        row, made = Handing.objects.get_or_create(edition=edition, to=to.strip(), on=on)
        if not made:
            return row
        audit.record("handed_over", edition, by=by, fields=["handings"], group_id=edition.report.group_id)
    return row
