"""Which demands of ours a text answers, said after it came in; and taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from smallplaces.commitments import actions, queries
from smallplaces.core.viewers import Viewer
from smallplaces.web.desk.promise_forms import TieForm
from smallplaces.web.desk.signed_in import member_required


def demand_choices(place: Any, viewer: Viewer) -> list[tuple[str, str]]:
    """The demands of our groups at a place."""
    rows = queries.demands_of_groups(viewer)
    return [(one.pk, one.text) for one in rows if one.issue.place_id == place.pk]


def tie_form(place: Any, page: queries.ActPage, viewer: Viewer, data: Any = None) -> TieForm:
    """The demands of our groups at its place that the text is not tied to yet."""
    tied = {one.id for one in page.demands}
    choices = [one for one in demand_choices(place, viewer) if one[0] not in tied]
    return TieForm(data, prefix="demand", label=_("Which demand does it answer?"), choices=choices)


@member_required
@require_POST
def act_tie(request: HttpRequest, act_id: str) -> HttpResponse:
    """Ties a text to one more demand of ours."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_act(act_id, viewer=viewer)
    form = tie_form(row.place, queries.act_page(act_id, viewer=viewer), viewer, request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a demand, and say where this was found."))
        return redirect("desk:act", act_id)
    demand = queries.get_demand(form.cleaned_data["to"], viewer=viewer)
    actions.answer_demand_with(row, [demand], made_in=form.cleaned_data["made_in"], by=viewer)
    messages.success(request, _("The link is kept."))
    return redirect("desk:act", act_id)


@member_required
@require_POST
def act_untie(request: HttpRequest, act_id: str) -> HttpResponse:
    """Undoes a link of a text to a demand of ours."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_act(act_id, viewer=viewer)
    demand = queries.get_demand(request.POST.get("demand", ""), viewer=viewer)
    actions.answer_demand_no_more(row, [demand], by=viewer)
    messages.success(request, _("The link is taken away. The text stays."))
    return redirect("desk:act", act_id)


urlpatterns = [
    path("acts/<str:act_id>/tie/", act_tie, name="act_tie"),
    path("acts/<str:act_id>/untie/", act_untie, name="act_untie"),
]
