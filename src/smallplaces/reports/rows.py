"""Rows of reports in an archive."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.reports.models import (
    Citation,
    Edition,
    EditionCitation,
    EditionFile,
    Handing,
    Paragraph,
    ParagraphRight,
    ParagraphTranslation,
    Profile,
    ProfileSection,
    Report,
    ReportStep,
    Section,
)


def tables(scope: Scope) -> Tables:
    """Profiles, reports with what they rest on, and the editions that left."""
    inside = scope.held("section__report__group_id")
    edition = scope.held("edition__report__group_id")
    return (
        Profile.objects.all(),
        ProfileSection.objects.all(),
        Report.objects.filter(scope.held()),
        Section.objects.filter(scope.held("report__group_id")),
        Paragraph.objects.filter(inside),
        ParagraphTranslation.objects.filter(scope.held("paragraph__section__report__group_id")),
        ParagraphRight.objects.filter(scope.held("paragraph__section__report__group_id")),
        Citation.objects.filter(scope.held("paragraph__section__report__group_id")),
        ReportStep.objects.filter(scope.held("report__group_id")),
        Edition.objects.filter(scope.held("report__group_id")),
        EditionFile.objects.filter(edition),
        EditionCitation.objects.filter(edition),
        Handing.objects.filter(edition),
    )
