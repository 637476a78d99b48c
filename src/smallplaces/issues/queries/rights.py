"""The rights that people's issues touch, at a place."""

from __future__ import annotations

from django.db.models import Q

from smallplaces.core.enums import Standing
from smallplaces.core.viewers import Viewer
from smallplaces.issues.models import IssueRight
from smallplaces.issues.queries.sight import issues_in_sight
from smallplaces.norms.models import ProvisionRight, Right


def rights_of_issues_at(place_id: str, *, viewer: Viewer) -> list[tuple[str, str]]:
    """Slug and name of each right that stands beside an issue of this place which the viewer may read; one query.

    An article that stands there brings along the rights that it protects.
    """
    issues = issues_in_sight(viewer).filter(place_id=place_id).values("pk")
    links = IssueRight.objects.filter(standing=Standing.ACCEPTED, issue__in=issues)
    through = ProvisionRight.objects.filter(provision__in=links.filter(right=None).values("provision"))
    rows = Right.objects.filter(Q(pk__in=links.values("right")) | Q(pk__in=through.values("right")))
    return list(rows.order_by("position").values_list("slug", "name"))
