"""An issue with all that hangs on it in this room, for the page that shows the whole thread."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from smallplaces.core.viewers import Viewer
from smallplaces.issues.models import Cause
from smallplaces.issues.queries.sight import closed_sentences, issues_in_sight


def causes_in_sight(viewer: Viewer) -> QuerySet[Cause]:
    """The boxes of every tree that this viewer may read."""
    tree = Q(issue__tree_public=True) | Q(issue__group_id__in=viewer.group_ids)
    rows = Cause.objects.filter(tree, issue__in=issues_in_sight(viewer))
    return rows.select_related("issue__group", "issue__place").order_by("position", "id")


def words_of_cause(cause: Cause, viewer: Viewer) -> str:
    """The words of one box; empty where they were taken back or are not this viewer's to read. At most one query."""
    outside = not viewer.is_member_of(cause.issue.group_id)
    return "" if closed_sentences([cause], outside=outside) else cause.text
