"""A meeting in words: when, in which languages, and what makes it possible to come."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.meetings.queries import MeetingLine
from smallplaces.web.listening.languages import name_of


def begins(meeting: MeetingLine) -> str:
    """The day, and the hour where one is known, in the reader's manner and the meeting's own time.

    The year is said where it is not this one: on a small screen each word pushes another one down.
    """
    pattern = "l j F" if meeting.on.year == today().year else "l j F Y"
    day = formats.date_format(meeting.on, pattern)
    if meeting.starts is None:
        return day
    return _("%(day)s, %(hour)s") % {"day": day, "hour": formats.time_format(meeting.starts)}


def when(meeting: MeetingLine) -> str:
    """The same, and when it ends, where that is known."""
    if meeting.starts is None or meeting.ends is None:
        return begins(meeting)
    return _("%(begins)s to %(end)s") % {"begins": begins(meeting), "end": formats.time_format(meeting.ends)}


def languages(meeting: MeetingLine) -> str:
    """What is spoken there, in the group's words; where it gave none, the language of the invitation."""
    return meeting.spoken or name_of(meeting.lang)


def announced(meeting: MeetingLine) -> dict[str, Any]:
    """The context of `_components/next_meeting.html`. Only what is known and true is said."""
    return {
        "group": meeting.group_name,
        "begins": begins(meeting),
        "when": when(meeting),
        "where": meeting.where,
        "childcare": _("childcare there") if meeting.childcare else "",
        "languages": languages(meeting),
        "step_free": meeting.step_free_words,
        "fare": _("we pay it") if meeting.fare_paid else "",
        "food": _("we eat together") if meeting.food else "",
        "reach": meeting.contact,
        "url": reverse("public:meeting", args=[meeting.id]),
        "ics_url": reverse("public:meeting_ics", args=[meeting.id]) if meeting.is_to_come else "",
    }


def possible(meeting: MeetingLine) -> list[str]:
    """What makes it possible to come, a short sentence each. Only what is known and true is said."""
    said = [_("Languages: %(languages)s") % {"languages": languages(meeting)}]
    for true, words in (
        (meeting.childcare, _("Childcare there")),
        (meeting.food, _("We eat together")),
        (meeting.fare_paid, _("We pay the fare")),
    ):
        if true:
            said.append(words)
    if meeting.step_free_words:
        said.append(_("The door: %(words)s") % {"words": meeting.step_free_words})
    return said


def in_plain_words(meeting: MeetingLine, address: str) -> str:
    """The invitation as plain text, a few short lines that any messenger keeps; the address stands last."""
    lines = [
        "FICTIONAL" if meeting.fictional else "",
        f"{meeting.group_name}, {meeting.place_name}",
        meeting.text,
        when(meeting),
        # A line each: where two are in different scripts, a comma between them stands on the wrong side.
        meeting.where,
        meeting.how_to_get_there,
        ". ".join(possible(meeting)) + ".",
        _("Questions: %(contact)s") % {"contact": " ".join(meeting.contact.split())} if meeting.contact else "",
        address,
    ]
    return "\n".join(line for line in lines if line)
