"""Our work on a place: what somebody proposed about it, claims that differ, and putting its facts right."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.places import actions
from smallplaces.places.countries import zones
from smallplaces.places.enums import ClaimStanding, PlaceKind
from smallplaces.places.queries import (
    bodies_of,
    claims_of,
    corrections_waiting,
    get_body,
    get_claim,
    get_milestone,
    get_place,
    milestones_waiting,
)
from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField


class PlaceFactsForm(LanguageForm):
    """What a place is called and is. What stood here before stays in its history."""

    name = CleanField(label=_lazy("Its name"), max_length=200)
    kind = forms.ChoiceField(label=_lazy("What it is"), choices=PlaceKind.choices)
    kind_words = CleanField(label=_lazy("What it is, in your own words"), max_length=200, required=False)
    zone = forms.ChoiceField(label=_lazy("Time zone"))
    source = CleanField(label=_lazy("Where is this known from?"), max_length=1000)
    field_order = ["name", "lang", "kind", "kind_words", "zone", "source"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["zone"].choices = [(one, one.replace("_", " ")) for one in zones()]  # type: ignore[attr-defined]


def place_of_ours(slug: str, viewer: Viewer) -> Any:
    """A place whose facts the viewer may put right; for others these pages do not exist. Raises NotVisibleError."""
    place = get_place(slug, viewer=viewer)
    if not viewer.may_accept_at(place.pk):
        raise NotVisibleError(slug)
    return place


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """What waits, what is claimed, and the facts to put right."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = place_of_ours(slug, viewer)
    now = {name: getattr(row, name) for name in ("name", "kind", "kind_words", "zone")}
    form = PlaceFactsForm(posted(request), lang=row.lang, initial=now)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        source = given.pop("source")
        try:
            actions.change_place(row, given, source=source, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Kept. What stood here before is in its history."))
            return redirect("desk:place", slug)
    context = {
        "form": form,
        "place": get_place(slug, viewer=viewer),
        "fictional": row.fictional,
        "bodies": bodies_of(row, viewer=viewer),
        "claims": claims_of(row, viewer=viewer),
        "standings": ClaimStanding.choices,
        "corrections": corrections_waiting(viewer, place_id=row.pk),
        "days": [one for one in milestones_waiting(viewer) if one.place_slug == row.slug],
    }
    return render(request, "desk/place.html", context, status=422 if form.errors else 200)


def check_it_waits(thing: Any, place: Any) -> None:
    """Only what waits at this place is settled. Raises NotVisibleError."""
    if thing.place_id != place.pk or thing.standing != Standing.PROPOSED:
        raise NotVisibleError(thing.pk)


@member_required
@require_POST
def place_settle(request: HttpRequest, slug: str, kind: str, thing_id: str) -> HttpResponse:
    """Accepts a body, a claim or a day of history that was proposed, or does not."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = place_of_ours(slug, viewer)
    yes = request.POST.get("answer") == "accept"
    if kind == "body":
        body = get_body(thing_id, viewer=viewer)
        check_it_waits(body, row)
        (actions.accept_body if yes else actions.refuse_body)(body, by=viewer)
    elif kind == "claim":
        claim = get_claim(thing_id, viewer=viewer)
        check_it_waits(claim, row)
        (actions.accept_claim if yes else actions.refuse_claim)(claim, by=viewer)
    elif kind == "milestone":
        day = get_milestone(thing_id, viewer=viewer)
        check_it_waits(day, row)
        (actions.accept_milestone if yes else actions.refuse_milestone)(day, by=viewer)
    else:
        raise NotVisibleError(kind)
    messages.success(request, _("Accepted: everybody reads it now.") if yes else _("Not accepted. Nobody sees it."))
    return redirect("desk:place", slug)


@member_required
@require_POST
def claim_stands(request: HttpRequest, slug: str, claim_id: str) -> HttpResponse:
    """Says whether a claim stands, is one of several that differ, or was replaced."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = place_of_ours(slug, viewer)
    claim = get_claim(claim_id, viewer=viewer)
    if claim.place_id != row.pk:
        raise NotVisibleError(claim_id)
    try:
        actions.set_aside_claim(claim, request.POST.get("shown", ""), by=viewer)
    except RefusedError as error:
        messages.error(request, error.sentence)
    else:
        messages.success(request, _("Kept."))
    return redirect("desk:place", slug)


urlpatterns = [
    path("places/<slug:slug>/", place, name="place"),
    path("places/<slug:slug>/claims/<str:claim_id>/", claim_stands, name="claim_stands"),
    path("places/<slug:slug>/<str:kind>/<str:thing_id>/", place_settle, name="place_fact_settle"),
]
