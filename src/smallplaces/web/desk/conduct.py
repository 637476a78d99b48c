"""How we treat one another, and who of us is named on the group's page by their own choice."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import agree_conduct, name_myself, take_my_name_away
from smallplaces.groups.policies import may_hold
from smallplaces.groups.queries import get_group
from smallplaces.groups.voices import named_people, our_group
from smallplaces.web.desk.decisions import READ_OR_SEND, day
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse


class ConductForm(forms.Form):
    """The charter of conduct, in the group's own words."""

    conduct = forms.CharField(
        label=_lazy("How we treat one another"),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_lazy("Everybody reads it on the page of your group. One line for each thing reads best aloud."),
    )


class NameForm(forms.Form):
    """A person names themselves, and nobody else."""

    name = forms.CharField(
        label=_lazy("The name that everybody may read"), max_length=100, help_text=_lazy("A first name is enough.")
    )
    does = forms.CharField(label=_lazy("What you do for the group"), required=False, max_length=200)
    reach = forms.CharField(
        label=_lazy("How people reach you"),
        required=False,
        max_length=300,
        help_text=_lazy("A place and an hour do as well as a number."),
    )
    until = day(
        label=_lazy("Until when"), help_text=_lazy("Two years at most. The day after, your name is gone by itself.")
    )


@require_http_methods(READ_OR_SEND)
@member_required
def conduct(request: HttpRequest, slug: str) -> HttpResponse:
    """Holders write down how the group treats people."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = get_group(slug, viewer=viewer)
    require(may_hold(group, viewer), _("Only the holders of this group can change what it says about itself."))
    form = ConductForm(posted(request), initial={"conduct": group.conduct})
    if request.method == "POST" and form.is_valid():
        agree_conduct(group, **form.cleaned_data, by=viewer)
        messages.success(request, _("The page of your group says it now."))
        return redirect("public:group", slug=group.slug)
    context = {"form": form, "group": group, "fictional": group.place.fictional}
    return render(request, "desk/conduct.html", context, status=422 if form.errors else 200)


@require_http_methods(READ_OR_SEND)
@member_required
def voices(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is named on the group's page, and naming oneself there, changing it, or being named no more."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer=viewer)
    if request.method == "POST" and "no_more" in request.POST:
        take_my_name_away(group, by=viewer)
        messages.success(request, _("Your name is gone from the page of the group."))
        return redirect("desk:voices", slug)
    named = named_people(group, viewer=viewer)
    mine = next((one for one in named if one.is_you), None)
    initial = {field: getattr(mine, field) for field in NameForm.base_fields} if mine else None
    form = NameForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            name_myself(group, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Your name stands on the page of the group until that day."))
            return redirect("desk:voices", slug)
    context = {"form": form, "group": group, "named": named, "mine": mine, "fictional": group.place.fictional}
    return render(request, "desk/voices.html", context, status=422 if form.errors else 200)


urlpatterns = [
    path("groups/<slug:slug>/how-we-treat-one-another/", conduct, name="conduct"),
    path("groups/<slug:slug>/who-speaks-for-us/", voices, name="voices"),
]
