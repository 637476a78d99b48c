"""A report on its way out of a command: what may leave, under which names, with which warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.reports.building import FORMS, build, file_name
from smallplaces.reports.checks import stops_handing_in, warnings_of
from smallplaces.reports.composition import compose
from smallplaces.reports.models import Report
from smallplaces.reports.trying import try_out


@dataclass(frozen=True, kw_only=True)
class FileOut:
    """One file: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class ListedReport:
    """One report in the list of a command."""

    id: str
    title: str
    place: str
    group: str
    state: str
    on: str


def listed() -> list[ListedReport]:
    """Every report of this installation, newest first. One query."""
    rows = Report.objects.select_related("place", "group").order_by("-on", "id")
    return [
        ListedReport(
            id=row.pk,
            title=row.title,
            place=row.place.name,
            group=row.group.name,
            state=str(row.get_state_display()),
            on=row.on.isoformat(),
        )
        for row in rows
    ]


def files_of(report_id: str, forms: Sequence[str] = FORMS) -> Iterator[FileOut]:
    """The draft as it stands, one file a format. Raises NotVisibleError, and RefusedError for what may not leave."""
    report = _report(report_id)
    composed = compose(report)
    if not composed.document.sections:
        raise RefusedError(_("The report is empty. Write a paragraph first."))
    for warning in stops_handing_in(warnings_of(report, composed)):
        raise RefusedError(warning.sentence)
    for form in forms:
        yield FileOut(name=file_name(report, form), data=build(composed.document, form))


def to_look_at(report_id: str) -> list[str]:
    """What its readers would stumble over, too many pages of the PDF among it."""
    return [one.sentence for one in try_out(_report(report_id)).cautions]


def _report(report_id: str) -> Report:
    report = Report.objects.select_related("place", "group", "profile").filter(pk=report_id).first()
    if report is None:
        raise NotVisibleError(report_id)
    return report
