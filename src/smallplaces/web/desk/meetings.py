"""Calling a meeting, changing it, and the facilitator's link."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.core.actions import revoke_link
from smallplaces.core.clock import today
from smallplaces.core.enums import Purpose
from smallplaces.core.links import open_links
from smallplaces.core.refusals import RefusedError
from smallplaces.groups.queries import groups_of
from smallplaces.meetings.actions import call_meeting, cancel_meeting, change_meeting, make_facilitator_link
from smallplaces.meetings.queries import find_meeting
from smallplaces.web.desk.forms_of_meetings import CallForm, MeetingForm, OutcomesForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.door import desk_door
from smallplaces.web.listening.rooms import heads_page, inside_page
from smallplaces.web.squares import square

GET_AND_POST = ["GET", "HEAD", "POST"]
HOME = "desk/meeting.html"
# What an address may fill in beforehand, as the list of human rights days does.
ASKED = ("group", "on", "kind", "text", "plan")
LONGEST = 300


@member_required
@require_http_methods(GET_AND_POST)
def meeting_call(request: HttpRequest) -> HttpResponse:
    """Calls a meeting of one of the viewer's groups; a training is asked about on a page of its own."""
    viewer = request.viewer  # type: ignore[attr-defined]
    groups = {group.pk: group for group in groups_of(viewer)}
    form = CallForm(
        request.POST or None,
        groups=[(pk, group.name) for pk, group in groups.items()],
        initial={name: request.GET.get(name, "")[:LONGEST] for name in ASKED if name in request.GET},
    )
    if request.method == "POST" and form.is_valid():
        facts = form.facts()
        group = groups[facts.pop("group")]
        try:
            if not form.asks_about_the_past(today(group.place.zone)):
                made = call_meeting(group, **facts, by=viewer)
                messages.success(request, _("The meeting is called."))
                return redirect("desk:meeting_training" if made.kind == "training" else "desk:meeting", made.pk)
        except RefusedError as refusal:
            refuse(form, refusal)
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
            if form.is_valid() and not form.asks_about_the_past(today(row.zone), was=row.on):
                change_meeting(row, **form.facts(), by=door.viewer)
                messages.success(request, _("The meeting is changed."))
                return redirect(door.home)
        except RefusedError as refusal:
            refuse(form, refusal)
    context = {"form": form, "door": door, "meeting": door.meeting, "fictional": door.meeting.fictional}
    return render(request, "desk/meeting_change.html", context, status=422 if form.errors else 200)


def _given(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in MeetingForm.base_fields if hasattr(row, name)}


@member_required
@require_http_methods(GET_AND_POST)
def meeting_outcomes(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """What was talked about, what came of it, what we do next."""
    door = desk_door(request, meeting_id)
    row = find_meeting(meeting_id, viewer=door.viewer)
    form = OutcomesForm(posted(request), initial={name: getattr(row, name) for name in OutcomesForm.base_fields})
    if request.method == "POST" and form.is_valid():
        try:
            change_meeting(row, **form.cleaned_data, by=door.viewer)
        except RefusedError as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("Kept."))
            return redirect(door.home)
    context = {"form": form, "door": door, "meeting": door.meeting, "fictional": door.meeting.fictional}
    return render(request, "desk/meeting_outcomes.html", context, status=422 if form.errors else 200)


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


urlpatterns = [
    path("meetings/call/", meeting_call, name="meeting_call"),
    path("meetings/<str:meeting_id>/", meeting, name="meeting"),
    path("meetings/<str:meeting_id>/change/", meeting_change, name="meeting_change"),
    path("meetings/<str:meeting_id>/outcomes/", meeting_outcomes, name="meeting_outcomes"),
    path("meetings/<str:meeting_id>/heads/", heads, name="heads"),
    path("meetings/<str:meeting_id>/link/", meeting_link, name="meeting_link"),
]
