"""Who may do what with dialogues."""

from __future__ import annotations

from smallplaces.core.enums import Visibility
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.models import Dialogue
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group

STANDING = (GroupState.ASKED, GroupState.OPENING, GroupState.OPEN)


def may_bring_in(viewer: Viewer, group: Group) -> bool:
    """A member of a group that still stands, and whoever types commands on the machine."""
    return (viewer.is_member_of(group.pk) or viewer.is_command) and group.state in STANDING


def may_work_on_dialogue(viewer: Viewer, dialogue: Dialogue) -> bool:
    """A member of the group that holds it: every number, which statements are shown, what is made of them."""
    return viewer.is_member_of(dialogue.group_id) and dialogue.group.state in STANDING


def may_publish_dialogue(viewer: Viewer, dialogue: Dialogue, visibility: str) -> bool:
    """A member; for other eyes than the group's own the group must be open."""
    own_eyes = visibility == Visibility.PRIVATE
    return may_work_on_dialogue(viewer, dialogue) and (own_eyes or dialogue.group.state == GroupState.OPEN)


def may_take_back(viewer: Viewer, dialogue: Dialogue) -> bool:
    """A member takes words back for whoever asks, whatever became of the group."""
    return viewer.is_member_of(dialogue.group_id)
