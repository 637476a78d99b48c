"""The atlas: real places on a map and in a list, closer by plain links."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from smallplaces.core.refusals import NotVisibleError
from smallplaces.places.atlas import Spot, View, Zoom, look, picture
from smallplaces.places.countries import country_called
from smallplaces.places.enums import Designation, PlaceKind
from smallplaces.places.queries import AtlasFilters, AtlasPage, AtlasPlace, atlas_page
from smallplaces.places.regions import REGIONS, region_of
from smallplaces.web.pages import page

YEARS = (2000, 2005, 2010, 2015, 2020, 2025)


@require_safe
def atlas(request: HttpRequest, ending: str = "") -> HttpResponse:
    """The world, a region, a country, or what lies round a place; with the list of all that the map shows."""
    asked, zoom = asked_for(request)
    data = atlas_page(asked, viewer=request.viewer)  # type: ignore[attr-defined]
    spots = [spot(one) for one in data.places if one.latitude is not None]
    view = look(spots, zoom)
    if view is None:
        raise NotVisibleError("atlas")
    if zoom.near:
        data = inside(data, view)
    return page(request, data, "public/atlas.html", ending=ending, rows=data.places, **_shown(data, spots, view))


def asked_for(request: HttpRequest) -> tuple[AtlasFilters, Zoom]:
    """What the address asks for; a word that no list knows asks for nothing, a region or country that is none is not here."""
    get = request.GET
    kind, by, since = get.get("kind", ""), get.get("by", ""), get.get("since", "")
    region, country = get.get("region", ""), get.get("country", "")
    if (region and region not in REGIONS) or (country and not region_of(country)):
        raise NotVisibleError("atlas")
    within = get.get("within", "")
    zoom = Zoom(region, country, get.get("near", ""), float(within) if within.isascii() and within.isdigit() else 0.0)
    filters = AtlasFilters(
        region=region,
        country=country,
        place_kind=kind if kind in PlaceKind.values else "",
        by=by if by in Designation.values else "",
        since=int(since) if since.isascii() and since.isdigit() and len(since) == 4 else 0,
    )
    return filters, zoom


def spot(one: AtlasPlace) -> Spot:
    """A place as a mark of the map."""
    return Spot(
        slug=one.slug,
        label=one.name,
        href=reverse("public:place", args=[one.slug]),
        country=one.country,
        latitude=one.latitude or 0.0,
        longitude=one.longitude or 0.0,
    )


def inside(data: AtlasPage, view: View) -> AtlasPage:
    """The places that a look round one of them shows."""
    return replace(
        data,
        places=tuple(
            one
            for one in data.places
            if one.latitude is not None and view.frame.holds(view.frame.at(one.latitude, one.longitude or 0.0))
        ),
    )


def query(asked: AtlasFilters, zoom: Zoom) -> str:
    """The end of an address that keeps the filters and looks there."""
    words = {
        "region": zoom.region,
        "country": zoom.country,
        "near": zoom.near,
        "within": f"{zoom.within:.0f}" if zoom.within else "",
        "kind": asked.place_kind,
        "by": asked.by,
        "since": str(asked.since or ""),
    }
    return "?" + urlencode({name: value for name, value in words.items() if value})


def _shown(data: AtlasPage, spots: list[Spot], view: View) -> dict[str, Any]:
    lang, asked = get_language() or "en", data.asked
    here = country_called(asked.country, lang) if asked.country else str(REGIONS.get(asked.region, ""))
    region = asked.region or region_of(asked.country)
    up = [(query(asked, Zoom()), _("The world"))]
    if region and (asked.country or view.zoom.near):
        up.append((query(asked, Zoom(region=region)), str(REGIONS[region])))
    if asked.country and view.zoom.near:
        up.append((query(asked, Zoom(country=asked.country)), here))
    zoomed = view.zoom != Zoom()
    return {
        "atlas": picture(spots, view, lambda zoom: query(asked, zoom) if zoom else "#list"),
        "atlas_label": _("A map of %(place)s with the places of this list") % {"place": here or _("the world")},
        "here": here,
        "narrowed": bool(asked.place_kind or asked.by or asked.since),
        "up": up if zoomed else [],
        "regions": [(query(asked, Zoom(region=slug)), name) for slug, name in REGIONS.items()],
        "kinds": PlaceKind.choices,
        "designations": Designation.choices,
        "years": YEARS,
        "places": [_line(one, lang) for one in data.places],
    }


def _line(one: AtlasPlace, lang: str) -> dict[str, Any]:
    """A place of the list: its name, what and where it is, by what text and since when."""
    return {
        "place": one,
        "country": country_called(one.country, lang, one.country_name),
        "by": Designation(one.by).label if one.by else "",
    }


urlpatterns = [
    path("atlas/", atlas, name="atlas"),
    path("atlas.json", atlas, {"ending": "json"}, name="atlas_json"),
    path("atlas.csv", atlas, {"ending": "csv"}, name="atlas_csv"),
]
