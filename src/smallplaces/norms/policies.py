"""Who may do what with norms and sign-ons."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.norms.models import MeaningNote, Norm, SignOn


def may_load_catalogue(viewer: Viewer) -> bool:
    """The catalogue is common: stewards, and whoever types commands, bring it in."""
    return viewer.is_steward


def may_sign_for(viewer: Viewer, group: Group) -> bool:
    """Signing in a group's name is its own people's."""
    return viewer.is_member_of(group.pk)


def may_change_sign_on(viewer: Viewer, row: SignOn) -> bool:
    """Taking the name back, and saying who sees it, is the signing group's."""
    return viewer.is_member_of(row.group_id)


def may_add_version(viewer: Viewer, norm: Norm) -> bool:
    """Principles that a group brought get their next version from it; the catalogue's come with the catalogue."""
    return norm.group_id is not None and viewer.is_member_of(norm.group_id)


def may_change_note(viewer: Viewer, row: MeaningNote) -> bool:
    """What something means in a place is changed and shown by the group whose words it is."""
    return viewer.is_member_of(row.group_id)
