"""Who may do what with an issue."""

from __future__ import annotations

from smallplaces.core.enums import Visibility
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group
from smallplaces.issues.models import Issue
from smallplaces.meetings.enums import SentenceReach
from smallplaces.meetings.models import Sentence

STANDING = (GroupState.ASKED, GroupState.OPENING, GroupState.OPEN)


def may_open_issue(viewer: Viewer, group: Group) -> bool:
    """A member of a group that still stands."""
    return viewer.is_member_of(group.pk) and group.state in STANDING


def may_work_on_issue(viewer: Viewer, issue: Issue) -> bool:
    """A member of the group that holds the issue: causes, links, gains, duties, power sheet, state."""
    return may_open_issue(viewer, issue.group)


def may_publish_issue(viewer: Viewer, issue: Issue, visibility: str) -> bool:
    """A member; for other eyes than the group's own the group must be open."""
    own_eyes = visibility == Visibility.PRIVATE
    return may_work_on_issue(viewer, issue) and (own_eyes or issue.group.state == GroupState.OPEN)


def may_rank(viewer: Viewer, group: Group) -> bool:
    """Who writes down what a room puts first: a member of its group."""
    return may_open_issue(viewer, group)


def may_read_power_sheet(viewer: Viewer, issue: Issue) -> bool:
    """The group's own people and nobody else, whoever the issue is shown to."""
    return viewer.is_member_of(issue.group_id)


def may_take_up(group_id: str, sentence: Sentence) -> bool:
    """Whether a group may work with a sentence: its own rooms' sentences, and public ones of others."""
    return sentence.room.meeting.group_id == group_id or sentence.reach == SentenceReach.PUBLIC
