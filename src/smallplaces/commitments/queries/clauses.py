"""Clauses as records of their own, for the walk along the thread."""

from __future__ import annotations

from django.db.models import QuerySet

from smallplaces.commitments.models import Clause
from smallplaces.commitments.queries.reach import acts_visible_to
from smallplaces.core.viewers import Viewer


def clauses_visible_to(viewer: Viewer) -> QuerySet[Clause]:
    """The clauses of every text that the viewer may read, in the order of the text."""
    rows = Clause.objects.filter(version__act__in=acts_visible_to(viewer)).exclude(text="")
    return rows.select_related("version__act__place").order_by("version__act_id", "version__position", "position")
