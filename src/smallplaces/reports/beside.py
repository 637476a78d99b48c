"""Rights stand beside the paragraphs of a report."""

from __future__ import annotations

from django.db.models import QuerySet

from smallplaces.core.viewers import Viewer
from smallplaces.norms.linking import Linkable, Said, register
from smallplaces.reports.models import Paragraph, ParagraphRight
from smallplaces.reports.policies import may_write_report
from smallplaces.reports.queries import reports_visible_to


def paragraphs_seen(viewer: Viewer) -> QuerySet[Paragraph]:
    """The paragraphs of the reports that exist for a viewer."""
    rows = Paragraph.objects.filter(section__report__in=reports_visible_to(viewer).values("pk"))
    return rows.select_related("section__report__group", "section__report__place")


def said_of_paragraph(paragraph: Paragraph) -> Said:
    """Its words."""
    return Said(paragraph.text, paragraph.lang)


def may_link_paragraph(viewer: Viewer, paragraph: Paragraph) -> bool:
    """Whoever writes the report."""
    return may_write_report(viewer, paragraph.section.report.group_id)


def register_kinds() -> None:
    """Called once, when the app is ready."""
    report = "section__report__"
    register(
        Linkable(
            "paragraph",
            ParagraphRight,
            paragraphs_seen,
            said_of_paragraph,
            may_link_paragraph,
            f"{report}place_id",
            f"{report}group_id",
        )
    )
