"""What was promised, by them and by us, and what became of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.commitments import queries
from smallplaces.core.history import changes_of
from smallplaces.places.queries import get_place
from smallplaces.thread.beside import rights_of
from smallplaces.thread.walk import both
from smallplaces.web.pages import page
from smallplaces.web.promising import (
    act_url,
    by_when,
    late,
    promise_row,
    promise_shown,
    source,
    their_voice,
    voice,
    who_owes,
)


@require_safe
def promises(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """The promises of a place: theirs, and ours."""
    viewer = request.viewer  # type: ignore[attr-defined]
    data = queries.promises_of_place(get_place(slug, viewer=viewer), viewer=viewer)
    return page(
        request,
        data,
        "public/promises.html",
        ending=ending,
        rows=[promise_row(one) for one in data.everything],
        theirs=[promise_shown(one) for one in data.theirs],
        ours=[promise_shown(one) for one in data.ours],
        place=data,
    )


@require_safe
def promise(request: HttpRequest, promise_id: str) -> HttpResponse:
    """One promise: who owes what by when, they say and we say, what happened next."""
    viewer = request.viewer  # type: ignore[attr-defined]
    data = queries.promise_page(promise_id, viewer=viewer)
    return page(
        request,
        data,
        "public/promise.html",
        **shown(data),
        walked=both("promise", promise_id, viewer=viewer),
        rights=rights_of("promise", [data], place=data.place_slug, viewer=viewer),
        may_write=bool(viewer.roles),
        former=changes_of("promise", data.id),
    )


def shown(data: queries.PromisePage) -> dict[str, Any]:
    """What the page of a promise is given beside it. The answer page shows the same."""
    return {
        "who": who_owes(data),
        "by_when": by_when(data),
        "late": late(data),
        "they": None if data.ours else their_voice(data),
        "we": [voice(one) for one in data.we],
        "earlier": [voice(one) for one in data.earlier],
        "source": source(data.source),
        "act_url": act_url(data.act) if data.act else "",
        "followups": [(one, source(one.source) if one.source else None) for one in data.followups],
    }


urlpatterns = [
    path("places/<slug:slug>/promises/", promises, name="promises"),
    path("places/<slug:slug>/promises.json", promises, {"ending": "json"}, name="promises_json"),
    path("places/<slug:slug>/promises.csv", promises, {"ending": "csv"}, name="promises_csv"),
    path("promises/<str:promise_id>/", promise, name="promise"),
]
