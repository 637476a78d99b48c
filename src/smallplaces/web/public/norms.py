"""Texts that people hold up: the list by kind, one text by version, one article or principle."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from smallplaces.core.dates import is_partial_date, partial
from smallplaces.norms.declaration import tongue
from smallplaces.norms.enums import NormKind
from smallplaces.norms.queries import norm_lines, norm_page
from smallplaces.thread.norm_pages import ProvisionRead, provision_read
from smallplaces.web.listening.languages import name_of
from smallplaces.web.norm_words import called, provision_url
from smallplaces.web.pages import page
from smallplaces.web.promising import source
from smallplaces.web.public.declaration import DECLARATION, LanguageForm, chosen, own_language

# In which order kinds of text stand in the list, and what each is called there.
KINDS = (
    (NormKind.DECLARATION, _lazy("Declarations")),
    (NormKind.TREATY, _lazy("Treaties: each binds the States that ratified it")),
    (NormKind.PRINCIPLES, _lazy("Principles of movements and groups")),
    (NormKind.CITY_CHARTER, _lazy("Charters of local governments")),
    (NormKind.GOALS, _lazy("Goals: they help to read rights and are none")),
)


class TextForm(forms.Form):
    """In which of the languages that are here, and which beside it."""

    lang = forms.ChoiceField(label=_lazy("In which language"))
    beside = forms.ChoiceField(label=_lazy("Beside it"), required=False)

    def __init__(self, languages: tuple[str, ...], **options: Any) -> None:
        super().__init__(**options)
        known = [(lang, name_of(lang)) for lang in languages]
        self.fields["lang"].choices = known  # type: ignore[attr-defined]
        self.fields["beside"].choices = [("", _lazy("no other language")), *known]  # type: ignore[attr-defined]


@require_safe
def norms(request: HttpRequest, ending: str = "") -> HttpResponse:
    """What the texts are, by what kind each is of, and who signed it."""
    lines = norm_lines(viewer=request.viewer)  # type: ignore[attr-defined]
    kinds = [(words, [one for one in lines if one.norm_kind == kind]) for kind, words in KINDS]
    return page(request, lines, "public/norms.html", ending=ending, rows=lines, kinds=[one for one in kinds if one[1]])


@require_safe
def norm(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """One text: its present version with the rights beside it, former ones, and which groups stand under which."""
    data = norm_page(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    rows = [one for version in data.versions for one in version.provisions]
    more: dict[str, Any] = {"languages": [(lang, name_of(lang)) for lang in data.languages]}
    more["in_force"] = partial(data.in_force) if is_partial_date(data.in_force) else ""
    if data.code == DECLARATION and not ending:
        code = chosen(request.GET.get("lang", "")) or own_language()
        more |= {"form": LanguageForm(initial={"lang": code}), "spoken": tongue(code), "asked": "lang" in request.GET}
    return page(request, data, "public/norm.html", ending=ending, rows=rows, source=source(data.source), **more)


@require_safe
def provision(request: HttpRequest, slug: str, number: str, ending: str = "") -> HttpResponse:
    """One article: our heading, the official text where we have it, which rights it protects, where it was used."""
    asked = tuple(request.GET.get(name, "")[:35] for name in ("lang", "beside"))
    langs = (asked[0] or get_language() or "en", asked[1])
    data = provision_read(slug, number, viewer=request.viewer, langs=langs)  # type: ignore[attr-defined]
    rows = [one for protected in data.provision.protects for one in protected.also]
    return page(request, data, "public/provision.html", ending=ending, rows=rows, **shown(data, request))


def shown(data: ProvisionRead, request: HttpRequest) -> dict[str, Any]:
    """What a page of an article needs beside the article."""
    one = data.provision
    texts = [text.lang for text in data.texts]
    initial = {"lang": texts[0] if texts else "", "beside": texts[1] if len(texts) > 1 else ""}
    return {
        "one": one,
        "title": called(one.norm_kind, one.number),
        "uses": [use.ref for use in data.uses],
        "form": TextForm(data.languages, initial=initial) if len(data.languages) > 1 else None,
        "neighbours": [_neighbour(one.norm_kind, slug_and_number, request) for slug_and_number in _beside(data)],
        "source": source(one.source),
        "part_of": one.number.partition("(")[0] if "(" in one.number else "",
    }


def _beside(data: ProvisionRead) -> list[tuple[str, str]]:
    one = data.provision
    return [(one.norm_slug, number) for number in (one.before, one.after) if number]


def _neighbour(kind: str, slug_and_number: tuple[str, str], request: HttpRequest) -> dict[str, str]:
    """The article before or after, in the same languages."""
    slug, number = slug_and_number
    query = request.GET.urlencode()
    url = provision_url(slug, number)
    return {"title": called(kind, number), "url": f"{url}?{query}" if query else url}


urlpatterns = [
    path("norms/", norms, name="norms"),
    path("norms.json", norms, {"ending": "json"}, name="norms_json"),
    path("norms.csv", norms, {"ending": "csv"}, name="norms_csv"),
    path("norms/<slug:slug>/", norm, name="norm"),
    path("norms/<slug:slug>.json", norm, {"ending": "json"}, name="norm_json"),
    path("norms/<slug:slug>.csv", norm, {"ending": "csv"}, name="norm_csv"),
    path("norms/<slug:slug>/<str:number>/", provision, name="provision"),
    path("norms/<slug:slug>/<str:number>.json", provision, {"ending": "json"}, name="provision_json"),
    path("norms/<slug:slug>/<str:number>.csv", provision, {"ending": "csv"}, name="provision_csv"),
]
