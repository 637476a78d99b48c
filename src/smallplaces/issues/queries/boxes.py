"""The boxes of trees as records of their own, for the walk along the thread."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from smallplaces.core.viewers import Viewer
from smallplaces.issues.models import Cause
from smallplaces.issues.queries.sight import closed_sentences, issues_in_sight, source_of


def causes_in_sight(viewer: Viewer) -> QuerySet[Cause]:
    """The boxes of every tree that this viewer may read."""
    tree = Q(issue__tree_public=True) | Q(issue__group_id__in=viewer.group_ids)
    rows = Cause.objects.filter(tree, issue__in=issues_in_sight(viewer))
    return rows.select_related("issue__group", "issue__place").order_by("position", "id")


def words_of_causes(causes: Sequence[Cause], viewer: Viewer) -> dict[str, str]:
    """The words of boxes by their id; empty where they were taken back or are not this viewer's to read. At most two queries."""
    closed = closed_sentences(causes, viewer)
    return {one.pk: "" if source_of(one) in closed else one.text for one in causes}
