"""What somebody knows about a place: a public body that must act there, a fact with its source. Anybody may tell."""

from __future__ import annotations

from collections.abc import Callable
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
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.places.actions import add_body, claim
from smallplaces.places.enums import BodyKind, ClaimField
from smallplaces.places.queries import bodies_of, get_place
from smallplaces.web.desk.issue_forms import LanguageForm
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.visitors import slow_down

READ_OR_SEND = ["GET", "HEAD", "POST"]


class SourcedForm(LanguageForm):
    """Words in a language, and where they are known from."""

    source = CleanField(
        label=_lazy("Where you know this from"),
        max_length=1000,
        help_text=_lazy("A text, an address, or “we live here”."),
    )


class BodyForm(SourcedForm):
    """A public body or a company, by its own name."""

    name = CleanField(label=_lazy("Its own name"), max_length=200)
    kind = forms.ChoiceField(label=_lazy("What it is"), choices=[("", "…"), *BodyKind.choices])
    contact = CleanField(
        label=_lazy("How to reach it"),
        max_length=1000,
        required=False,
        help_text=_lazy("An office, a desk, a public address; never somebody’s home."),
    )
    field_order = ["name", "kind", "contact", "lang", "source"]


class FactForm(SourcedForm):
    """One fact about the place."""

    field = forms.ChoiceField(label=_lazy("What you tell about"), choices=[("", "…"), *ClaimField.choices])
    text = CleanField(lines=True, label=_lazy("In words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    on = forms.CharField(
        label=_lazy("Of which time"),
        required=False,
        max_length=10,
        help_text=_lazy("A day, a month or a year, as it is known: 2026-03-08, 2026-03 or 2026."),
    )
    field_order = ["field", "text", "lang", "on", "source"]


def tell(request: HttpRequest, slug: str, form_class: type[SourcedForm], write: Callable[..., Any]) -> HttpResponse:
    """One form about a place, and what comes of it: public at once for those who may accept it, else waiting."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    place = get_place(slug, viewer=viewer)
    form = form_class(posted(request), lang=place.lang)
    if request.method == "POST" and form.is_valid():
        try:
            slow_down(request, "fact", most=20)
            row = write(place, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            kept = _("Kept. Everybody reads it now.")
            waits = _("Thank you. It waits until somebody who knows the place has looked at it.")
            messages.success(request, kept if row.standing == Standing.ACCEPTED else waits)
            return redirect("public:place", slug)
    asks_body = form_class is BodyForm
    context = {
        "form": form,
        "place": place,
        "fictional": place.fictional,
        "asks_body": asks_body,
        "bodies": bodies_of(place, viewer=viewer) if asks_body else [],
    }
    return render(request, "public/place_tell.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
def place_body(request: HttpRequest, slug: str) -> HttpResponse:
    """Names a public body or a company that must act in a place."""
    return tell(request, slug, BodyForm, add_body)


@require_http_methods(READ_OR_SEND)
def place_fact(request: HttpRequest, slug: str) -> HttpResponse:
    """Says one fact about a place."""
    return tell(request, slug, FactForm, claim)


urlpatterns = [
    path("places/<slug:slug>/name-a-body/", place_body, name="place_body"),
    path("places/<slug:slug>/tell/", place_fact, name="place_fact"),
]
