"""Around an issue: other issues, who gains, who must act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.viewers import Viewer
from smallplaces.issues import actions, queries
from smallplaces.places.queries import bodies_of, get_body, get_place
from smallplaces.web.desk.issue_forms import DutyForm, GainForm, LinkForm
from smallplaces.web.desk.issues import READ_OR_SEND, our_issue, sent, shown
from smallplaces.web.desk.signed_in import member_required

if TYPE_CHECKING:
    from smallplaces.issues.models import Issue

WORDS_IN_A_LIST = 80


@member_required
@require_http_methods(READ_OR_SEND)
def issue_links(request: HttpRequest, issue_id: str) -> HttpResponse:
    """How this issue bears on others of the place."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    others = [
        (line.id, line.text[:WORDS_IN_A_LIST] or _("words taken back"))
        for line in queries.issues_of_place(ours.place_id, viewer=viewer)
        if line.id != issue_id
    ]
    form = LinkForm(request.POST or None, lang=ours.lang, others=others)

    def link(issue: Issue, *, other: str, by: Viewer, **fields: str) -> None:
        actions.link_issues(issue, other=queries.get_issue(other, viewer=by), by=by, **fields)

    if sent(request, ours, form, link, _("The two issues are linked.")):
        return redirect("desk:issue_links", issue_id)
    links = queries.links_of(issue_id, viewer=viewer)
    return shown(request, "desk/issue_links.html", form, issue=ours, links=links, others=others)


@member_required
@require_POST
def issue_unlink(request: HttpRequest, link_id: str) -> HttpResponse:
    """Takes a link away."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    link = queries.get_link(link_id, viewer=viewer)
    issue_id = link.issue_id
    actions.unlink_issues(link, by=viewer)
    messages.success(request, _("The link is gone. Both issues stay."))
    return redirect("desk:issue_links", issue_id)


@member_required
@require_http_methods(READ_OR_SEND)
def gains(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Who gains from it staying as it is."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    form = GainForm(request.POST or None, lang=ours.lang)
    if sent(request, ours, form, actions.add_gain, _("Kept.")):
        return redirect("desk:gains", issue_id)
    return shown(request, "desk/gain_list.html", form, issue=ours, gains=queries.gains_of(issue_id, viewer=viewer))


@member_required
@require_POST
def gain_remove(request: HttpRequest, gain_id: str) -> HttpResponse:
    """Takes a line about who gains away."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    gain = queries.get_gain(gain_id, viewer=viewer)
    issue_id = gain.issue_id
    actions.remove_gain(gain, by=viewer)
    messages.success(request, _("The line is gone."))
    return redirect("desk:gains", issue_id)


@member_required
@require_http_methods(READ_OR_SEND)
def duties(request: HttpRequest, issue_id: str) -> HttpResponse:
    """Who must act, and what stops them."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    ours = our_issue(issue_id, viewer)
    bodies = [(body.pk, body.name) for body in bodies_of(get_place(ours.place_slug, viewer=viewer), viewer=viewer)]
    form = DutyForm(request.POST or None, lang=ours.lang, bodies=bodies)

    def add(issue: Issue, *, body: str, by: Viewer, **fields: str) -> None:
        whom = None if body == "ourselves" else get_body(body, viewer=by)
        actions.add_duty(issue, body=whom, ourselves=whom is None, by=by, **fields)

    if sent(request, ours, form, add, _("Kept.")):
        return redirect("desk:duties", issue_id)
    return shown(request, "desk/duty_list.html", form, issue=ours, duties=queries.duties_of(issue_id, viewer=viewer))


@member_required
@require_POST
def duty_remove(request: HttpRequest, duty_id: str) -> HttpResponse:
    """Takes a line about who must act away."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    duty = queries.get_duty(duty_id, viewer=viewer)
    issue_id = duty.issue_id
    actions.remove_duty(duty, by=viewer)
    messages.success(request, _("The line is gone."))
    return redirect("desk:duties", issue_id)


urlpatterns = [
    path("issues/<str:issue_id>/other-issues/", issue_links, name="issue_links"),
    path("issues/other-issues/<str:link_id>/remove/", issue_unlink, name="issue_unlink"),
    path("issues/<str:issue_id>/who-gains/", gains, name="gains"),
    path("issues/who-gains/<str:gain_id>/remove/", gain_remove, name="gain_remove"),
    path("issues/<str:issue_id>/who-must-act/", duties, name="duties"),
    path("issues/who-must-act/<str:duty_id>/remove/", duty_remove, name="duty_remove"),
]
