"""The committee of a group as everybody reads it, and how its people treat one another."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.refusals import NotVisibleError
from smallplaces.groups.queries import get_group
from smallplaces.groups.seats import committee_page
from smallplaces.groups.voices import conduct_of
from smallplaces.web.pages import page


@require_safe
def committee(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """The seats that a group made public, the empty ones with what it says of them."""
    data = committee_page(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    return page(request, data, "public/committee.html", ending=ending, rows=data.seats)


@require_safe
def conduct(request: HttpRequest, slug: str) -> HttpResponse:
    """How we treat one another, as a sheet for the wall."""
    viewer = request.viewer  # type: ignore[attr-defined]
    group = get_group(slug, viewer=viewer)
    words = conduct_of(group, viewer=viewer)
    if not words:
        raise NotVisibleError(slug)
    context = {"group": group, "words": words, "from_words": group.name, "fictional": group.place.fictional}
    return render(request, "public/conduct.html", context)


urlpatterns = [
    path("groups/<slug:slug>/committee/", committee, name="committee"),
    path("groups/<slug:slug>/committee.json", committee, {"ending": "json"}, name="committee_json"),
    path("groups/<slug:slug>/committee.csv", committee, {"ending": "csv"}, name="committee_csv"),
    path("groups/<slug:slug>/how-we-treat-one-another/", conduct, name="conduct"),
]
