"""Who may do what with the common records of a place."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.places.models import Place


def may_accept(place: Place | None, viewer: Viewer) -> bool:
    """A steward, or a member of a group of that place; for what belongs to no one place, a steward."""
    return viewer.may_accept_at(place.pk) if place else viewer.is_steward


def may_load_registry(viewer: Viewer) -> bool:
    """Whoever may bring in what comes with the software."""
    return viewer.is_steward
