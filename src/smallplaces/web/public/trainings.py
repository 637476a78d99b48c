"""Which public bodies learned, from whom and when; each also as JSON and CSV."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.meetings.queries import trainings_page
from smallplaces.places.queries import bodies_of, get_place
from smallplaces.web.pages import page


@require_safe
def trainings(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """The trainings of a place, by public body and day; and the bodies that had none."""
    viewer = request.viewer  # type: ignore[attr-defined]
    place = get_place(slug, viewer=viewer)
    data = trainings_page(place, viewer=viewer)
    reached = {one.body_name for one in data.trainings}
    none_yet = [body for body in bodies_of(place, viewer=viewer) if body.name not in reached]
    more = {"trainings": data.trainings, "none_yet": none_yet}
    return page(request, data, "public/trainings.html", ending=ending, rows=data.trainings, **more)


urlpatterns = [
    path("places/<slug:slug>/trainings/", trainings, name="trainings"),
    path("places/<slug:slug>/trainings.json", trainings, {"ending": "json"}, name="trainings_json"),
    path("places/<slug:slug>/trainings.csv", trainings, {"ending": "csv"}, name="trainings_csv"),
]
