"""Our work on promises: writing them down, what happened next, they say and we say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.commitments import actions, queries
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import groups_of
from smallplaces.issues.queries import get_issue, issues_of_place
from smallplaces.places.queries import get_body
from smallplaces.web.desk.act_ties import demand_choices
from smallplaces.web.desk.acts import READ_OR_SEND, body_choices, place_asked
from smallplaces.web.desk.demands import shown
from smallplaces.web.desk.promise_forms import (
    FollowUpForm,
    PromiseForm,
    TermsForm,
    TheySayForm,
    TieForm,
    WeSayForm,
)
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import refuse
from smallplaces.web.promising import late, voice, who_owes


@dataclass(frozen=True)
class Beginning:
    """What a promise is made of: a clause, a text, a demand, or only a place."""

    place: Any
    clause: Any = None
    act: Any = None
    demand: Any = None


def beginning(request: HttpRequest) -> Beginning:
    """What the address names. Raises NotVisibleError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    if clause_id := request.GET.get("clause", ""):
        clause = queries.get_clause(clause_id, viewer=viewer)
        return Beginning(clause.version.act.place, clause=clause, act=clause.version.act)
    if act_id := request.GET.get("act", ""):
        act = queries.get_act(act_id, viewer=viewer)
        return Beginning(act.place, act=act)
    if demand_id := request.GET.get("demand", ""):
        demand = queries.get_demand(demand_id, viewer=viewer)
        return Beginning(demand.issue.place, demand=demand)
    return Beginning(place_asked(request))


def prefilled(start: Beginning, bodies: list[tuple[str, str]]) -> dict[str, Any]:
    """What is known before a person corrects it: the clause's suggestion, the text's own facts."""
    known: dict[str, Any] = {"demands": [start.demand.pk] if start.demand else []}
    if start.act is not None:
        known |= {"source": start.act.source, "on": start.act.on}
        known["who"] = f"group:{start.act.group_id}" if start.act.group_id else start.act.body_id or ""
    if start.clause is None:
        return known
    found = queries.suggestion_of(start.clause.text)
    named = next((pk for pk, name in bodies if name.lower() in found.who.lower()), known.get("who", ""))
    return known | {
        "text": found.what or start.clause.text,
        "due_words": found.by_when,
        "money": found.money,
        "who": named,
    }


@member_required
@require_http_methods(READ_OR_SEND)
def promise_make(request: HttpRequest) -> HttpResponse:
    """Writes down a promise: of a clause with what it seems to say, or a pledge, or one made aloud."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    start = beginning(request)
    bodies = body_choices(start.place, viewer)
    groups = [one for one in groups_of(viewer) if one.place_id == start.place.pk]
    form = PromiseForm(
        request.POST or None,
        initial=prefilled(start, bodies),
        lang=start.place.lang,
        who=[*bodies, *((f"group:{one.pk}", _("we, %(group)s") % {"group": one.name}) for one in groups)],
        demands=demand_choices(start.place, viewer),
        of_clause=start.clause is not None,
        issues=issue_choices(start.place, viewer),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_promise(start.place, **_facts(form.cleaned_data, start, viewer), by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The promise is written down."))
            return redirect("desk:act", made.act_id) if start.clause else redirect("desk:promise", made.pk)
    suggestion = queries.suggestion_of(start.clause.text) if start.clause else None
    more = {"start": start, "suggestion": suggestion, "fictional": start.place.fictional}
    return shown(request, "desk/promise_make.html", form, **more)


def _facts(given: dict[str, Any], start: Beginning, viewer: Viewer) -> dict[str, Any]:
    who = given.pop("who")
    group = next((one for one in groups_of(viewer) if f"group:{one.pk}" == who), None)
    if start.clause is not None:
        given["origin"] = "clause"
    return {
        **given,
        "clause": start.clause,
        "act": start.act,
        "group": group,
        "private": given["private"] and group is not None,
        "body": None if group else get_body(who, viewer=viewer),
        "demands": [queries.get_demand(one, viewer=viewer) for one in given.get("demands", [])],
        "issues": [get_issue(one, viewer=viewer) for one in given.get("issues", [])],
    }


@member_required
@require_http_methods(READ_OR_SEND)
def promise(request: HttpRequest, promise_id: str) -> HttpResponse:
    """The workbench of one promise."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_promise(promise_id, viewer=viewer)
    form = _terms(row, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_promise(row, changes=form.cleaned_data, source=form.cleaned_data["source"], by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Kept. What stood here before is in its history."))
            return redirect("desk:promise", promise_id)
    return _workbench(request, row, form)


def _terms(row: Any, data: Any = None) -> TermsForm:
    return TermsForm(data, initial={name: getattr(row, name) for name in TermsForm.field_order}, lang=row.lang)


def _workbench(request: HttpRequest, row: Any, form: TermsForm, tie: TieForm | None = None) -> HttpResponse:
    """The page of one promise; `tie` is a form of a link that was sent and cannot be taken as it is."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    page = queries.promise_page(row.pk, viewer=viewer)
    ties = {one.prefix: one for one in tie_forms(row.place, page, viewer)}
    if tie is not None:
        ties[tie.prefix] = tie
    more = {
        "form": form,
        "page": page,
        "fictional": page.fictional,
        "who": who_owes(page),
        "late": late(page),
        "words": [voice(one) for one in (page.they, *page.we) if one is not None],
        "may_change": queries.may_change(row, viewer),
        "may_type": viewer.may_accept_at(row.place_id),
        "ties": ties,
    }
    unfinished = any(one.is_bound and one.errors for one in (form, *ties.values()))
    return render(request, "desk/promise.html", more, status=422 if unfinished else 200)


def tie_forms(place: Any, page: queries.PromisePage, viewer: Viewer, data: Any = None) -> list[TieForm]:
    """What the promise can be tied to: demands and issues of our groups at its place that are not tied to it yet."""
    demands, issues = demand_choices(place, viewer), issue_choices(place, viewer)
    tied = {one.id for one in (*page.demands, *page.issues)}
    asked = (
        ("demand", _("Which demand does it answer?"), demands),
        ("issue", _("On which issue does it bear?"), issues),
    )
    return [
        TieForm(data, prefix=kind, label=label, choices=[one for one in choices if one[0] not in tied])
        for kind, label, choices in asked
    ]


def issue_choices(place: Any, viewer: Viewer) -> list[tuple[str, str]]:
    """The issues of our groups at a place."""
    rows = issues_of_place(place.pk, viewer=viewer)
    return [(one.id, one.text) for one in rows if viewer.is_member_of(one.group_id) and one.text]


@member_required
@require_POST
def promise_tie(request: HttpRequest, promise_id: str) -> HttpResponse:
    """Ties a promise to one more demand or issue of ours."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_promise(promise_id, viewer=viewer)
    page = queries.promise_page(promise_id, viewer=viewer)
    to_demand, to_issue = tie_forms(row.place, page, viewer, request.POST)
    form = to_issue if "issue-to" in request.POST else to_demand
    if not form.is_valid():
        return _workbench(request, row, _terms(row), form)
    chosen = _tied_to(form.prefix, form.cleaned_data["to"], viewer)
    actions.link_promise(row, **chosen, made_in=form.cleaned_data["made_in"], by=viewer)
    messages.success(request, _("The link is kept."))
    return redirect("desk:promise", promise_id)


@member_required
@require_POST
def promise_untie(request: HttpRequest, promise_id: str) -> HttpResponse:
    """Undoes a link of a promise to a demand or an issue of ours."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_promise(promise_id, viewer=viewer)
    kind = "demand" if "demand" in request.POST else "issue"
    actions.unlink_promise(row, **_tied_to(kind, request.POST.get(kind, ""), viewer), by=viewer)
    messages.success(request, _("The link is taken away. The promise stays."))
    return redirect("desk:promise", promise_id)


def _tied_to(kind: str | None, pk: str, viewer: Viewer) -> dict[str, Any]:
    """The record behind an id, as the actions take it. Raises NotVisibleError."""
    if kind == "demand":
        return {"demands": [queries.get_demand(pk, viewer=viewer)]}
    return {"issues": [get_issue(pk, viewer=viewer)]}


@member_required
@require_http_methods(READ_OR_SEND)
def followup(request: HttpRequest, promise_id: str) -> HttpResponse:
    """What happened next on a promise."""
    return _spoken(request, promise_id, "desk/followup.html", FollowUpForm, actions.follow_up)


@member_required
@require_http_methods(READ_OR_SEND)
def assess(request: HttpRequest, promise_id: str) -> HttpResponse:
    """What our group says became of a promise."""
    return _spoken(request, promise_id, "desk/assess.html", WeSayForm, actions.assess)


def _spoken(request: HttpRequest, promise_id: str, template: str, form_class: Any, action: Any) -> HttpResponse:
    """A group of the viewer's speaks of a promise; with several, the one that the form names."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_promise(promise_id, viewer=viewer)
    groups = groups_of(viewer)
    group = next((one for one in groups if one.pk == request.POST.get("group", "")), groups[0] if groups else None)
    if group is None:
        raise NotVisibleError(promise_id)
    form = form_class(request.POST or None, lang=group.lang)
    if request.method == "POST" and form.is_valid():
        try:
            action(row, group=group, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("It stands with the promise now."))
            return redirect("public:promise", promise_id)
    page = queries.promise_page(promise_id, viewer=viewer)
    return shown(request, template, form, page=page, groups=groups, fictional=page.fictional)


@member_required
@require_http_methods(READ_OR_SEND)
def their_word(request: HttpRequest, promise_id: str) -> HttpResponse:
    """Types in what a body says of its promise."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.get_promise(promise_id, viewer=viewer)
    form = TheySayForm(request.POST or None, initial={"answered_by": "letter"}, lang=row.place.lang)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_their_word(row, **form.cleaned_data, by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Their word stands beside ours, with its source."))
            return redirect("public:promise", promise_id)
    page = queries.promise_page(promise_id, viewer=viewer)
    return shown(request, "desk/assess_theirs.html", form, page=page, fictional=page.fictional)


urlpatterns = [
    path("promises/make/", promise_make, name="promise_make"),
    path("promises/<str:promise_id>/", promise, name="promise"),
    path("promises/<str:promise_id>/tie/", promise_tie, name="promise_tie"),
    path("promises/<str:promise_id>/untie/", promise_untie, name="promise_untie"),
    path("promises/<str:promise_id>/next/", followup, name="followup"),
    path("promises/<str:promise_id>/we-say/", assess, name="assess"),
    path("promises/<str:promise_id>/they-say/", their_word, name="their_word"),
]
