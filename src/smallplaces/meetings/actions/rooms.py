"""Counting heads, and what was read back to the room."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.meetings.lines import language, words_within
from smallplaces.meetings.models import ReadBack, Room
from smallplaces.meetings.policies import may_write_down

MOST_HEADS = 100_000


def count_heads(room: Room, head_count: int | None, *, by: Viewer) -> Room:
    """Keeps how many people were there: a number, never names. None removes it. A release ends with a new count."""
    require(may_write_down(by, room.meeting), _("Heads are counted by the group or its facilitator."))
    if head_count is not None and not 0 < head_count <= MOST_HEADS:
        raise RefusedError(_("Write how many people were there, as a whole number above zero."), field="head_count")
    with transaction.atomic():
        if head_count != room.head_count:
            room.count_released_on = None
        room.head_count = head_count
        room.save(update_fields=["head_count", "count_released_on"])
        audit.record("counted", room, by=by, fields=["head_count"], group_id=room.meeting.group_id)
    return room


def release_head_count(room: Room, *, by: Viewer) -> Room:
    """The room decided that others may know how many were there. Raises RefusedError where nobody counted."""
    require(may_write_down(by, room.meeting), _("The room decides this, through the group or its facilitator."))
    if room.head_count is None:
        raise RefusedError(_("Count the heads first."), field="head_count")
    with transaction.atomic():
        room.count_released_on = today(room.meeting.zone)
        room.save(update_fields=["count_released_on"])
        audit.record("released", room, by=by, fields=["head_count"], group_id=room.meeting.group_id)
    return room


def read_back(
    room: Room,
    *,
    on: dt.date,
    text: str = "",
    what: str = "",
    not_found: str = "",
    visibility: str = Visibility.PRIVATE,
    lang: str = "en",
    by: Viewer,
) -> ReadBack:
    """Keeps that on a day what was made of its words was read back to the room, and what the room changed (`text`).

    `not_found` says in words who of the room could not be found, never by name.
    """
    require(may_write_down(by, room.meeting), _("This is written down by the group or its facilitator."))
    group = room.meeting.group
    if on > today(room.meeting.zone):
        raise RefusedError(_("Write this down once it happened: that day is still to come."), field="on")
    if on < room.meeting.on:
        raise RefusedError(_("That day was before the meeting itself. Look at the date again."), field="on")
    if visibility not in Visibility.values or (visibility == Visibility.PUBLIC and group.state != GroupState.OPEN):
        raise RefusedError(
            _("Our group is not open yet. Keep this to our group until a second holder accepted."), field="visibility"
        )
    facts = {
        "text": words_within(text, 2000, field="text", lines=True, empty=True),
        "what": words_within(what, 300, field="what", empty=True),
        "not_found": words_within(not_found, 300, field="not_found", empty=True),
        "lang": language(lang),
    }
    with transaction.atomic():
        row = ReadBack.objects.create(
            group=group, room=room, on=on, visibility=visibility, made_on=today(room.meeting.zone), **facts
        )
        audit.record("made", row, by=by)
    return row
