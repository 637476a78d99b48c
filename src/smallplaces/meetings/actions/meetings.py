"""Calling a meeting, changing it, and the link for its facilitator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.actions import make_link
from smallplaces.core.clock import today
from smallplaces.core.enums import Purpose
from smallplaces.core.links import open_links
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.meetings.actions.facts import check_together, facts_of_meeting
from smallplaces.meetings.lines import words_within
from smallplaces.meetings.models import Meeting, Room, Series
from smallplaces.meetings.policies import may_call_meeting, may_change_meeting

DAYS_AFTER = dt.timedelta(days=2)


def call_meeting(group: Group, *, room_name: str = "", by: Viewer, **facts: Any) -> Meeting:
    """Makes a meeting and the room of its people, in the zone of the group's place. Raises RefusedError for a field.

    `facts` are the meeting's columns by name: `text`, `on` and `where`; then kind, lang, starts, ends, spoken, childcare,
    food, fare_paid, step_free, how_to_get_there, visibility, article, plan, agenda. A day that is over is a meeting that was.
    """
    require(may_call_meeting(by, group), _("A meeting is called by the members of the group."))
    return called(group, facts, room_name=room_name, by=by)


def called(
    group: Group, given: Mapping[str, Any], *, room_name: str, by: Viewer, series: Series | None = None
) -> Meeting:
    """A meeting with its room from checked facts, for a caller who asked whether it may be called."""
    zone = group.place.zone
    facts = facts_of_meeting({"lang": "en", "text": "", "where": "", **given}, group)
    check_together(facts, zone)
    name = words_within(room_name, 200, field="room_name", empty=True) or group.name[:200]
    with transaction.atomic():
        meeting = Meeting.objects.create(group=group, zone=zone, series=series, made_on=today(zone), **facts)
        Room.objects.create(meeting=meeting, name=name, lang=facts["lang"])
        audit.record("called", meeting, by=by)
    return meeting


def change_meeting(meeting: Meeting, *, by: Viewer, room_name: str | None = None, **changes: Any) -> Meeting:
    """Changes what was given, by the names that `call_meeting` takes. Open facilitator links move with the day."""
    require(may_change_meeting(by, meeting), _("A meeting is changed by the members of its group."))
    facts = facts_of_meeting(changes, meeting.group)
    check_together(facts, meeting.zone, meeting)
    room = Room.objects.get(meeting=meeting)
    name = room.name if room_name is None else words_within(room_name, 200, field="room_name")
    with transaction.atomic():
        changed = [key for key, value in facts.items() if getattr(meeting, key) != value]
        for key in changed:
            setattr(meeting, key, facts[key])
        meeting.save(update_fields=changed)
        if name != room.name:
            room.name = name
            room.save(update_fields=["name"])
            changed.append("room_name")
        if "on" in changed:
            for link in open_links(Purpose.MEETING, meeting.pk):
                link.until = last_day_of_link(meeting)
                link.save(update_fields=["until"])
        audit.record("changed", meeting, by=by, fields=changed)
    return meeting


def has_words(meeting: Meeting) -> bool:
    """Whether something was kept of what happened there; such a meeting stays. At most three queries."""
    room = meeting.room
    return (
        bool(meeting.outcomes or meeting.follow_up)
        or room.head_count is not None
        or room.sentences.exists()
        or room.readbacks.exists()
        or meeting.photos.exists()
    )


def cancel_meeting(meeting: Meeting, *, by: Viewer) -> None:
    """Removes a meeting at which nothing was typed. Raises RefusedError where somebody's words are kept."""
    require(may_change_meeting(by, meeting), _("A meeting is called off by the members of its group."))
    if has_words(meeting):
        raise RefusedError(
            _("What was said at this meeting is written down here, so it stays. Take back sentences one by one.")
        )
    with transaction.atomic():
        for link in open_links(Purpose.MEETING, meeting.pk):
            link.revoked_on = today()
            link.save(update_fields=["revoked_on"])
        audit.record("cancelled", meeting, by=by)
        meeting.delete()


def last_day_of_link(meeting: Meeting) -> dt.date:
    """The UTC day on which the second day after the meeting ends where the meeting is."""
    end = dt.datetime.combine(meeting.on + DAYS_AFTER, dt.time.max, tzinfo=ZoneInfo(meeting.zone))
    return end.astimezone(dt.UTC).date()


def make_facilitator_link(meeting: Meeting, *, by: Viewer) -> tuple[OneTimeLink, str]:
    """A link for whoever facilitates, until two days after the meeting. The key is shown once and kept nowhere."""
    require(may_change_meeting(by, meeting), _("A link is made by the members of the group."))
    if last_day_of_link(meeting) < today():
        raise RefusedError(_("This meeting was more than two days ago. Type what was said from “Our work”."))
    return make_link(
        Purpose.MEETING,
        by=by,
        until=last_day_of_link(meeting),
        kind="meeting",
        thing_id=meeting.pk,
        group_id=meeting.group_id,
    )
