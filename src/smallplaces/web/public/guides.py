"""How-to guides for the common steps, to read and to print, in general words: laws differ."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.meetings.kit import guide as guide_words
from smallplaces.meetings.kit import guides as all_guides
from smallplaces.web.public.kits import in_language, wanted_language


@require_safe
def guides(request: HttpRequest) -> HttpResponse:
    """All guides."""
    lang = wanted_language(request)
    return render(request, "public/guides.html", {"guides": all_guides(lang), **in_language(lang)})


@require_safe
def guide(request: HttpRequest, name: str) -> HttpResponse:
    """One guide with its check list."""
    lang = wanted_language(request)
    found = guide_words(name, lang)
    if found is None:
        raise Http404
    return render(request, "public/guide.html", {"guide": found, **in_language(lang)})


urlpatterns = [path("guides/", guides, name="guides"), path("guides/<slug:name>/", guide, name="guide")]
