"""Calling a meeting, changing it, and the link for its facilitator."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.actions import make_link
from smallplaces.core.clock import today
from smallplaces.core.enums import Purpose, Visibility
from smallplaces.core.links import open_links
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group
from smallplaces.meetings.enums import MeetingKind, StepFree
from smallplaces.meetings.lines import language, words_within
from smallplaces.meetings.models import Meeting, Room
from smallplaces.meetings.policies import may_call_meeting, may_change_meeting

DAYS_AFTER = dt.timedelta(days=2)
LENGTHS = {"text": 300, "where": 300, "how_to_get_there": 500, "spoken": 200}
PLAIN = ("on", "starts", "childcare", "food", "fare_paid")


def _facts(given: dict[str, Any], group: Group) -> dict[str, Any]:
    """The columns of a meeting from what was given. Raises RefusedError with the field."""
    facts = {name: given[name] for name in PLAIN if name in given}
    for name, most in LENGTHS.items():
        if name in given:
            facts[name] = words_within(given[name], most, field=name, empty=name in {"how_to_get_there", "spoken"})
    for name, choices in (("kind", MeetingKind), ("step_free", StepFree), ("visibility", Visibility)):
        if name in given:
            if given[name] not in choices.values:
                raise RefusedError(_("Choose from the list."), field=name)
            facts[name] = given[name]
    if "lang" in given:
        facts["lang"] = language(given["lang"])
    if facts.get("visibility") == Visibility.PUBLIC and group.state != GroupState.OPEN:
        raise RefusedError(
            _(
                "Our group is not open yet: a second holder has to accept first. Keep the meeting to our group until then."
            ),
            field="visibility",
        )
    return facts


def call_meeting(
    group: Group,
    *,
    text: str,
    on: dt.date,
    where: str,
    kind: str = MeetingKind.CIRCLE,
    lang: str = "en",
    starts: dt.time | None = None,
    room_name: str = "",
    spoken: str = "",
    childcare: bool = False,
    food: bool = False,
    fare_paid: bool = False,
    step_free: str = StepFree.UNKNOWN,
    how_to_get_there: str = "",
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Meeting:
    """Makes a meeting and the room of its people, in the zone of the group's place. Raises RefusedError for a field."""
    require(may_call_meeting(by, group), _("A meeting is called by the members of the group."))
    given = {
        "text": text,
        "on": on,
        "where": where,
        "kind": kind,
        "lang": lang,
        "starts": starts,
        "spoken": spoken,
        "childcare": childcare,
        "food": food,
        "fare_paid": fare_paid,
        "step_free": step_free,
        "how_to_get_there": how_to_get_there,
        "visibility": visibility,
    }
    facts = _facts(given, group)
    name = words_within(room_name, 200, field="room_name", empty=True) or facts["text"][:200]
    return _with_room(group, facts, name, by)


def _with_room(group: Group, facts: dict[str, Any], name: str, by: Viewer) -> Meeting:
    zone = group.place.zone
    with transaction.atomic():
        meeting = Meeting.objects.create(group=group, zone=zone, made_on=today(zone), **facts)
        Room.objects.create(meeting=meeting, name=name, lang=facts["lang"])
        audit.record("called", meeting, by=by)
    return meeting


def change_meeting(meeting: Meeting, *, by: Viewer, room_name: str | None = None, **changes: Any) -> Meeting:
    """Changes what was given, by the names that `call_meeting` takes. Open facilitator links move with the day."""
    require(may_change_meeting(by, meeting), _("A meeting is changed by the members of its group."))
    facts = _facts(changes, meeting.group)
    unknown = set(changes) - set(facts)
    if unknown:
        raise TypeError(sorted(unknown))
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


def cancel_meeting(meeting: Meeting, *, by: Viewer) -> None:
    """Removes a meeting at which nothing was typed. Raises RefusedError where somebody's words are kept."""
    require(may_change_meeting(by, meeting), _("A meeting is called off by the members of its group."))
    room = meeting.room
    if room.sentences.exists() or room.readbacks.exists() or room.head_count is not None:
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
