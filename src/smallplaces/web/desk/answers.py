"""Making a link by which a public body answers, and closing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.commitments import actions, queries
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.places.queries import get_body
from smallplaces.web.desk.demands import our_demand
from smallplaces.web.desk.signed_in import member_required


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer_link(request: HttpRequest, kind: str, thing_id: str) -> HttpResponse:
    """Makes a link for one body on one public demand or promise. Its address is shown once."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    page = _page(kind, thing_id, viewer)
    asked = queries.bodies_asked(page)
    context: dict[str, Any] = {"page": page, "asked": asked, "kind": kind, "fictional": page.fictional}
    if request.method == "POST":
        body_id = request.POST.get("body", "")
        if body_id not in {one.id for one in asked}:
            raise NotVisibleError(body_id)
        body = get_body(body_id, viewer=viewer)
        if kind == "demand":
            asked_for = queries.get_demand(thing_id, viewer=viewer)
            link, key = actions.make_answer_link(demand=asked_for, body=body, by=viewer)
        else:
            promised = queries.get_promise(thing_id, viewer=viewer)
            link, key = actions.make_answer_link(promise=promised, body=body, by=viewer)
        address = request.build_absolute_uri(reverse("hall:answer_door", args=[key]))
        context |= {"key_address": address, "until": link.until, "who": body.name}
    context["links"] = queries.answer_links(page, viewer=viewer)
    return render(request, "desk/answer_link.html", context)


@member_required
@require_POST
def answer_link_close(request: HttpRequest, kind: str, thing_id: str) -> HttpResponse:
    """Closes a link before its day."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    link = queries.get_answer_link(request.POST.get("link", ""), thing_id=_page(kind, thing_id, viewer).id)
    actions.close_answer_link(link, by=viewer)
    messages.success(request, _("The link is closed. What was answered through it stays."))
    return redirect("desk:answer_link", kind, thing_id)


def _page(kind: str, thing_id: str, viewer: Viewer) -> queries.DemandPage | queries.PromisePage:
    """What is asked, for those who may make a link to it; which links are open is nobody else's to know."""
    if kind == "demand":
        our_demand(thing_id, viewer)
        return queries.demand_page(thing_id, viewer=viewer)
    if kind == "promise" and viewer.may_accept_at(queries.get_promise(thing_id, viewer=viewer).place_id):
        return queries.promise_page(thing_id, viewer=viewer)
    raise NotVisibleError(kind)


urlpatterns = [
    path("answer-link/<str:kind>/<str:thing_id>/", answer_link, name="answer_link"),
    path("answer-link/<str:kind>/<str:thing_id>/close/", answer_link_close, name="answer_link_close"),
]
