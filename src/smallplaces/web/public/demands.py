"""What we ask: a demand with its answers, and the page where others sign it."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.commitments import actions, queries
from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError
from smallplaces.thread.beside import rights_of
from smallplaces.thread.walk import both
from smallplaces.web.forms import refuse
from smallplaces.web.pages import page
from smallplaces.web.promising import act_shown, day, demand_shown, promise_shown, source
from smallplaces.web.visitors import slow_down

SIGNATURES_AN_HOUR = 20


class SignForm(forms.Form):
    """A name by choice: a group's, or a person's with a day on which it goes."""

    who = forms.ChoiceField(
        label=gettext_lazy("Who signs?"),
        choices=[("group", gettext_lazy("a group or an organisation")), ("person", gettext_lazy("I, a person"))],
        widget=forms.RadioSelect,
        initial="group",
    )
    name = forms.CharField(
        max_length=200,
        label=gettext_lazy("The name that shall stand here"),
        help_text=gettext_lazy("Everybody will read it. A group's name is enough; your own only if you wish."),
    )
    sector = forms.CharField(
        max_length=100,
        required=False,
        label=gettext_lazy("What sort of group, or what work"),
        help_text=gettext_lazy("For example: tenants, nurses, a parish."),
    )
    identification_only = forms.BooleanField(
        required=False,
        label=gettext_lazy("The organisation is named for identification only"),
        help_text=gettext_lazy("Tick this when you sign for yourself and the organisation has not decided."),
    )
    shown_until = forms.DateField(
        required=False,
        label=gettext_lazy("A person's name goes on this day"),
        help_text=gettext_lazy("A year from now, unless you choose another day."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )


@require_safe
def demand(request: HttpRequest, demand_id: str, ending: str = "") -> HttpResponse:
    """One demand: on whom, who signs it, what came back."""
    viewer = request.viewer  # type: ignore[attr-defined]
    data = queries.demand_page(demand_id, viewer=viewer)
    return page(
        request,
        data,
        "public/demand.html",
        ending=ending,
        demand=demand_shown(data),
        walked=both("demand", demand_id, viewer=viewer),
        rights=rights_of("demand", [data], place=data.place_slug, viewer=viewer),
        asked_on=day(data.asked_on) if data.asked_on else "",
        answers=[(one, source(one.source) if one.source else None) for one in data.answers],
        promises=[promise_shown(one) for one in data.promises],
        acts=[act_shown(one) for one in data.acts],
        ours=viewer.is_member_of(queries.get_demand(demand_id, viewer=viewer).group_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def demand_sign(request: HttpRequest, demand_id: str) -> HttpResponse:
    """Signs a demand. The name waits until somebody of the group has looked at it."""
    viewer = request.viewer  # type: ignore[attr-defined]
    thing = queries.get_demand(demand_id, viewer=viewer)
    data = queries.demand_page(demand_id, viewer=viewer)
    until = today(thing.issue.place.zone) + dt.timedelta(days=365)
    form = SignForm(request.POST or None, initial={"shown_until": until})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        person = given.pop("who") == "person"
        if not person:
            given["shown_until"] = None
        try:
            slow_down(request, "sign", most=SIGNATURES_AN_HOUR)
            actions.sign(demand=thing, is_person=person, **given, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Thank you. The name stands here once somebody of the group has looked at it."))
            return redirect("public:demand", demand_id)
    status = 422 if form.errors else 200
    context = {"page": data, "form": form, "fictional": data.fictional, "demand": demand_shown(data)}
    return render(request, "public/demand_sign.html", context, status=status)


urlpatterns = [
    path("demands/<str:demand_id>.json", demand, {"ending": "json"}, name="demand_json"),
    path("demands/<str:demand_id>/", demand, name="demand"),
    path("demands/<str:demand_id>/sign/", demand_sign, name="demand_sign"),
]
