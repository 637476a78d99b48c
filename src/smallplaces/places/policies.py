"""Who may do what with the common records of a place."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.places.models import Place


def may_accept(place: Place, viewer: Viewer) -> bool:
    """A steward, or a member of a group of that place."""
    return viewer.may_accept_at(place.pk)
