"""What happened at a place, and in all of them, in the order of time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.thread.timeline import TimelinePage, movement_timeline, timeline_page
from smallplaces.web.pages import page
from smallplaces.web.promising import source


@require_safe
def place_timeline(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """The days of one place, oldest first."""
    return _answer(request, timeline_page(slug, viewer=request.viewer), ending)  # type: ignore[attr-defined]


@require_safe
def timeline(request: HttpRequest, ending: str = "") -> HttpResponse:
    """The days of the movement, and of every real place."""
    return _answer(request, movement_timeline(viewer=request.viewer), ending)  # type: ignore[attr-defined]


def _answer(request: HttpRequest, data: TimelinePage, ending: str) -> HttpResponse:
    entries = [(one, source(one.source) if one.source else None) for one in data.entries]
    return page(request, data, "public/timeline.html", ending=ending, rows=data.entries, entries=entries)


urlpatterns = [
    path("timeline/", timeline, name="timeline"),
    path("timeline.json", timeline, {"ending": "json"}, name="timeline_json"),
    path("timeline.csv", timeline, {"ending": "csv"}, name="timeline_csv"),
    path("places/<slug:slug>/timeline/", place_timeline, name="place_timeline"),
    path("places/<slug:slug>/timeline.json", place_timeline, {"ending": "json"}, name="place_timeline_json"),
    path("places/<slug:slug>/timeline.csv", place_timeline, {"ending": "csv"}, name="place_timeline_csv"),
]
