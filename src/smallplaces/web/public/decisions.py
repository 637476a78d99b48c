"""What a group decided: the log, and one decision with what came before and after it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.groups.decided import decision_log, decision_page
from smallplaces.steps.queries import steps_for
from smallplaces.web.pages import page
from smallplaces.web.step_lines import shown_steps


@require_safe
def decisions(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """The decisions of a group that the reader may see, newest first."""
    data = decision_log(slug, viewer=request.viewer)  # type: ignore[attr-defined]
    return page(request, data, "public/decisions.html", ending=ending, rows=data.decisions)


@require_safe
def decision(request: HttpRequest, decision_id: str) -> HttpResponse:
    """One decision for those who may see it; what its own group does with it stands below."""
    viewer = request.viewer  # type: ignore[attr-defined]
    data = decision_page(decision_id, viewer=viewer)
    steps = shown_steps(steps_for(decision_ids=[decision_id], viewer=viewer), at_desk=True)
    return page(request, data, "public/decision.html", steps=steps)


urlpatterns = [
    path("groups/<slug:slug>/decisions/", decisions, name="decisions"),
    path("groups/<slug:slug>/decisions.json", decisions, {"ending": "json"}, name="decisions_json"),
    path("groups/<slug:slug>/decisions.csv", decisions, {"ending": "csv"}, name="decisions_csv"),
    path("decisions/<str:decision_id>/", decision, name="decision"),
]
