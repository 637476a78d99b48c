"""Who may do what with a step."""

from __future__ import annotations

from smallplaces.core.enums import Visibility
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group
from smallplaces.issues.policies import STANDING
from smallplaces.steps.models import Step


def may_plan_step(viewer: Viewer, group: Group) -> bool:
    """A member of a group that still stands."""
    return viewer.is_member_of(group.pk) and group.state in STANDING


def may_work_on_step(viewer: Viewer, step: Step) -> bool:
    """A member of the group that planned it."""
    return may_plan_step(viewer, step.group)


def may_publish_step(viewer: Viewer, step: Step, visibility: str) -> bool:
    """A member; for other eyes than the group's own the group must be open."""
    own_eyes = visibility == Visibility.PRIVATE
    return may_work_on_step(viewer, step) and (own_eyes or step.group.state == GroupState.OPEN)
