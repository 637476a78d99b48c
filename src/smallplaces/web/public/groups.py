"""A group's public page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.viewers import Viewer
from smallplaces.groups.pages import group_page
from smallplaces.meetings.queries import next_meeting
from smallplaces.web.announcing import announced
from smallplaces.web.pages import page
from smallplaces.web.public.group_around import around


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """Who they are, where, how to reach them, what they decided in public."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    data = group_page(slug, viewer=viewer)
    coming = next_meeting(viewer=viewer, group_id=data.id)
    blocks = around(slug, viewer=viewer)
    return page(request, data, "public/group.html", meeting=announced(coming) if coming else None, **blocks)


urlpatterns = [path("groups/<slug:slug>/", group, name="group")]
