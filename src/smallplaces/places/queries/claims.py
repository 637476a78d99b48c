"""Reads of what is claimed about places."""

from __future__ import annotations

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.places.models import Claim, Place


def claims_waiting(viewer: Viewer) -> list[Claim]:
    """Proposed claims that the viewer may accept, oldest first. One query."""
    rows = Claim.objects.filter(standing=Standing.PROPOSED).select_related("place")
    if not viewer.is_steward:
        rows = rows.filter(place_id__in=viewer.place_ids)
    return list(rows.order_by("proposed_on", "id"))


def claims_of(place: Place, *, viewer: Viewer) -> list[Claim]:
    """What is claimed about a place: accepted claims, and waiting ones for those who may accept them. One query."""
    rows = Claim.objects.filter(place=place).exclude(standing=Standing.REFUSED)
    if not viewer.may_accept_at(place.pk):
        rows = rows.filter(standing=Standing.ACCEPTED)
    return list(rows.order_by("field", "on_earliest", "id"))


def get_claim(claim_id: str, *, viewer: Viewer) -> Claim:
    """One claim that this viewer may read. Raises NotVisibleError."""
    claim = Claim.objects.filter(pk=claim_id).exclude(standing=Standing.REFUSED).select_related("place").first()
    if claim is None or not (claim.standing == Standing.ACCEPTED or viewer.may_accept_at(claim.place_id)):
        raise NotVisibleError(claim_id)
    return claim
