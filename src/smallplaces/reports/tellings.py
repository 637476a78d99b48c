"""Where the thread was told: the reports that rest on pieces of it, and who has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from smallplaces.core.viewers import Viewer
from smallplaces.reports.models import Edition, Handing
from smallplaces.reports.queries import reports_visible_to

CITED = "sections__paragraphs__citations__"


@dataclass(frozen=True, kw_only=True)
class HandedTo:
    """To whom an edition was handed, and when."""

    to: str
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class EditionTold:
    """An edition as it left the house."""

    kind: str = "edition"
    id: str
    report_id: str
    number: int
    made_on: dt.date
    handed: tuple[HandedTo, ...]
    words_taken_back_on: dt.date | None


@dataclass(frozen=True, kw_only=True)
class ReportTold:
    """A report that rests on the thread, with who has it."""

    kind: str = "report"
    id: str
    title: str
    lang: str
    dir: str
    profile: str
    group_name: str
    on: dt.date
    private: bool
    editions: tuple[EditionTold, ...]


def editions_visible_to(viewer: Viewer) -> QuerySet[Edition]:
    """The editions of reports that exist for the viewer, oldest first, with who has them."""
    handings = Prefetch("handings", queryset=Handing.objects.order_by("on", "id"))
    rows = Edition.objects.filter(report__in=reports_visible_to(viewer)).select_related("report")
    return rows.prefetch_related(handings).order_by("made_on", "number", "id")


def edition_told(row: Edition) -> EditionTold:
    """An edition with its report and handings fetched."""
    return EditionTold(
        id=row.pk,
        report_id=row.report_id,
        number=row.number,
        made_on=row.made_on,
        handed=tuple(HandedTo(to=one.to, on=one.on) for one in row.handings.all()),
        words_taken_back_on=row.words_taken_back_on,
    )


def tellings(cited: Mapping[str, Sequence[str]], *, viewer: Viewer) -> tuple[ReportTold, ...]:
    """The reports that rest on any of these pieces, oldest first; `cited` maps a kind of evidence to ids. Three queries."""
    condition = Q(pk__in=[])
    for kind, ids in cited.items():
        condition |= Q(**{f"{CITED}{kind}_id__in": list(ids)})
    reports = list(reports_visible_to(viewer).filter(condition).distinct().order_by("on", "id"))
    editions: dict[str, list[EditionTold]] = {one.pk: [] for one in reports}
    for row in editions_visible_to(viewer).filter(report_id__in=list(editions)):
        editions[row.report_id].append(edition_told(row))
    return tuple(
        ReportTold(
            id=one.pk,
            title=one.title,
            lang=one.lang,
            dir=one.dir,
            profile=one.profile.name,
            group_name=one.group.name,
            on=one.on,
            private=one.visibility != "public",
            editions=tuple(editions[one.pk]),
        )
        for one in reports
    )
