"""A group's public page, and asking for one."""

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
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import start_group
from smallplaces.groups.enums import GroupKind, GroupState
from smallplaces.groups.pages import group_page
from smallplaces.meetings.queries import next_meeting
from smallplaces.places.countries import countries
from smallplaces.places.queries import find_places, found, places_called
from smallplaces.web.announcing import announced
from smallplaces.web.forms import posted, refuse
from smallplaces.web.pages import page
from smallplaces.web.public.group_around import around
from smallplaces.web.public.place_lines import PlaceLine, place_line
from smallplaces.web.visitors import slow_down


class GroupForm(forms.Form):
    """A group, as the people who start it tell it."""

    place = forms.CharField(label=_lazy("Which place you work in"), max_length=200, help_text=_lazy("Its name."))
    country = forms.ChoiceField(label=_lazy("Country"), required=False)
    name = forms.CharField(label=_lazy("What your group is called"), max_length=200)
    kind = forms.ChoiceField(label=_lazy("What it is"), choices=GroupKind.choices, initial=GroupKind.CORE)
    about = forms.CharField(
        label=_lazy("What you do, in a few sentences"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contact = forms.CharField(
        label=_lazy("How people reach you"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_lazy("Everybody will see this. A place and an hour do as well as a number."),
    )
    story_contact = forms.CharField(
        label=_lazy("Whom people can tell what no page should hear"),
        max_length=500,
        required=False,
        help_text=_lazy("It stands beside every box for sentences: names and stories belong with a person you trust."),
    )
    lang = forms.CharField(
        label=_lazy("The language of these words"),
        initial="en",
        max_length=35,
        help_text=_lazy("Its short code: en, es, ar, pt-BR."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country = self.fields["country"]
        country.choices = [("", _("any")), *countries(get_language() or "en")]  # type: ignore[attr-defined]


def lines(words: str, country: str, viewer: Viewer) -> list[PlaceLine]:
    """The places that could be meant, to choose one by its address."""
    lang = get_language() or "en"
    exact = [found(place) for place in places_called(words, country, viewer=viewer)]
    near = exact or find_places(words, country=country, viewer=viewer)
    return [place_line(one, lang) for one in near[:20]]


def ask(request: HttpRequest, form: GroupForm) -> Any:
    """Starts the group of a valid form in the one place that was meant. Raises RefusedError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    slow_down(request, "group", most=10)
    fields = dict(form.cleaned_data)
    meant = places_called(fields.pop("place"), fields.pop("country"), viewer=viewer)
    if len(meant) != 1:
        one_of = _("Several places have this name. Choose one of those below.")
        none = _("No place of this name is here. Choose one of those below, or add yours first.")
        raise RefusedError(one_of if meant else none, field="place")
    return start_group(meant[0], **fields, by=viewer)


@require_http_methods(["GET", "HEAD", "POST"])
def group_start(request: HttpRequest) -> HttpResponse:
    """The form; places to choose from where the name is not one place's alone."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    form = GroupForm(posted(request), initial={"place": request.GET.get("place", "")[:200]})
    choose: list[PlaceLine] = []
    if request.method == "POST" and form.is_valid():
        meant = (form.cleaned_data["place"], form.cleaned_data["country"])
        try:
            group = ask(request, form)
        except RefusedError as error:
            refuse(form, error)
            if error.field == "place":
                choose = lines(*meant, viewer)
        else:
            return started(request, group)
    context = {"form": form, "choose": choose, "missing": bool(form.errors.get("place"))}
    return render(request, "public/group_start.html", context, status=422 if form.errors else 200)


def started(request: HttpRequest, group: Any) -> HttpResponse:
    """Where a person goes who has asked for a group."""
    if group.state == GroupState.ASKED:
        words = _("Thank you. A steward of this site looks at it, and reaches you as you said.")
        messages.success(request, words)
        return redirect("public:home")
    messages.success(request, _("%(name)s has begun. Invite its two holders.") % {"name": group.name})
    return redirect("desk:group", slug=group.slug)


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """Who they are, where, how to reach them, what they decided in public."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    data = group_page(slug, viewer=viewer)
    coming = next_meeting(viewer=viewer, group_id=data.id)
    blocks = around(slug, viewer=viewer)
    return page(request, data, "public/group.html", meeting=announced(coming) if coming else None, **blocks)


urlpatterns = [
    path("groups/start/", group_start, name="group_start"),
    path("groups/<slug:slug>/", group, name="group"),
]
