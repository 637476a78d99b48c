"""Add a place: anybody may, a steward looks at it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.places.actions import propose_place
from smallplaces.places.countries import countries, only_zone_of, zones
from smallplaces.places.enums import PlaceKind
from smallplaces.places.queries import places_called
from smallplaces.web.forms import posted, refuse
from smallplaces.web.long_select import LongSelect
from smallplaces.web.visitors import slow_down


class PlaceForm(forms.Form):
    """A place, as somebody who lives there tells it."""

    name = forms.CharField(label=_lazy("Its name"), max_length=200)
    kind = forms.ChoiceField(label=_lazy("What it is"), choices=[("", "…"), *PlaceKind.choices])
    kind_words = forms.CharField(
        label=_lazy("What it is, in your own words"),
        max_length=200,
        required=False,
        help_text=_lazy("As in “river town and the villages round it”."),
    )
    country = forms.ChoiceField(label=_lazy("Country"), widget=LongSelect)
    parent = forms.CharField(
        label=_lazy("What it is part of"),
        max_length=200,
        required=False,
        help_text=_lazy("The name of a county, region or city that is here already."),
    )
    zone = forms.ChoiceField(
        widget=LongSelect,
        label=_lazy("Time zone"),
        required=False,
        help_text=_lazy("Needed only where the country has several."),
    )
    lang = forms.CharField(
        label=_lazy("The language of the name"),
        initial="en",
        max_length=35,
        help_text=_lazy("Its short code: en, es, ar, pt-BR."),
    )
    source = forms.CharField(
        label=_lazy("Where you know this from"),
        max_length=1000,
        help_text=_lazy("A text, an address, or “we live here”."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country, zone = self.fields["country"], self.fields["zone"]
        country.choices = [("", "…"), *countries(get_language() or "en")]  # type: ignore[attr-defined]
        zone.choices = [("", _("the country’s own")), *((one, one.replace("_", " ")) for one in zones())]  # type: ignore[attr-defined]


def found_parent(words: str, country: str, viewer: Viewer) -> Any:
    """The one place of that name or address in that country; None for no words. Raises RefusedError."""
    if not words.strip():
        return None
    found = places_called(words, country, viewer=viewer)
    if len(found) == 1:
        return found[0]
    if found:
        slugs = ", ".join(place.slug for place in found)
        raise RefusedError(
            _("Several places have this name. Write the end of its address instead: %(slugs)s.") % {"slugs": slugs},
            field="parent",
        )
    raise RefusedError(
        _("No place of this name is here in this country. Add that one first, or leave this empty."), field="parent"
    )


def add(request: HttpRequest, form: PlaceForm) -> Any:
    """Proposes the place of a valid form. Raises RefusedError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    slow_down(request, "place", most=10)
    fields = dict(form.cleaned_data)
    zone = fields.pop("zone") or only_zone_of(fields["country"])
    if not zone:
        raise RefusedError(_("This country has several time zones. Choose the one of this place."), field="zone")
    parent = found_parent(fields.pop("parent"), fields["country"], viewer)
    return propose_place(fields.pop("name"), **fields, zone=zone, parent=parent, by=viewer)


@require_http_methods(["GET", "HEAD", "POST"])
def place_add(request: HttpRequest) -> HttpResponse:
    """The form, and what comes of it: public at once for a steward, else waiting."""
    form = PlaceForm(posted(request), initial={"name": request.GET.get("name", "")[:200]})
    if request.method == "POST" and form.is_valid():
        try:
            place = add(request, form)
        except RefusedError as error:
            refuse(form, error)
        else:
            if place.standing == Standing.ACCEPTED:
                messages.success(request, _("%(name)s is here now.") % {"name": place.name})
                return redirect("public:place", slug=place.slug)
            messages.success(
                request, _("Thank you. %(name)s waits until a steward has looked at it.") % {"name": place.name}
            )
            return redirect("public:home")
    return render(request, "public/places_add.html", {"form": form}, status=422 if form.errors else 200)


urlpatterns = [path("places/add/", place_add, name="place_add")]
