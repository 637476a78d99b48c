"""Rights: all of them by category, one of them, and what each means at a place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_safe

from smallplaces.norms.queries.rights import RightLine, right_lines
from smallplaces.norms.queries.standing import state_called
from smallplaces.thread.norm_pages import right_read
from smallplaces.thread.right_here import ProtectedHere, RightHere, RightsHere, right_here, rights_here
from smallplaces.web.listening.languages import name_of
from smallplaces.web.norm_words import stands
from smallplaces.web.pages import page
from smallplaces.web.promising import demand_shown, promise_shown

COUNTED = {
    "issue": ngettext_lazy("%d issue", "%d issues"),
    "sentence": ngettext_lazy("%d sentence", "%d sentences"),
    "statement": ngettext_lazy("%d statement", "%d statements"),
    "cause": ngettext_lazy("%d cause", "%d causes"),
    "step": ngettext_lazy("%d step", "%d steps"),
    "demand": ngettext_lazy("%d demand", "%d demands"),
    "clause": ngettext_lazy("%d clause of a text", "%d clauses of texts"),
    "promise": ngettext_lazy("%d promise", "%d promises"),
    "paragraph": ngettext_lazy("%d paragraph of a report", "%d paragraphs of reports"),
}


@dataclass(frozen=True)
class HereRow:
    """One thing beside which a right stands at a place, or one text that protects it, as a row of a table."""

    kind: str
    id: str
    text: str
    lang: str
    fictional: bool
    standing: str = ""
    source: str = ""
    checked: str = ""


@dataclass(frozen=True)
class TouchedRow:
    """A right as a row of a table: beside how many things of the place it stands."""

    slug: str
    name: str
    lang: str
    category: str
    beside: int
    fictional: bool


@require_safe
def rights(request: HttpRequest, ending: str = "") -> HttpResponse:
    """Every right by its short name, under four headings."""
    lines = right_lines()
    return page(request, lines, "public/rights.html", ending=ending, rows=lines, categories=by_category(lines))


def by_category(lines: tuple[RightLine, ...]) -> list[tuple[str, list[RightLine]]]:
    """Rights under their headings, in the order of the list."""
    return [(words, list(found)) for words, found in groupby(lines, key=lambda one: one.category_words)]


@require_safe
def right(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """One right: what it means, what protects it, where it was used."""
    data = right_read(slug, viewer=request.viewer, lang=request.GET.get("lang", "")[:35])  # type: ignore[attr-defined]
    rows = [one for text in data.page.protected_by for one in text.provisions]
    return page(
        request,
        data,
        "public/right.html",
        ending=ending,
        rows=rows,
        right=data.page.right,
        notes=data.page.notes,
        uses=[use.ref for use in data.uses],
        others=[(lang, name_of(lang)) for lang in data.page.languages if lang != data.page.right.lang],
    )


@require_safe
def place_rights(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """Which rights people of a place pointed to, and what binds the State there."""
    data = rights_here(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    return page(
        request,
        data,
        "public/place_rights.html",
        ending=ending,
        rows=_touched_rows(data),
        country=state_called(data.place.country, data.place.country_name),
        touched=[(one.right, [_counted(kind, number) for kind, number in one.beside]) for one in data.touched],
        categories=by_category(data.others),
        bonds=[(one, stands(one.standing)) for one in sorted(data.bonds, key=_order)],
    )


@require_safe
def place_right(request: HttpRequest, slug: str, right_slug: str, ending: str = "") -> HttpResponse:
    """What one right means at a place, the issues that touch it, what was asked and promised, and what binds the State."""
    data = right_here(slug, right_slug, viewer=request.viewer)  # type: ignore[attr-defined]
    return page(request, data, "public/place_right.html", ending=ending, rows=_rows(data), **_shown(data))


def _shown(data: RightHere) -> dict[str, Any]:
    texts = sorted(data.protected_by, key=lambda one: _order(one.bond))
    return {
        "right": data.right,
        "notes": data.notes,
        "demands": [demand_shown(one) for one in data.demands],
        "promises": [promise_shown(one) for one in data.promises],
        "texts": [(one.text, stands(one.bond.standing)) for one in texts],
        "country": state_called(data.place.country, data.place.country_name),
    }


def _order(bond: Any) -> int:
    """What binds stands first, then what is held up, then what nobody checked."""
    return ("binds", "held_up", "not_checked").index(bond.standing.bond)


def _rows(data: RightHere) -> list[HereRow]:
    named = [("issue", one.id, one.text, one.lang) for one in data.issues]
    named += [("demand", one.id, "" if one.taken_back else one.text, one.lang) for one in data.demands]
    named += [("promise", one.id, one.text, one.lang) for one in data.promises]
    rows = [HereRow(*one, fictional=data.fictional) for one in named]
    return rows + [_text_row(one, fictional=data.fictional) for one in data.protected_by]


def _text_row(one: ProtectedHere, *, fictional: bool) -> HereRow:
    """A text with how it stands here, its source and that source's day."""
    its, text = one.bond.standing, one.text
    words = f"{its.words}: {its.why}" if its.why else its.words
    return HereRow("norm", text.norm_id, text.norm_name, text.norm_lang, fictional, words, its.source, its.checked)


def _touched_rows(data: RightsHere) -> list[TouchedRow]:
    lines = [(one.right, one.number) for one in data.touched] + [(one, 0) for one in data.others]
    return [TouchedRow(one.slug, one.name, one.lang, one.category, number, data.fictional) for one, number in lines]


def _counted(kind: str, number: int) -> str:
    """ "2 issues": how many things of a kind."""
    return (COUNTED[kind] % number) if kind in COUNTED else _("%(n)d more") % {"n": number}


HERE = "places/<slug:slug>/rights"
urlpatterns = [
    path("rights/", rights, name="rights"),
    path("rights.json", rights, {"ending": "json"}, name="rights_json"),
    path("rights.csv", rights, {"ending": "csv"}, name="rights_csv"),
    path("rights/<slug:slug>/", right, name="right"),
    path("rights/<slug:slug>.json", right, {"ending": "json"}, name="right_json"),
    path("rights/<slug:slug>.csv", right, {"ending": "csv"}, name="right_csv"),
    path(f"{HERE}/", place_rights, name="place_rights"),
    path(f"{HERE}.json", place_rights, {"ending": "json"}, name="place_rights_json"),
    path(f"{HERE}.csv", place_rights, {"ending": "csv"}, name="place_rights_csv"),
    path(f"{HERE}/<slug:right_slug>/", place_right, name="place_right"),
    path(f"{HERE}/<slug:right_slug>.json", place_right, {"ending": "json"}, name="place_right_json"),
    path(f"{HERE}/<slug:right_slug>.csv", place_right, {"ending": "csv"}, name="place_right_csv"),
]
