"""Who may do what with a report."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.reports.models import Report


def may_write_report(viewer: Viewer, group_id: str) -> bool:
    """Holders and members of the group that holds it."""
    return viewer.is_member_of(group_id)


def may_publish_report(viewer: Viewer, report: Report) -> bool:
    """Members, once the group is open."""
    return viewer.is_member_of(report.group_id) and report.group.state == GroupState.OPEN


def may_load_profiles(viewer: Viewer) -> bool:
    """Stewards and commands."""
    return viewer.is_steward
