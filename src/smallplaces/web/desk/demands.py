"""Our work on a demand: making it, how it stands, who reads it, names that wait, answers typed in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.commitments import actions, queries
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.issues.queries import get_issue, issue_for
from smallplaces.meetings.queries import find_sentences, sentences_by_ids
from smallplaces.places.queries import bodies_of, get_body
from smallplaces.web.desk.demand_forms import SEEN_BY, DemandForm, DemandStateForm, TypedAnswerForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import refuse

READ_OR_SEND = ["GET", "HEAD", "POST"]


def shown(request: HttpRequest, template: str, form: Any, **more: Any) -> HttpResponse:
    """A page; with 422 where its form was sent and cannot be taken as it is."""
    status = 422 if form is not None and form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)


def our_demand(demand_id: str, viewer: Viewer) -> Any:
    """A demand that the viewer's group makes; for others these pages do not exist. Raises NotVisibleError."""
    demand = queries.get_demand(demand_id, viewer=viewer)
    if not viewer.is_member_of(demand.group_id):
        raise NotVisibleError(demand_id)
    return demand


@member_required
@require_http_methods(READ_OR_SEND)
def demand_make(request: HttpRequest, issue_id: str = "") -> HttpResponse:
    """Makes a demand from an issue of ours; its sentences are offered first."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    issue = issue_for(issue_id or request.GET.get("issue", ""), viewer=viewer)
    if not issue.ours:
        raise NotVisibleError(issue.id)
    row = get_issue(issue.id, viewer=viewer)
    lines = sentences_by_ids(issue.sentence_ids, viewer=viewer)
    form = DemandForm(
        request.POST or None,
        lang=issue.lang,
        initial={"made_in": "desk"},
        bodies=[(one.pk, one.name) for one in bodies_of(row.place, viewer=viewer)],
        sentences=[(one.id, one.text) for one in lines if not one.taken_back],
    )
    if request.method == "POST" and form.is_valid():
        try:
            demand = actions.make_demand(row, **chosen(form.cleaned_data, viewer), by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The demand is written down. Only our group reads it so far."))
            return redirect("desk:demand", demand.pk)
    return shown(request, "desk/demand_make.html", form, issue=issue, fictional=issue.fictional)


def chosen(given: dict[str, Any], viewer: Viewer) -> dict[str, Any]:
    """What the form asked, as the action takes it: records behind the ids."""
    bodies = given.pop("bodies")
    return {
        **given,
        "ourselves": "ourselves" in bodies,
        "bodies": [get_body(one, viewer=viewer) for one in bodies if one != "ourselves"],
        "sentences": find_sentences(given.get("sentences", []), viewer=viewer),
        "verbatim": find_sentences(given.get("verbatim", []), viewer=viewer),
    }


@member_required
@require_http_methods(READ_OR_SEND)
def demand(request: HttpRequest, demand_id: str) -> HttpResponse:
    """The workbench of one demand."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = our_demand(demand_id, viewer)
    initial = {"state": row.state, "asked_on": row.asked_on, "visibility": row.visibility}
    form = DemandStateForm(request.POST or None, initial=initial)
    if row.visibility == Visibility.SHARED:
        form.fields["visibility"].choices = [(Visibility.SHARED, Visibility.SHARED.label), *SEEN_BY]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.publish_demand(row, visibility=given["visibility"], by=viewer)
            actions.change_demand_state(row, state=given["state"], asked_on=given["asked_on"], by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Kept."))
            return redirect("desk:demand", demand_id)
    page = queries.demand_page(demand_id, viewer=viewer)
    return shown(
        request,
        "desk/demand.html",
        form,
        page=page,
        fictional=page.fictional,
        waiting=[one for one in page.signers if one.waits],
        asked=queries.bodies_asked(page),
        links=queries.answer_links(page, viewer=viewer),
    )


@member_required
@require_POST
def signer_settle(request: HttpRequest, signer_id: str) -> HttpResponse:
    """Accepts a name that waits, or takes one away."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    signer = queries.get_signer(signer_id, viewer=viewer)
    back = ("desk:demand", signer.demand_id) if signer.demand_id else ("desk:act", signer.act_id)
    if request.POST.get("answer") == "accept":
        actions.accept_signer(signer, by=viewer)
        messages.success(request, _("The name stands in public now."))
    else:
        actions.remove_signer(signer, by=viewer)
        messages.success(request, _("The name is taken away. It is kept nowhere."))
    return redirect(*back)


@member_required
@require_http_methods(READ_OR_SEND)
def answer_record(request: HttpRequest, demand_id: str) -> HttpResponse:
    """Types in what a body answered, from a letter or the record."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = our_demand(demand_id, viewer)
    page = queries.demand_page(demand_id, viewer=viewer)
    bodies = [(one.id, one.name) for one in queries.bodies_asked(page)]
    form = TypedAnswerForm(request.POST or None, bodies=bodies, lang=page.lang, initial={"answered_by": "letter"})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        body = get_body(given.pop("body"), viewer=viewer)
        try:
            actions.record_answer(row, body=body, **given, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The answer stands beside the demand, with its source."))
            return redirect("desk:demand", demand_id)
    return shown(request, "desk/answer_record.html", form, page=page, fictional=page.fictional)


urlpatterns = [
    path("demands/make/", demand_make, name="demand_make"),
    path("issues/<str:issue_id>/demand/", demand_make, name="demand_make"),
    path("demands/<str:demand_id>/", demand, name="demand"),
    path("demands/<str:demand_id>/answer/", answer_record, name="answer_record"),
    path("signers/<str:signer_id>/", signer_settle, name="signer_settle"),
]
