"""Session plans for common meetings, to read and to print. Everybody may use them; nothing in them is anybody's."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from smallplaces.meetings.kit import TEXT_LANGUAGES, heads, language_for, plan, plans
from smallplaces.meetings.kit import sheet as sheet_words
from smallplaces.web.listening.languages import name_of


def wanted_language(request: HttpRequest) -> str:
    """The language asked for by `?lang=`, else the page's own, else English."""
    return language_for(request.GET.get("lang", "")) or language_for(get_language() or "") or "en"


def in_language(lang: str) -> dict[str, Any]:
    """What each of these pages needs: its language, the headings in it, code and name of the other languages."""
    others = [(code, name_of(code)) for code in TEXT_LANGUAGES if code != lang]
    return {"lang": lang, "heads": heads(lang), "other_tongues": others}


@require_safe
def kits(request: HttpRequest) -> HttpResponse:
    """All session plans."""
    lang = wanted_language(request)
    return render(request, "public/kits.html", {"plans": plans(lang), **in_language(lang)})


@require_safe
def kit_plan(request: HttpRequest, name: str) -> HttpResponse:
    """One session plan, with the consent words that every meeting begins with."""
    lang = wanted_language(request)
    found = plan(name, lang)
    if found is None:
        raise Http404
    context = {"plan": found, "sheet": sheet_words(lang), **in_language(lang)}
    return render(request, "public/kit_plan.html", context)


urlpatterns = [path("kits/", kits, name="kits"), path("kits/<slug:name>/", kit_plan, name="kit_plan")]
