"""Home: what is this, and where are my people?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from smallplaces.places.queries import find_places
from smallplaces.web.public.place_lines import place_line

LONGEST = 100


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One sentence, a search box for a place, the doors. With `?q=` the places that were found."""
    words = " ".join(request.GET.get("q", "").split())[:LONGEST]
    found = find_places(words, viewer=request.viewer)  # type: ignore[attr-defined]
    lang = get_language() or "en"
    context = {"words": words, "places": [place_line(place, lang) for place in found]}
    return render(request, "public/home.html", context)


urlpatterns = [path("", home, name="home")]
