"""The norms behind a claim, as one sheet to print and hand to an official."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import formats
from django.views.decorators.http import require_safe

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.thread.rights_sheet import rights_sheet as sheet_of


@require_safe
def rights_sheet(request: HttpRequest, slug: str, issue_id: str) -> HttpResponse:
    """The claim, each right in short words, each article with how its text stands here."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    sheet = sheet_of(issue_id, viewer=viewer, today=today())
    if sheet.page.place_slug != slug:
        raise NotVisibleError(issue_id)
    context = {
        "page": sheet.page,
        "sheet": sheet,
        "demands": [one.demand for one in sheet.page.ask.demands if not one.demand.taken_back],
        "fictional": sheet.page.fictional,
        "from_words": sheet.page.issue.group_name,
        "printed_on": formats.date_format(today(), "j F Y"),
    }
    return render(request, "public/rights_sheet.html", context)


urlpatterns = [path("places/<slug:slug>/issues/<str:issue_id>/rights-sheet/", rights_sheet, name="rights_sheet")]
