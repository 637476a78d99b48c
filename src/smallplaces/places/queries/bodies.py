"""Reads of public bodies."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.places.models import Place, PublicBody


def bodies_visible_to(viewer: Viewer) -> QuerySet[PublicBody]:
    """Accepted public bodies for everybody; a proposed one for those who may accept it."""
    rows = PublicBody.objects.select_related("place").order_by("name", "id")
    if viewer.is_steward:
        return rows.exclude(standing=Standing.REFUSED)
    return rows.filter(Q(standing=Standing.ACCEPTED) | Q(standing=Standing.PROPOSED, place_id__in=viewer.place_ids))


def bodies_of(place: Place, *, viewer: Viewer) -> list[PublicBody]:
    """The public bodies of a place. One query."""
    return list(bodies_visible_to(viewer).filter(place=place))


def get_body(body_id: str, *, viewer: Viewer) -> PublicBody:
    """One public body. Raises NotVisibleError."""
    body = bodies_visible_to(viewer).filter(pk=body_id).first()
    if body is None:
        raise NotVisibleError(body_id)
    return body


def bodies_waiting(viewer: Viewer) -> list[PublicBody]:
    """Proposed public bodies that the viewer may accept, oldest first. One query."""
    return list(bodies_visible_to(viewer).filter(standing=Standing.PROPOSED).order_by("proposed_on", "name", "id"))
