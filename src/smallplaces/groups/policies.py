"""Who may do what in a group."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group


def may_open_groups(viewer: Viewer) -> bool:
    """Opening and turning away groups is the stewards'."""
    return viewer.is_steward


def may_hold(group: Group, viewer: Viewer) -> bool:
    """What only holders do: invite, describe, end memberships, close."""
    return viewer.is_holder_of(group.pk)


def may_work_in(group: Group, viewer: Viewer) -> bool:
    """What every member does: record a decision, share a record."""
    return viewer.is_member_of(group.pk)


def may_invite(group: Group, viewer: Viewer) -> bool:
    """A holder; a steward only until the group stands on its own; whoever types commands on the machine."""
    return may_hold(group, viewer) or viewer.is_command or (viewer.is_steward and group.state == GroupState.OPENING)
