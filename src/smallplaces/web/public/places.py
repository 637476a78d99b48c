"""A place, and the list of places; each also as JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.queries import dialogues_of_place
from smallplaces.issues.queries import first_at_place
from smallplaces.issues.queries.rights import rights_of_issues_at
from smallplaces.issues.ranks import RankingLine
from smallplaces.meetings.queries import any_training
from smallplaces.norms.queries.recommendations import any_recommendation
from smallplaces.places.countries import country_called
from smallplaces.places.queries import get_place
from smallplaces.thread.lines import IssueHere, PlacePage
from smallplaces.thread.places import PlaceHere, place_page, places_page
from smallplaces.web.announcing import announced
from smallplaces.web.facts_shown import claim_shown, facts_shown
from smallplaces.web.issue_shown import borrowed
from smallplaces.web.pages import page
from smallplaces.web.promising import act_shown, demand_shown, promise_shown, source
from smallplaces.web.ranking_shown import put_first
from smallplaces.web.step_lines import shown_steps
from smallplaces.web.templatetags.addresses import address

LONGEST = 100
# What a reader came for, by the part of a place's page that answers: the doors of the first page.
PARTS = {
    "reach": _lazy("Choose a place to see who works there, and when they meet next."),
    "issues": _lazy("Choose a place to read what people say there."),
    "promised": _lazy("Choose a place to see what was promised there, and what became of it."),
    "told": _lazy("Choose a place to see what travelled from it to another, and what came of that."),
}
FIRST = 5


@require_safe
def places(request: HttpRequest, ending: str = "") -> HttpResponse:
    """All places, or those that answer to `?q=`; the made-up ones apart."""
    words = " ".join(request.GET.get("q", "").split())[:LONGEST]
    part = request.GET.get("part", "") if request.GET.get("part") in PARTS else ""
    data = places_page(words, viewer=request.viewer)  # type: ignore[attr-defined]
    return page(
        request,
        data,
        "public/places.html",
        ending=ending,
        rows=data.everything,
        places=[_line(one, part) for one in data.places],
        made_up=[_line(one, part) for one in data.made_up],
        asked=PARTS.get(part, ""),
        part=part,
    )


@require_safe
def place(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """Who works on what here, and when they meet next; all else below."""
    viewer = request.viewer  # type: ignore[attr-defined]
    zone = get_place(slug, viewer=viewer).zone
    data = place_page(slug, viewer=viewer, today=today(zone))
    return page(request, data, "public/place.html", ending=ending, rows=data.issues, **_shown(data, request, viewer))


def _shown(data: PlacePage, request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    firsts = first_at_place(data.id, viewer=viewer)
    return {
        "touched": rights_of_issues_at(data.id, viewer=viewer)[:FIRST],
        "recommended": any_recommendation(data.country),
        "country": country_called(data.country, get_language() or "en", data.country_name),
        "meeting": announced(data.meeting) if data.meeting else None,
        "issues": [_issue(one, firsts.get(one.id, [])) for one in data.issues],
        "steps": shown_steps(data.steps),
        "demands": [demand_shown(one) for one in data.demands],
        "acts": [act_shown(one) for one in data.acts[:FIRST]],
        "promises": [promise_shown(one) for one in data.promises[:FIRST]],
        "given": [borrowed(one) for one in data.given],
        "taken": [borrowed(one) for one in data.taken],
        "dialogues": dialogues_of_place(data.id, viewer=viewer),
        "facts": facts_shown(data),
        "days": [(one, source(one.source) if one.source else None) for one in data.days],
        "former": [claim_shown(one) for one in data.claims if one.shown == "replaced"],
        "source": source(data.source),
        "trainings": any_training(data.id, viewer=viewer),
        "may_accept": viewer.may_accept_at(data.id),
        "ours": [one for one in data.groups if one.ours],
        "address": request.build_absolute_uri(reverse("public:place", args=[data.slug])),
    }


def _line(one: PlaceHere, part: str) -> dict[str, Any]:
    """A place as `_components/place_line.html` reads it."""
    country = country_called(one.country, get_language() or "en", one.country_name)
    within = _("%(parent)s, %(country)s") % {"parent": one.parent_name, "country": country}
    return {
        "name": one.name,
        "url": reverse("public:place", args=[one.slug]) + (f"#{part}" if part else ""),
        "kind": one.place_kind,
        "country": within if one.parent_name else country,
        "groups": ", ".join(one.groups),
    }


def _issue(one: IssueHere, firsts: Sequence[RankingLine] = ()) -> dict[str, Any]:
    """An issue as `_components/issue_line.html` reads it."""
    words = _("An issue whose words were taken back") if one.taken_back else _("“%(words)s”") % {"words": one.text}
    return {
        "words": words,
        "lang": "" if one.taken_back else one.lang,
        "dir": one.dir,
        "url": address(one),
        "state": one.state,
        "facts": " ".join(
            [
                *([_("only our group reads this")] if one.private else []),
                *(put_first(line, ranked) for line in firsts[:1] if (ranked := line.of(one.id))),
            ]
        ),
    }


urlpatterns = [
    path("places/", places, name="places"),
    path("places.json", places, {"ending": "json"}, name="places_json"),
    path("places.csv", places, {"ending": "csv"}, name="places_csv"),
    path("places/<slug:slug>/", place, name="place"),
    path("places/<slug:slug>.json", place, {"ending": "json"}, name="place_json"),
    path("places/<slug:slug>.csv", place, {"ending": "csv"}, name="place_csv"),
]
