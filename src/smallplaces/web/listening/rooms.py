"""Pages inside a room, for both entrances: the meeting, what was said, heads, read-back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.actions import count_heads, read_back, release_head_count
from smallplaces.meetings.queries import find_room, room_page
from smallplaces.web.announcing import announced
from smallplaces.web.listening.door import Door
from smallplaces.web.listening.forms import HeadsForm, ReadBackForm
from smallplaces.web.quoting import quoted


def inside_page(
    request: HttpRequest, door: Door, template: str, *, form: HeadsForm | None = None, status: int = 200
) -> HttpResponse:
    """The meeting as its own people see it: what to do next, what was said, each sentence with its way back."""
    page = room_page(door.meeting.room_id, viewer=door.viewer)
    sentences = [
        quoted(
            one,
            room=False,
            back_url=door.take_back(one.id),
            more_url=door.more(one.id),
            right_url=door.correct(one.id),
        )
        for one in page.sentences
    ]
    form = form or HeadsForm(initial={"head_count": page.head_count, "release": page.count_released})
    context = {
        "page": page,
        "door": door,
        "meeting": door.meeting,
        "words": announced(door.meeting),
        "sentences": sentences,
        "form": form,
    }
    return render(request, template, {**context, "fictional": page.fictional}, status=status)


def said_page(request: HttpRequest, door: Door) -> HttpResponse:
    """“What the room said”, for the projector and the printer: every word, for the room."""
    page = room_page(door.meeting.room_id, viewer=door.viewer)
    sentences = [quoted(one, room=False, kind=False) for one in page.sentences if not one.taken_back]
    kinds = {one.id: one.tells for one in page.sentences}
    context = {
        "page": page,
        "door": door,
        "meeting": door.meeting,
        "fictional": page.fictional,
        "how_it_is": [one for one in sentences if kinds[one["id"]] == "how_it_is"],
        "what_we_want": [one for one in sentences if kinds[one["id"]] == "what_we_want"],
        "from_words": page.group_name,
        "printed_on": date_format(today(door.meeting.zone), "j F Y"),
    }
    return render(request, "listening/said.html", context)


def heads_page(request: HttpRequest, door: Door, template: str) -> HttpResponse:
    """Keeps the head count, and whether others may know it."""
    form = HeadsForm(request.POST)
    room = find_room(door.meeting.room_id, viewer=door.viewer)
    try:
        if not form.is_valid():
            return inside_page(request, door, template, form=form, status=422)
        count_heads(room, form.cleaned_data["head_count"], by=door.viewer)
        if form.cleaned_data["release"]:
            release_head_count(room, by=door.viewer)
    except RefusedError as refusal:
        form.add_error("head_count", refusal.sentence)
        return inside_page(request, door, template, form=form, status=422)
    messages.success(request, _("The head count is kept."))
    return redirect(door.home)


def readback_page(request: HttpRequest, door: Door) -> HttpResponse:
    """Keeps that on a day something was read back to the room."""
    form = ReadBackForm(request.POST or None, today=today(door.meeting.zone))
    if request.method == "POST" and form.is_valid():
        room = find_room(door.meeting.room_id, viewer=door.viewer)
        try:
            read_back(room, **form.cleaned_data, lang=door.meeting.room_lang, by=door.viewer)
        except RefusedError as refusal:
            form.add_error(refusal.field or None, refusal.sentence)
        else:
            messages.success(request, _("It is kept that this was read back to the room."))
            return redirect(door.home)
    context = {"door": door, "meeting": door.meeting, "form": form, "fictional": door.meeting.fictional}
    return render(request, "listening/readback.html", context, status=422 if form.errors else 200)
