"""A report as its readers see it: the latest edition as it was handed in, less what rooms no longer agree to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.files import bytes_of
from smallplaces.core.models import File
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.dialogues.models import Statement
from smallplaces.engines import composing
from smallplaces.meetings.models import Sentence
from smallplaces.reports.building import FORMS, build
from smallplaces.reports.composition import Placed, compose, heard_by, left_out_words, with_face
from smallplaces.reports.enums import WHAT_PEOPLE_SAY, EditionForm, EvidenceKind, ReportState
from smallplaces.reports.keeping import load, without
from smallplaces.reports.models import Edition, EditionFile, Report
from smallplaces.reports.queries import ReportLine, get_report, line_of
from smallplaces.reports.tellings import EditionTold, edition_told, editions_visible_to
from smallplaces.steps.lines import StepLine
from smallplaces.steps.queries import steps_by_ids


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """A report, the words of its latest edition as one HTML fragment, who has it, and the steps that use it.

    `fragment` comes from the composing engine, which escapes every word. `edition` is None for a draft.
    """

    kind: str = "report"
    id: str
    line: ReportLine
    fictional: bool
    group_slug: str
    audience: str
    words: int
    fragment: str
    edition: EditionTold | None
    forms: tuple[str, ...]
    editions: tuple[EditionTold, ...]
    steps: tuple[StepLine, ...]
    ours: bool
    public: bool

    @property
    def read_aloud_minutes(self) -> int:
        """How long it takes to read aloud in its first language, at 100 words a minute: slow, for a mixed room."""
        return max(1, round(self.words / 100))


def report_page(report_id: str, *, viewer: Viewer) -> ReportPage:
    """One report. About ten queries, however long it is."""
    report = get_report(report_id, viewer=viewer)
    told = tuple(reversed([edition_told(one) for one in editions_visible_to(viewer).filter(report=report)]))
    document, forms = _document(report)
    used = [one.step_id for one in report.steps.order_by("id")]
    return ReportPage(
        id=report.pk,
        line=line_of(report),
        fictional=report.place.fictional,
        group_slug=report.group.slug,
        audience=report.profile.audience,
        words=composing.count_words(document, translations=False),
        fragment=composing.to_fragment(document),
        edition=told[0] if told else None,
        forms=forms,
        editions=told,
        steps=tuple(steps_by_ids(used, viewer=viewer).values()),
        ours=viewer.is_member_of(report.group_id),
        public=report.visibility == "public" and report.state == ReportState.HANDED_IN,
    )


def _document(report: Report) -> tuple[composing.Document, tuple[str, ...]]:
    """The latest edition with what can be said today of reading back; the draft where nothing was handed in."""
    edition = report.editions.order_by("-number").first()
    files = {one.form: one for one in edition.files.select_related("file")} if edition else {}
    kept = files[EditionForm.KEPT].file if EditionForm.KEPT in files else None
    if edition is None or kept is None:
        return compose(report).document, ()
    document, placed = _agreed(report, *load(bytes_of(kept)))
    rooms = Sentence.objects.filter(pk__in=[one.sentence_id for one in placed]).values_list("room_id", flat=True)
    heard = heard_by(sorted(set(rooms)))
    return with_face(document, heard, report.lang), tuple(form for form in FORMS if form in files)


def _agreed(
    report: Report, document: composing.Document, placed: tuple[Placed, ...]
) -> tuple[composing.Document, tuple[Placed, ...]]:
    """Words that a room agreed to on the day of handing in and no longer agrees to are left out of the page.

    So are statements that their group shows no more.
    """
    on = today(report.place.zone)
    said = [one.sentence_id for one in placed if one.kind == EvidenceKind.STATEMENT]
    hidden = Statement.objects.filter(pk__in=said).exclude(standing=StatementStanding.SHOWN)
    gone: set[str] = set(hidden.values_list("pk", flat=True)) if said else set()
    for kind in WHAT_PEOPLE_SAY:
        ids = {one.sentence_id for one in placed if one.kind == kind}
        quoted = {one.sentence_id for one in placed if one.kind == kind and one.verbatim}
        gone |= ids - permitted(kind, ids, report.profile.use, on)
        gone |= quoted - permitted(kind, quoted, Use.QUOTED, on)
    with override(report.lang):
        return without(document, placed, gone, removed=left_out_words(), note=_("Left out."))


def file_of_edition(report: Report, number: int, form: str, *, viewer: Viewer) -> tuple[File, bytes]:
    """A file of an edition that a reader may take along, and its bytes; what it is rebuilt from never leaves.

    Its own group gets it as it was handed in, others without the words that a room agreed to then and no longer
    agrees to. Raises NotVisibleError.
    """
    rows = EditionFile.objects.filter(edition__report=report, edition__number=number).select_related("file")
    files = {one.form: one.file for one in rows if one.file is not None}
    if form not in FORMS or form not in files:
        raise NotVisibleError(form)
    try:
        if not viewer.is_member_of(report.group_id) and EditionForm.KEPT in files:
            document, placed = load(bytes_of(files[EditionForm.KEPT]))
            agreed, _placed = _agreed(report, document, placed)
            if agreed != document:
                return files[form], build(agreed, form)
        return files[form], bytes_of(files[form])
    except FileNotFoundError as error:
        raise NotVisibleError(form) from error


@dataclass(frozen=True, kw_only=True)
class EditionPage:
    """One edition on the desk, to hand over again."""

    id: str
    number: int
    title: str
    lang: str
    made_on: dt.date


def edition_page(edition: Edition) -> EditionPage:
    """An edition whose report was fetched for its viewer."""
    return EditionPage(
        id=edition.pk,
        number=edition.number,
        title=edition.report.title,
        lang=edition.report.lang,
        made_on=edition.made_on,
    )
