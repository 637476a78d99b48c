"""One step in public: who does what by when, and what came of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.viewers import Viewer
from smallplaces.issues.queries import issues_by_ids
from smallplaces.steps.queries import step_for, steps_for
from smallplaces.thread.walk import both
from smallplaces.web.pages import page
from smallplaces.web.step_lines import shown_steps


@require_safe
def step(request: HttpRequest, step_id: str) -> HttpResponse:
    """A step that was published, with what it is for and the steps before and after it."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    line = step_for(step_id, viewer=viewer)
    whom = {f"{line.for_kind}_ids": [line.for_id]}
    issue = issues_by_ids([line.for_id], viewer=viewer).get(line.for_id) if line.for_kind == "issue" else None
    others = shown_steps(one for one in steps_for(**whom, viewer=viewer) if one.id != step_id)
    return page(
        request, line, "public/step.html", issue=issue, others=others, walked=both("step", step_id, viewer=viewer)
    )


urlpatterns = [path("steps/<str:step_id>/", step, name="step")]
