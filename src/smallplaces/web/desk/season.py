"""Our own season: the measures that can be counted, to print for the group's own committee. Sent nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from smallplaces.core.clock import today
from smallplaces.thread.season import season_from, season_page
from smallplaces.web.desk.group_steps import our_group
from smallplaces.web.desk.signed_in import member_required


@member_required
@require_safe
def season(request: HttpRequest, slug: str) -> HttpResponse:
    """Three months from the month that the address names; else the present quarter of the year."""
    group = our_group(request, slug)
    here = today(group.place.zone)
    its = season_from(request.GET.get("from", ""), today=here)
    context = {
        "group": group,
        "page": season_page(group, its, viewer=request.viewer, today=here),  # type: ignore[attr-defined]
        "season": its,
        "running": its.end >= here,
        "fictional": group.place.fictional,
        "from_words": group.name,
        "printed_on": date_format(here, "j F Y"),
    }
    return render(request, "desk/season.html", context)


urlpatterns = [path("groups/<slug:slug>/season/", season, name="season")]
