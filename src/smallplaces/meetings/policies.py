"""Who may do what with meetings and with what was said there."""

from __future__ import annotations

from smallplaces.core.enums import Purpose
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group
from smallplaces.meetings.models import Meeting, Series


def may_call_meeting(viewer: Viewer, group: Group) -> bool:
    """Members and holders, while the group works."""
    return viewer.is_member_of(group.pk) and group.state in {GroupState.OPENING, GroupState.OPEN, GroupState.ASKED}


def may_change_meeting(viewer: Viewer, meeting: Meeting) -> bool:
    """Members and holders of the group that called it."""
    return viewer.is_member_of(meeting.group_id)


def may_change_series(viewer: Viewer, series: Series) -> bool:
    """Members and holders of the group that began it."""
    return viewer.is_member_of(series.group_id)


def is_inside(viewer: Viewer, meeting: Meeting) -> bool:
    """Whether every word of this room is open to the viewer: the group's people, and the facilitator's link."""
    return viewer.is_member_of(meeting.group_id) or viewer.has_link_to(Purpose.MEETING, meeting.pk)


def may_write_down(viewer: Viewer, meeting: Meeting) -> bool:
    """Who types sentences, counts heads, writes down a read-back: whoever is inside."""
    return is_inside(viewer, meeting)


def may_take_back(viewer: Viewer, meeting: Meeting) -> bool:
    """Who takes words back for the people who said them: whoever is inside, so that no permission stands in the way."""
    return is_inside(viewer, meeting)
