"""Reads about meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Max, Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.enums import Purpose
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.meetings.models import Meeting
from smallplaces.meetings.policies import is_inside
from smallplaces.meetings.queries.meeting_lines import MeetingLine, meeting_line

A_YEAR = dt.timedelta(days=366)
MOST_PUBLISHED = 500


def opened_by_link(viewer: Viewer, prefix: str = "") -> Q:
    """The condition for what a facilitator's link opens: one meeting. `prefix` walks to it, as in "room__meeting__"."""
    if viewer.purpose != Purpose.MEETING:
        return Q(pk__in=[])
    return Q(**{f"{prefix}id": viewer.thing_id})


def meetings_visible_to(viewer: Viewer) -> QuerySet[Meeting]:
    """The group's own, those shared with the viewer's groups, public ones of open groups, and the one behind a link."""
    shown = held_by_visible_groups("meeting", viewer) | opened_by_link(viewer)
    rows = Meeting.objects.filter(shown).select_related("group__place", "room", "training__body")
    return rows.order_by("on", "starts", "id")


def find_meeting(meeting_id: str, *, viewer: Viewer) -> Meeting:
    """The record, for an action."""
    row = meetings_visible_to(viewer).filter(pk=meeting_id).first()
    if row is None:
        raise NotVisibleError(meeting_id)
    return row


def get_meeting(meeting_id: str, *, viewer: Viewer) -> MeetingLine:
    """One meeting, for a page."""
    row = find_meeting(meeting_id, viewer=viewer)
    return meeting_line(row, mine=is_inside(viewer, row))


def meetings_of_group(group_id: str, *, viewer: Viewer) -> list[MeetingLine]:
    """Every meeting of a group that the viewer may know of, latest first. One query."""
    rows = meetings_visible_to(viewer).filter(group_id=group_id).order_by("-on", "-starts", "id")
    return [meeting_line(row, mine=is_inside(viewer, row)) for row in rows]


def meetings_of_series(series_id: str, *, viewer: Viewer) -> list[MeetingLine]:
    """The dates of a series that the viewer may know of, in their order. One query."""
    rows = meetings_visible_to(viewer).filter(series_id=series_id)
    return [meeting_line(row, mine=is_inside(viewer, row)) for row in rows]


def meetings_published(*, place_id: str = "", group_id: str = "") -> list[MeetingLine]:
    """What a calendar or feed of a place or group tells everybody: public meetings, from a year ago on. One query."""
    rows = meetings_visible_to(ANYBODY).filter(on__gte=today() - A_YEAR)
    rows = rows.filter(group_id=group_id) if group_id else rows.filter(group__place_id=place_id)
    return [meeting_line(row, mine=False) for row in rows[:MOST_PUBLISHED]]


def next_meetings(*, viewer: Viewer, place_id: str = "", group_id: str = "", most: int = 5) -> list[MeetingLine]:
    """The coming meetings of a place or group, first the soonest; a day is over when it is over where the meeting is."""
    # A place can be a day behind UTC; the exact day is asked of each meeting's own zone below.
    rows = meetings_visible_to(viewer).filter(on__gte=today() - dt.timedelta(days=1))
    if place_id:
        rows = rows.filter(group__place_id=place_id)
    if group_id:
        rows = rows.filter(group_id=group_id)
    coming = [row for row in rows[: most + 20] if row.on >= today(row.zone)]
    return [meeting_line(row, mine=is_inside(viewer, row)) for row in coming[:most]]


def last_held(group_id: str, *, viewer: Viewer, most: int = 3) -> list[MeetingLine]:
    """The latest meetings of a group whose day is over, to type in or to look up, latest first. One query."""
    rows = meetings_visible_to(viewer).filter(group_id=group_id, on__lte=today()).order_by("-on", "-starts", "id")
    held = [row for row in rows[: most + 20] if row.on < today(row.zone)]
    return [meeting_line(row, mine=is_inside(viewer, row)) for row in held[:most]]


def next_meeting(*, viewer: Viewer, place_id: str = "", group_id: str = "") -> MeetingLine | None:
    """The soonest coming meeting of a place or group. One query."""
    return next(iter(next_meetings(viewer=viewer, place_id=place_id, group_id=group_id, most=1)), None)


def last_meetings(group_ids: Iterable[str]) -> dict[str, dt.date]:
    """The day of the last meeting held or to come, by the group's id. Days alone, private meetings included. One query."""
    rows = Meeting.objects.filter(group_id__in=list(group_ids)).order_by()
    return dict(rows.values_list("group_id").annotate(Max("on")))
