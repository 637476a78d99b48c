"""What goes out next and whose words it uses, and the sheet to take back to each room."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.meetings.queries import find_room
from smallplaces.thread import outgoing as thread
from smallplaces.web.desk.group_steps import our_group
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.listening.door import desk_door
from smallplaces.web.listening.readback_sheet import readback_sheet_page


@member_required
@require_safe
def outgoing(request: HttpRequest, slug: str) -> HttpResponse:
    """Rooms not read to yet first; then what goes out next; then what has gone."""
    group = our_group(request, slug)
    page = thread.outgoing(group.pk, viewer=request.viewer)  # type: ignore[attr-defined]
    context = {"group": group, "page": page, "fictional": group.place.fictional}
    return render(request, "desk/outgoing.html", context)


@member_required
@require_safe
def readback_sheet(request: HttpRequest, room_id: str) -> HttpResponse:
    """The sheet for one room of ours."""
    room = find_room(room_id, viewer=request.viewer)  # type: ignore[attr-defined]
    return readback_sheet_page(request, desk_door(request, room.meeting_id))


urlpatterns = [
    path("groups/<slug:slug>/goes-out/", outgoing, name="outgoing"),
    path("rooms/<str:room_id>/sheet/", readback_sheet, name="readback_sheet"),
]
