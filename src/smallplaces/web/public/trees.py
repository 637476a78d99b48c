"""The tree of an issue as one sheet for the wall."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.issues.queries import gains_of, issue_for, tree_of


@require_safe
def issue_tree(request: HttpRequest, slug: str, issue_id: str) -> HttpResponse:
    """The whole tree for the group's people; for others only where the room made it public."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    issue = issue_for(issue_id, viewer=viewer)
    if issue.place_slug != slug or not issue.tree_visible:
        raise NotVisibleError(issue_id)
    context = {
        "issue": issue,
        "causes": tree_of(issue_id, viewer=viewer),
        "gains": gains_of(issue_id, viewer=viewer),
        "fictional": issue.fictional,
        "from_words": issue.group_name,
        "printed_on": today(),
    }
    return render(request, "public/tree.html", context)


urlpatterns = [path("places/<slug:slug>/issues/<str:issue_id>/tree/", issue_tree, name="issue_tree")]
