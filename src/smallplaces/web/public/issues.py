"""An issue, band by band: the whole thread on one page."""

from __future__ import annotations

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.commitments.queries import get_clause
from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.issues.queries import issue_for, rankings_with_issue
from smallplaces.thread.bands import issue_page
from smallplaces.thread.refs import Ref
from smallplaces.web.issue_shown import shown
from smallplaces.web.pages import page
from smallplaces.web.ranking_shown import issue_first
from smallplaces.web.templatetags.addresses import address


@require_safe
def issue(request: HttpRequest, slug: str, issue_id: str, words: str = "") -> HttpResponse:  # noqa: ARG001  (the id alone is read)
    """The nine bands. A wrong place or a wrong tail leads to the right address; the words are kept in none."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    data = issue_page(issue_id, viewer=viewer, today=today())
    right = address(data.issue)
    if request.path != unquote(right):
        return redirect(right)
    firsts = issue_first(rankings_with_issue(issue_id, viewer=viewer), issue_id)
    return page(request, data, "public/issue.html", address=request.build_absolute_uri(), firsts=firsts, **shown(data))


@require_safe
def issue_by_id(request: HttpRequest, issue_id: str) -> HttpResponse:
    """The short address of an issue, for whoever knows its id alone."""
    return redirect(address(issue_for(issue_id, viewer=request.viewer)))  # type: ignore[attr-defined]


@require_safe
def clause(request: HttpRequest, clause_id: str) -> HttpResponse:
    """The short address of a clause: its place in its text."""
    row = get_clause(clause_id, viewer=request.viewer)  # type: ignore[attr-defined]
    act = row.version.act
    return redirect(address(Ref(kind="clause", id=row.pk, text="", of_id=act.pk, note=act.title)))


urlpatterns = [
    path("places/<slug:slug>/issues/<str:issue_id>/", issue, name="issue"),
    path("places/<slug:slug>/issues/<str:issue_id>/<str:words>/", issue, name="issue"),
    path("issues/<str:issue_id>/", issue_by_id, name="issue_by_id"),
    path("clauses/<str:clause_id>/", clause, name="clause"),
]
