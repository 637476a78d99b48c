"""The sheet that is taken back to a room, from both entrances, in the room's own language."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import get_language, get_supported_language_variant, override

from smallplaces.core.clock import today
from smallplaces.thread.readback_sheet import SaidAndMade, readback_sheet
from smallplaces.web.listening.door import Door
from smallplaces.web.promising import promise_shown
from smallplaces.web.quoting import quoted
from smallplaces.web.step_lines import shown_steps


def readback_sheet_page(request: HttpRequest, door: Door) -> HttpResponse:
    """What the room said, what was made of it, what came of that; and lines for what the room changes."""
    sheet = readback_sheet(door.meeting.room_id, viewer=door.viewer)
    with override(_spoken_by(sheet.room.lang)):
        context = {
            "sheet": sheet,
            "room": sheet.room,
            "door": door,
            "meeting": door.meeting,
            "used": [_shown(one) for one in sheet.used],
            "waiting": [_shown(one) for one in sheet.waiting],
            "promises": [promise_shown(one) for one in sheet.promises],
            "steps": shown_steps(sheet.steps),
            "fictional": sheet.room.fictional,
            "from_words": sheet.room.group_name,
            "printed_on": date_format(today(door.meeting.zone), "j F Y"),
            "blank_lines": range(4),
        }
        return render(request, "listening/readback_sheet.html", context)


def _shown(one: SaidAndMade) -> dict[str, Any]:
    return {"sentence": quoted(one.sentence, room=False, kind=False), "made": one.made}


def _spoken_by(lang: str) -> str:
    """The room's language where the site speaks it; else that of whoever prints."""
    try:
        return get_supported_language_variant(lang)
    except LookupError:
        return get_language() or "en"
