"""What harmed us: one line each, for the group's own eyes. No other page, file or count knows of it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import note_harm, remove_harm
from smallplaces.groups.enums import HarmKind
from smallplaces.groups.voices import get_harm, harms_of, our_group
from smallplaces.web.desk.decisions import READ_OR_SEND, day
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse


class HarmForm(forms.Form):
    """One line: what went wrong, when, and how long it took to undo."""

    kind = forms.ChoiceField(label=_lazy("What went wrong"), choices=HarmKind.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_lazy("In one line"), max_length=500, help_text=_lazy("No name, and nothing that leads to a person.")
    )
    on = day(label=_lazy("On which day"))
    hours = forms.IntegerField(label=_lazy("Hours until it was undone"), required=False, min_value=0, max_value=100_000)


@require_http_methods(READ_OR_SEND)
@member_required
def harms(request: HttpRequest, slug: str) -> HttpResponse:
    """The lines, newest first, and one more."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer=viewer)
    form = HarmForm(posted(request), initial={"on": today(group.place.zone)})
    if request.method == "POST" and form.is_valid():
        try:
            note_harm(group, **form.cleaned_data, lang=group.lang, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Kept, for our own eyes."))
            return redirect("desk:harms", slug)
    lines = harms_of(group, viewer=viewer)
    context = {"form": form, "group": group, "harms": lines, "fictional": group.place.fictional}
    return render(request, "desk/harms.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def harm_remove(request: HttpRequest, harm_id: str) -> HttpResponse:
    """Takes a line away, as when it says too much."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    harm = get_harm(harm_id, viewer=viewer)
    remove_harm(harm, by=viewer)
    messages.success(request, _("The line is gone."))
    return redirect("desk:harms", harm.group.slug)


urlpatterns = [
    path("groups/<slug:slug>/what-harmed-us/", harms, name="harms"),
    path("harms/<str:harm_id>/remove/", harm_remove, name="harm_remove"),
]
