"""Our work on promises: writing them down, what happened next, they say and we say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from smallplaces.commitments import actions, queries
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import groups_of
from smallplaces.issues.queries import get_issue, issues_of_place
from smallplaces.places.queries import get_body
from smallplaces.web.desk.acts import READ_OR_SEND, body_choices, demand_choices, place_asked
from smallplaces.web.desk.demands import shown
from smallplaces.web.desk.promise_forms import FollowUpForm, PromiseForm, TermsForm, TheySayForm, WeSayForm
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
    issues = issues_of_place(start.place.pk, viewer=viewer)
    form = PromiseForm(
        request.POST or None,
        initial=prefilled(start, bodies),
        lang=start.place.lang,
        who=[*bodies, *((f"group:{one.pk}", _("we, %(group)s") % {"group": one.name}) for one in groups)],
        demands=demand_choices(start.place, viewer),
        of_clause=start.clause is not None,
        issues=[(one.id, one.text) for one in issues if viewer.is_member_of(one.group_id) and one.text],
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
    initial = {name: getattr(row, name) for name in TermsForm.field_order}
    form = TermsForm(request.POST or None, initial=initial, lang=row.lang)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_promise(row, changes=form.cleaned_data, source=form.cleaned_data["source"], by=viewer)
        except RefusedError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Kept. What stood here before is in its history."))
            return redirect("desk:promise", promise_id)
    page = queries.promise_page(promise_id, viewer=viewer)
    return shown(
        request,
        "desk/promise.html",
        form,
        page=page,
        fictional=page.fictional,
        who=who_owes(page),
        late=late(page),
        words=[voice(one) for one in (page.they, *page.we) if one is not None],
        may_change=queries.may_change(row, viewer),
        may_type=viewer.may_accept_at(row.place_id),
    )


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
    path("promises/<str:promise_id>/next/", followup, name="followup"),
    path("promises/<str:promise_id>/we-say/", assess, name="assess"),
    path("promises/<str:promise_id>/they-say/", their_word, name="their_word"),
]
