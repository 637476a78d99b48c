"""Texts that people hold up: the list, one text by version, and an article of the Universal Declaration as it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from smallplaces.norms.declaration import article, code_for, languages, tongue
from smallplaces.norms.queries import heading_of, norm_lines, norm_page
from smallplaces.web.long_select import LongSelect
from smallplaces.web.pages import page
from smallplaces.web.promising import source

DECLARATION = "UDHR"
FIRST, LAST = 1, 30


class LanguageForm(forms.Form):
    """Which text, and which beside it."""

    lang = forms.ChoiceField(label=_lazy("In which language"), widget=LongSelect)
    beside = forms.ChoiceField(label=_lazy("Beside it"), widget=LongSelect, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one.code, one.label) for one in languages()]
        lang, beside = self.fields["lang"], self.fields["beside"]
        lang.choices = known  # type: ignore[attr-defined]
        beside.choices = [("", _lazy("no other language")), *known]  # type: ignore[attr-defined]


def chosen(words: str) -> str:
    """The text's code for what an address says: the code itself, or a language such as "es"; "" for neither."""
    return words if tongue(words) else code_for(words[:35])


def own_language() -> str:
    """The text in the language of the screen."""
    return code_for(get_language() or "en") or code_for("en")


@require_safe
def norms(request: HttpRequest, ending: str = "") -> HttpResponse:
    """What the texts are, what kind each is of, and who signed it."""
    lines = norm_lines(viewer=request.viewer)  # type: ignore[attr-defined]
    return page(request, lines, "public/norms.html", ending=ending, rows=lines)


@require_safe
def norm(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """One text: its present version, former ones, and which groups stand under which."""
    data = norm_page(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    rows = [one for version in data.versions for one in version.provisions]
    more: dict[str, Any] = {}
    if data.code == DECLARATION and not ending:
        code = chosen(request.GET.get("lang", "")) or own_language()
        more = {"form": LanguageForm(initial={"lang": code}), "spoken": tongue(code), "asked": "lang" in request.GET}
    return page(request, data, "public/norm.html", ending=ending, rows=rows, source=source(data.source), **more)


@require_safe
def declaration(request: HttpRequest, number: int) -> HttpResponse:
    """An article in the reader's language, and in a second one beside it where it was asked for."""
    if not FIRST <= number <= LAST:
        raise Http404
    lang = chosen(request.GET.get("lang", "")) or own_language()
    beside = chosen(request.GET.get("beside", ""))
    codes = [lang] if beside in ("", lang) else [lang, beside]
    context = {
        "number": number,
        "heading": heading_of(DECLARATION, number),
        "texts": [(tongue(code), article(code, number)) for code in codes],
        "form": LanguageForm(initial={"lang": lang, "beside": beside}),
        "before": _neighbour(number - 1, request),
        "after": _neighbour(number + 1, request),
    }
    return render(request, "public/norm_article.html", context)


def _neighbour(number: int, request: HttpRequest) -> dict[str, Any] | None:
    """The article before or after, in the same languages."""
    if not FIRST <= number <= LAST:
        return None
    query = request.GET.urlencode()
    address = reverse("public:declaration", args=[number])
    return {"number": number, "url": f"{address}?{query}" if query else address}


urlpatterns = [
    path("norms/", norms, name="norms"),
    path("norms.json", norms, {"ending": "json"}, name="norms_json"),
    path("norms.csv", norms, {"ending": "csv"}, name="norms_csv"),
    path("norms/udhr/<int:number>/", declaration, name="declaration"),
    path("norms/<slug:slug>/", norm, name="norm"),
    path("norms/<slug:slug>.json", norm, {"ending": "json"}, name="norm_json"),
    path("norms/<slug:slug>.csv", norm, {"ending": "csv"}, name="norm_csv"),
]
