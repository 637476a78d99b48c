"""Reads about reports: lists, one report with all that it rests on, its editions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from smallplaces.core.enums import Use
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.reports.enums import EvidenceKind, FactKind, ReportState
from smallplaces.reports.evidence import FETCHED
from smallplaces.reports.models import (
    Citation,
    Edition,
    EditionCitation,
    EditionFile,
    Paragraph,
    Profile,
    ProfileSection,
    Report,
    Section,
)


@dataclass(frozen=True)
class ReportLine:
    """One report in a list."""

    id: str
    title: str
    lang: str
    dir: str
    profile: str
    state: str
    group_name: str
    place_slug: str
    fictional: bool
    on: str
    kind: str = "report"


def line_of(report: Report) -> ReportLine:
    """A report as a line. The report comes with group, place and profile."""
    return ReportLine(
        report.pk,
        report.title,
        report.lang,
        report.dir,
        report.profile.name,
        report.state,
        report.group.name,
        report.place.slug,
        report.place.fictional,
        report.on.isoformat(),
    )


def reports_visible_to(viewer: Viewer) -> QuerySet[Report]:
    """The reports that exist for a viewer: a draft exists for its group alone, whatever it will be."""
    own = Q(group_id__in=viewer.group_ids)
    handed_in = Q(state=ReportState.HANDED_IN) & held_by_visible_groups("report", viewer)
    return Report.objects.filter(own | handed_in).select_related("group", "place", "profile")


def get_report(report_id: str, *, viewer: Viewer) -> Report:
    """One report."""
    report = reports_visible_to(viewer).filter(pk=report_id).first()
    if report is None:
        raise NotVisibleError(report_id)
    return report


def get_own_report(report_id: str, *, viewer: Viewer) -> Report:
    """One report that the viewer may write in; for others the desk's pages do not exist."""
    report = get_report(report_id, viewer=viewer)
    if not viewer.is_member_of(report.group_id):
        raise NotVisibleError(report_id)
    return report


def reports_of_place(place_id: str, *, viewer: Viewer) -> list[ReportLine]:
    """The reports told about a place, newest first. One query."""
    return [line_of(one) for one in reports_visible_to(viewer).filter(place_id=place_id).order_by("-on", "id")]


def reports_of_group(group_id: str, *, viewer: Viewer) -> list[ReportLine]:
    """The reports of a group, newest first. One query."""
    return [line_of(one) for one in reports_visible_to(viewer).filter(group_id=group_id).order_by("-on", "id")]


def reports_citing(kind: str, ids: list[str], *, viewer: Viewer) -> list[ReportLine]:
    """The reports that rest on any of these pieces of the thread. One query."""
    rows = reports_visible_to(viewer).filter(**{f"sections__paragraphs__citations__{kind}_id__in": ids})
    return [line_of(one) for one in rows.order_by("-on", "id").distinct()]


def rooms_of_reports(report_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The ids of the rooms whose sentences reports cite, by the report's id. One query.

    The caller has looked which reports exist for its viewer, and names only rooms that do.
    """
    way = "paragraph__section__report_id"
    rows = Citation.objects.filter(**{f"{way}__in": report_ids}, sentence__taken_back_on=None)
    found: dict[str, set[str]] = {}
    for report_id, room_id in rows.exclude(sentence=None).values_list(way, "sentence__room_id"):
        found.setdefault(report_id, set()).add(room_id)
    return {key: tuple(sorted(rooms)) for key, rooms in found.items()}


def sentences_sent_out(group_id: str, first: dt.date, last: dt.date, *, viewer: Viewer) -> list[tuple[str, dt.date]]:
    """The sentences in editions that a group handed in in these days, each with the day. For its own people. One query."""
    if not viewer.is_member_of(group_id):
        return []
    rows = EditionCitation.objects.filter(
        kind=EvidenceKind.SENTENCE, edition__report__group_id=group_id, edition__made_on__range=(first, last)
    )
    return list(rows.values_list("thing_id", "edition__made_on"))


def cited() -> QuerySet[Citation]:
    """Citations with the keys that their notes need."""
    paths = [path for one in FETCHED.values() for path in one]
    return Citation.objects.select_related(*paths).order_by("position", "id")


def sections_of(report: Report) -> list[Section]:
    """A report's sections with paragraphs, translations and citations. Four queries, however long it is."""
    paragraphs = Paragraph.objects.order_by("position").prefetch_related(
        "translations", Prefetch("citations", queryset=cited())
    )
    return list(
        Section.objects.filter(report=report)
        .order_by("position")
        .prefetch_related(Prefetch("paragraphs", queryset=paragraphs))
    )


def get_section(section_id: str, *, viewer: Viewer) -> Section:
    """One section of a report that the viewer may see."""
    section = (
        Section.objects.select_related("report__group", "report__profile", "report__place")
        .filter(pk=section_id, report__in=reports_visible_to(viewer).values("pk"))
        .first()
    )
    if section is None:
        raise NotVisibleError(section_id)
    return section


def get_paragraph(paragraph_id: str, *, viewer: Viewer) -> Paragraph:
    """One paragraph of a report that the viewer may see."""
    paragraph = (
        Paragraph.objects.select_related("section__report__group", "section__report__profile")
        .filter(pk=paragraph_id, section__report__in=reports_visible_to(viewer).values("pk"))
        .first()
    )
    if paragraph is None:
        raise NotVisibleError(paragraph_id)
    return paragraph


def get_citation(citation_id: str, *, viewer: Viewer) -> Citation:
    """One citation of a report that the viewer may see."""
    citation = (
        Citation.objects.select_related("paragraph__section__report__group")
        .filter(pk=citation_id, paragraph__section__report__in=reports_visible_to(viewer).values("pk"))
        .first()
    )
    if citation is None:
        raise NotVisibleError(citation_id)
    return citation


def editions_of(report: Report) -> list[Edition]:
    """The editions of a report that was fetched for its viewer, newest first, with files and who has them. Three queries."""
    return list(report.editions.order_by("-number").prefetch_related("handings", "files__file"))


def get_edition(report: Report, number: int) -> Edition:
    """One edition of a report that was fetched for its viewer."""
    edition = report.editions.filter(number=number).first()
    if edition is None:
        raise NotVisibleError(str(number))
    return edition


def edition_file(edition: Edition, form: str) -> EditionFile:
    """One format of an edition; what it is rebuilt from never leaves."""
    found = edition.files.select_related("file").filter(form=form).exclude(form="kept").first()
    if found is None or found.file is None:
        raise NotVisibleError(form)
    return found


@dataclass(frozen=True, kw_only=True)
class ProfilePage:
    """The rules of one kind of report. A limit of 0 is no limit."""

    code: str
    name: str
    audience: str
    words_most: int
    pages_most: int
    use: str
    facts: tuple[str, ...]
    two_languages: bool
    articles_asked: bool
    source: str
    checked_on: dt.date | None
    sections: tuple[ProfileSection, ...]


def profile_page(code: str) -> ProfilePage:
    """One kind of report with its rules. Two queries."""
    profile = get_profile(code)
    return ProfilePage(
        code=profile.code,
        name=profile.name,
        audience=profile.audience,
        words_most=profile.words_most or 0,
        pages_most=profile.pages_most or 0,
        use=str(Use(profile.use).label),
        facts=tuple(str(FactKind(one).label) for one in profile.facts),
        two_languages=profile.two_languages,
        articles_asked=profile.articles_asked,
        source=profile.source,
        checked_on=profile.checked_on,
        sections=tuple(profile.sections.order_by("position")),
    )


def profiles() -> list[Profile]:
    """The profiles that a report can be started under. One query."""
    return list(Profile.objects.filter(retired_on=None).order_by("name", "code"))


def get_profile(code: str) -> Profile:
    """One profile by its code."""
    profile = Profile.objects.filter(code=code, retired_on=None).first()
    if profile is None:
        raise NotVisibleError(code)
    return profile
