"""Calling a meeting, changing it, and the facilitator's link."""

from __future__ import annotations

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.actions import revoke_link
from smallplaces.core.enums import Purpose
from smallplaces.core.links import open_links
from smallplaces.core.refusals import RefusedError
from smallplaces.groups.queries import groups_of
from smallplaces.meetings.actions import call_meeting, cancel_meeting, change_meeting, make_facilitator_link
from smallplaces.meetings.queries import find_meeting
from smallplaces.web.desk.forms_of_meetings import CallForm, MeetingForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import refuse
from smallplaces.web.listening.door import desk_door
from smallplaces.web.listening.rooms import heads_page, inside_page

GET_AND_POST = ["GET", "HEAD", "POST"]
HOME = "desk/meeting.html"


@member_required
@require_http_methods(GET_AND_POST)
def meeting_call(request: HttpRequest) -> HttpResponse:
    """Calls a meeting of one of the viewer's groups."""
    viewer = request.viewer  # type: ignore[attr-defined]
    groups = {group.pk: group for group in groups_of(viewer)}
    form = CallForm(
        request.POST or None,
        groups=[(pk, group.name) for pk, group in groups.items()],
        initial={"group": request.GET.get("group", "")},
    )
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            made = call_meeting(groups[facts.pop("group")], **facts, by=viewer)
        except RefusedError as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("The meeting is called."))
            return redirect("desk:meeting", made.pk)
    return render(request, "desk/meeting_call.html", {"form": form}, status=422 if form.errors else 200)


@member_required
@require_safe
def meeting(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """One meeting as its group sees it."""
    return inside_page(request, desk_door(request, meeting_id), HOME)


@member_required
@require_http_methods(GET_AND_POST)
def meeting_change(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Changes day, place and what makes it possible to come; or calls it off."""
    door = desk_door(request, meeting_id)
    row = find_meeting(meeting_id, viewer=door.viewer)
    form = MeetingForm(request.POST or None, initial={**_given(row), "room_name": door.meeting.room_name})
    if request.method == "POST":
        try:
            if "call_off" in request.POST:
                cancel_meeting(row, by=door.viewer)
                messages.success(request, _("The meeting is called off and removed."))
                return redirect("desk:home")
            if form.is_valid():
                change_meeting(row, **form.cleaned_data, by=door.viewer)
                messages.success(request, _("The meeting is changed."))
                return redirect(door.home)
        except RefusedError as refusal:
            refuse(form, refusal)
    context = {"form": form, "door": door, "meeting": door.meeting, "fictional": door.meeting.fictional}
    return render(request, "desk/meeting_change.html", context, status=422 if form.errors else 200)


def _given(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in MeetingForm.base_fields if hasattr(row, name)}


@member_required
@require_POST
def heads(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """The head count."""
    return heads_page(request, desk_door(request, meeting_id), HOME)


@member_required
@require_http_methods(GET_AND_POST)
def meeting_link(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Makes the facilitator's link, shows it once with a square to photograph, and closes links that are open."""
    door = desk_door(request, meeting_id)
    context: dict[str, Any] = {"door": door, "meeting": door.meeting, "fictional": door.meeting.fictional}
    if "close" in request.POST:
        for link in open_links(Purpose.MEETING, meeting_id):
            revoke_link(link, by=door.viewer)
        messages.success(request, _("The links to this meeting are closed."))
        return redirect(door.home)
    if request.method == "POST":
        try:
            link, key = make_facilitator_link(find_meeting(meeting_id, viewer=door.viewer), by=door.viewer)
        except RefusedError as refusal:
            return render(request, "desk/meeting_link.html", {**context, "refusal": refusal.sentence}, status=422)
        address = request.build_absolute_uri(reverse("listening:meeting_door", args=[key]))
        context |= {"address": address, "until": link.until, "square": square(address)}
    context["open_count"] = len(open_links(Purpose.MEETING, meeting_id))
    return render(request, "desk/meeting_link.html", context)


def square(address: str) -> str:
    """The address as a QR code: an SVG inside the page, so that the link is in no other address."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(scale=6, border=4, dark="#000", light="#fff"))  # noqa: S308  (made here, of black squares)


urlpatterns = [
    path("meetings/call/", meeting_call, name="meeting_call"),
    path("meetings/<str:meeting_id>/", meeting, name="meeting"),
    path("meetings/<str:meeting_id>/change/", meeting_change, name="meeting_change"),
    path("meetings/<str:meeting_id>/heads/", heads, name="heads"),
    path("meetings/<str:meeting_id>/link/", meeting_link, name="meeting_link"),
]
