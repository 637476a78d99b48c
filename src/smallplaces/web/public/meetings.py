"""The public page of a meeting: when, where, and what makes it possible to come."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.meetings.queries import get_meeting
from smallplaces.thread.walk import both
from smallplaces.web.announcing import announced
from smallplaces.web.pages import page


@require_safe
def meeting(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """One meeting, for whoever may know of it."""
    line = get_meeting(meeting_id, viewer=request.viewer)  # type: ignore[attr-defined]
    walked = both("meeting", meeting_id, viewer=request.viewer)  # type: ignore[attr-defined]
    return page(request, line, "public/meeting.html", words=announced(line), walked=walked)


urlpatterns = [path("meetings/<str:meeting_id>/", meeting, name="meeting")]
