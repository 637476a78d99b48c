"""What is wrong, and what is missing: anybody proposes with a source, no account, nothing asked about the person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.places.actions import propose_correction, propose_milestone
from smallplaces.places.correcting import Correctable, find_correctable
from smallplaces.places.enums import About, ClaimField, Designation, MilestoneKind
from smallplaces.places.queries import claims_of, get_place
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.public.places_tell import SourcedForm
from smallplaces.web.visitors import slow_down

READ_OR_SEND = ["GET", "HEAD", "POST"]
SHORT = 60


class CorrectionForm(SourcedForm):
    """Which fact, what it should say, where that is known from, and why."""

    field = forms.ChoiceField(label=_lazy("What is wrong"))
    text = CleanField(lines=True, label=_lazy("What it should say"), widget=forms.Textarea(attrs={"rows": 3}))
    why = CleanField(label=_lazy("Why, if it needs a word"), max_length=1000, required=False)
    field_order = ["field", "text", "lang", "source", "why"]

    def __init__(self, *args: Any, thing: Correctable, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["field"].choices = [(one.field, _fact_words(str(one.label), one.now)) for one in thing.facts]  # type: ignore[attr-defined]
        if [one.field for one in thing.facts] == [ClaimField.DESIGNATION]:
            self.fields["text"] = forms.ChoiceField(label=_("What it should say"), choices=Designation.choices)


class MilestoneForm(SourcedForm):
    """A day in the history of a place."""

    title = CleanField(label=_lazy("What happened, in a few words"), max_length=300)
    kind = forms.ChoiceField(label=_lazy("What it was"), choices=[("", "…"), *MilestoneKind.choices])
    on = forms.CharField(
        label=_lazy("When it was"),
        max_length=10,
        help_text=_lazy("A day, a month or a year, as it is known: 2026-03-08, 2026-03 or 2026."),
    )
    text = CleanField(
        lines=True,
        label=_lazy("What there is to tell about it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ["title", "kind", "on", "text", "lang", "source"]


def _fact_words(label: str, now: str) -> str:
    words = now if len(now) <= SHORT else now[: SHORT - 1] + "…"
    return _("%(fact)s; now: “%(words)s”") % {"fact": label, "words": words} if words else label


@require_http_methods(READ_OR_SEND)
def correct(request: HttpRequest, slug: str, about: str = About.PLACE.value, thing_id: str = "") -> HttpResponse:
    """Says that a fact about the place, a day of its history or a text is wrong."""
    viewer = request.viewer  # type: ignore[attr-defined]
    place = get_place(slug, viewer=viewer)
    thing = find_correctable(about, thing_id or place.pk, viewer=viewer)
    if thing.place is None or thing.place.pk != place.pk:
        raise NotVisibleError(thing_id)
    return _correct(request, thing)


@require_http_methods(READ_OR_SEND)
def correct_day(request: HttpRequest, thing_id: str) -> HttpResponse:
    """Says that a day of the movement is wrong; those of a place are corrected from its page."""
    thing = find_correctable(About.MILESTONE.value, thing_id, viewer=request.viewer)  # type: ignore[attr-defined]
    if thing.place is not None:
        raise NotVisibleError(thing_id)
    return _correct(request, thing)


def _correct(request: HttpRequest, thing: Correctable) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]
    form = CorrectionForm(
        posted(request), thing=thing, lang=thing.lang, initial={"field": request.GET.get("field", "")}
    )
    if request.method == "POST" and form.is_valid():
        try:
            slow_down(request, "correction", most=20)
            row = propose_correction(thing, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            _thank(request, accepted=row.standing == Standing.ACCEPTED)
            return redirect("public:place", thing.place.slug) if thing.place else redirect("public:timeline")
    whole = thing.place is not None and thing.id == thing.place.pk
    context = {
        "form": form,
        "thing": thing,
        "place": thing.place,
        "fictional": bool(thing.place and thing.place.fictional),
        "claims": [one for one in claims_of(thing.place, viewer=viewer) if one.shown != "replaced"]
        if whole and thing.place
        else [],
    }
    return render(request, "public/correct.html", context, status=422 if form.errors else 200)


def _thank(request: HttpRequest, *, accepted: bool) -> None:
    kept = _("Kept. Everybody reads it now; what stood there before is in its history.")
    waits = _("Thank you. It waits until somebody who knows the place has looked at it.")
    messages.success(request, kept if accepted else waits)


@require_http_methods(READ_OR_SEND)
def add_day(request: HttpRequest, slug: str) -> HttpResponse:
    """Adds a day to the history of a place."""
    viewer = request.viewer  # type: ignore[attr-defined]
    place = get_place(slug, viewer=viewer)
    form = MilestoneForm(posted(request), lang=place.lang)
    if request.method == "POST" and form.is_valid():
        try:
            slow_down(request, "milestone", most=20)
            row = propose_milestone(place, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            _thank(request, accepted=row.standing == Standing.ACCEPTED)
            return redirect("public:place_timeline", slug)
    context = {"form": form, "place": place, "fictional": place.fictional}
    return render(request, "public/timeline_add.html", context, status=422 if form.errors else 200)


urlpatterns = [
    path("timeline/correct/<str:thing_id>/", correct_day, name="correct_day"),
    path("places/<slug:slug>/timeline/add/", add_day, name="timeline_add"),
    path("places/<slug:slug>/correct/", correct, name="correct"),
    path("places/<slug:slug>/correct/<str:about>/<str:thing_id>/", correct, name="correct_thing"),
]
