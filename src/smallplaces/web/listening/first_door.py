"""The first door's page, for both entrances."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.actions import type_sentences
from smallplaces.meetings.lines import clean
from smallplaces.meetings.queries import find_room
from smallplaces.web.listening.door import Door
from smallplaces.web.listening.sheet import Sheet, blank_sheet, read_sheet


def sheet_page(request: HttpRequest, door: Door) -> HttpResponse:
    """Shows the sheet, adds lines to it, or writes down what stands on it; what was pasted is looked at first."""
    lang = door.meeting.room_lang
    if request.method != "POST":
        return _show(request, door, blank_sheet(lang))
    sheet = read_sheet(request.POST, lang)
    if "more" in request.POST or "languages" in request.POST:
        sheet.is_valid()
        sheet.add_rows(12 if "more" in request.POST else 0)
        return _show(request, door, sheet)
    if not sheet.is_valid() or sheet.is_too_long():
        return _show(request, door, sheet, status=422)
    if sheet.pasted.anything:
        return _show(request, door, sheet)
    if sheet.names and sheet.looked != sheet.names_mark:
        return _show(request, door, sheet, status=422, names=sheet.names)
    return _save(request, door, sheet)


def _save(request: HttpRequest, door: Door, sheet: Sheet) -> HttpResponse:
    room = find_room(door.meeting.room_id, viewer=door.viewer)
    lines, whole = sheet.lines(), sheet.whole.cleaned_data
    try:
        new = type_sentences(room, lines, uses=whole["uses"], told=whole["told"], minutes=sheet.minutes, by=door.viewer)
    except RefusedError as refusal:
        sheet.refuse(refusal)
        return _show(request, door, sheet, status=422)
    here = len([line for line in lines if clean(line.text)]) - len(new)
    messages.success(
        request,
        ngettext("%(count)s sentence is written down.", "%(count)s sentences are written down.", len(new))
        % {"count": len(new)},
    )
    if here:
        messages.info(
            request,
            ngettext(
                "%(count)s stood here already and was not doubled.",
                "%(count)s stood here already and were not doubled.",
                here,
            )
            % {"count": here},
        )
    return redirect(door.said)


def _show(
    request: HttpRequest, door: Door, sheet: Sheet, *, status: int = 200, names: list[str] | None = None
) -> HttpResponse:
    context = {
        "door": door,
        "meeting": door.meeting,
        "sheet": sheet,
        "names": names or [],
        "fictional": door.meeting.fictional,
    }
    return render(request, "listening/sentences.html", context, status=status)
