"""Looking for words in what everybody may read: places, local texts, rights and articles, recommendations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.search import Filters, Found, search
from smallplaces.core.viewers import Viewer
from smallplaces.places.queries import get_place
from smallplaces.web.found_lines import GROUPS, FoundLine, found_line
from smallplaces.web.pages import page

if TYPE_CHECKING:
    from smallplaces.places.models import Place

A_PAGE = 20
LAST_PAGE = 1000
PAGE_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class SearchPage:
    """What was found: `total` records, or more than so many; `like` are words that were looked for instead."""

    words: str
    among: str
    place_slug: str
    place_name: str
    country: str
    lang: str
    made_up: bool
    total: int
    more: bool
    like: tuple[str, ...]
    number: int
    found: tuple[FoundLine, ...]


@dataclass(frozen=True)
class Wanted:
    """What an address asks for."""

    words: str
    among: str
    place: Place | None
    country: str
    lang: str
    made_up: bool
    number: int


@require_safe
def find(request: HttpRequest, ending: str = "") -> HttpResponse:
    """A box for words, and what was found. Nothing that is asked for is written down."""
    viewer = request.viewer  # type: ignore[attr-defined]
    wanted = _wanted(request.GET, viewer)
    found = _look(wanted, viewer)
    data = _shown(wanted, found)
    nothing = bool(data.words) and not data.total and not wanted.made_up
    return page(
        request,
        data,
        "public/search.html",
        ending=ending,
        rows=data.found,
        lines=list(zip(data.found, found.hits, strict=True)),
        groups=[(key, words) for key, (words, _kinds) in GROUPS.items()],
        pages=Paginator(range(data.total), A_PAGE).get_page(data.number),
        made_up_too=nothing and _look(replace(wanted, made_up=True), viewer).total > 0,
    )


def _wanted(asked: QueryDict, viewer: Viewer) -> Wanted:
    told = {name: str(value) for name, value in asked.items()}
    number = told.get("page", "")
    slug = told.get("place", "")
    return Wanted(
        words=told.get("q", ""),
        among=told.get("among", "") if told.get("among") in GROUPS else "",
        place=get_place(slug, viewer=viewer) if slug else None,
        country=told.get("country", "")[:2].upper(),
        lang=told.get("lang", "")[:35],
        made_up=told.get("made_up") == "yes",
        number=min(max(1, int(number)), LAST_PAGE) if PAGE_NUMBER.fullmatch(number) else 1,
    )


def _look(wanted: Wanted, viewer: Viewer) -> Found:
    filters = Filters(
        place_id=wanted.place.pk if wanted.place else "",
        country=wanted.country,
        lang=wanted.lang,
        fictional=wanted.made_up,
    )
    kinds = GROUPS[wanted.among][1] if wanted.among else ()
    offset = A_PAGE * (wanted.number - 1)
    return search(wanted.words, kinds=kinds, filters=filters, viewer=viewer, limit=A_PAGE, offset=offset)


def _shown(wanted: Wanted, found: Found) -> SearchPage:
    return SearchPage(
        words=found.words,
        among=wanted.among,
        place_slug=wanted.place.slug if wanted.place else "",
        place_name=wanted.place.name if wanted.place else "",
        country=wanted.country,
        lang=wanted.lang,
        made_up=wanted.made_up,
        total=found.total,
        more=found.more,
        like=found.like,
        number=wanted.number,
        found=tuple(found_line(hit) for hit in found.hits),
    )


urlpatterns = [
    path("search/", find, name="search"),
    path("search.json", find, {"ending": "json"}, name="search_json"),
    path("search.csv", find, {"ending": "csv"}, name="search_csv"),
]
