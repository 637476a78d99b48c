"""Texts that commit: those of a place, and one whole with its promises on top."""

from __future__ import annotations

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.commitments import queries
from smallplaces.core.history import changes_of
from smallplaces.places.queries import get_place
from smallplaces.thread.beside import rights_of
from smallplaces.thread.walk import both
from smallplaces.web.pages import page
from smallplaces.web.promising import act_row, act_shown, act_url, promise_shown, source


@require_safe
def acts(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """The texts of a place, newest first. Failed ones stay, with what they taught."""
    viewer = request.viewer  # type: ignore[attr-defined]
    data = queries.acts_of_place(get_place(slug, viewer=viewer), viewer=viewer)
    return page(
        request,
        data,
        "public/acts.html",
        ending=ending,
        rows=[act_row(one) for one in data.acts],
        acts=[act_shown(one) for one in data.acts],
    )


@require_safe
def act(request: HttpRequest, act_id: str, words: str = "", ending: str = "") -> HttpResponse:  # noqa: ARG001  (a wrong tail is set right by the address)
    """One text: what it binds whom to do and what became of that; then the text itself."""
    viewer = request.viewer  # type: ignore[attr-defined]
    data = queries.act_page(act_id, viewer=viewer, version_id=request.GET.get("version", ""))
    address = act_url(data)
    if not ending and request.path != unquote(address):
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address}?{query}" if query else address)
    return page(
        request,
        data,
        "public/act.html",
        ending=ending,
        walked=both("act", act_id, viewer=viewer),
        rights=rights_of("clause", data.clauses, place=data.place_slug, viewer=viewer),
        promises=[promise_shown(one) for one in data.promises],
        source=source(data.source),
        taken_from=[(one, act_url(one.act)) for one in data.taken_from],
        taken_up=[(one, act_url(one.act)) for one in data.taken_up],
        former=changes_of("act", data.id),
        may_add=data.is_card and viewer.may_accept_at(get_place(data.place_slug, viewer=viewer).pk),
        followed=[(one, source(one.source)) for one in data.followed],
        told=[(one, source(one.source)) for one in data.told],
    )


urlpatterns = [
    path("places/<slug:slug>/acts/", acts, name="acts"),
    path("places/<slug:slug>/acts.json", acts, {"ending": "json"}, name="acts_json"),
    path("places/<slug:slug>/acts.csv", acts, {"ending": "csv"}, name="acts_csv"),
    path("acts/<str:act_id>.json", act, {"ending": "json"}, name="act_json"),
    path("acts/<str:act_id>/", act, name="act"),
    path("acts/<str:act_id>/<str:words>/", act, name="act"),
]
