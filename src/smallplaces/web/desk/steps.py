"""Steps: who does what by when, and what came of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from smallplaces.commitments.queries import get_demand, get_promise
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import get_account, get_decision, groups_of
from smallplaces.issues.queries import get_issue, issues_of_group
from smallplaces.steps import actions, queries
from smallplaces.steps.lines import StepLine
from smallplaces.thread.named import named
from smallplaces.web.desk.group_steps import address_page
from smallplaces.web.desk.issue_forms import show_refusal
from smallplaces.web.desk.issues import READ_OR_SEND, shown
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.desk.step_forms import DoneForm, PlanForm, guides, sorts_of_step
from smallplaces.web.step_lines import shown_steps

WORDS_IN_A_LIST = 80
FINDERS = {"issue": get_issue, "demand": get_demand, "promise": get_promise, "decision": get_decision}


@member_required
@require_safe
def steps(request: HttpRequest) -> HttpResponse:
    """The steps of the viewer's groups: what is open, then what came of the others."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    groups = [(group, queries.steps_of_group(group.pk, viewer=viewer)) for group in groups_of(viewer)]
    return shown(
        request,
        "desk/step_list.html",
        groups=[
            (
                group,
                shown_steps([one for one in lines if one.is_open], at_desk=True),
                shown_steps([one for one in lines if not one.is_open], at_desk=True),
            )
            for group, lines in groups
        ],
    )


def thing_named(request: HttpRequest) -> tuple[str, Any]:
    """The issue, demand, promise or decision that the address names, if any. Raises NotVisibleError."""
    for kind, find in FINDERS.items():
        if request.GET.get(kind):
            return kind, find(request.GET[kind], viewer=request.viewer)  # type: ignore[attr-defined]
    return "", None


@member_required
@require_http_methods(READ_OR_SEND)
def step_plan(request: HttpRequest) -> HttpResponse:
    """Plans a step for the thing that the address names, or for an issue of the list."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    kind, thing = thing_named(request)
    groups = groups_of(viewer)
    wanted = request.GET.get("group") or getattr(thing, "group_id", "")
    group = next((one for one in groups if one.pk == wanted), groups[0] if groups else None)
    if group is None:
        raise NotVisibleError("group")
    things = (
        None
        if thing
        else [
            (line.id, line.text[:WORDS_IN_A_LIST] or _("words taken back"))
            for line in issues_of_group(group.pk, viewer=viewer)
        ]
    )
    form = PlanForm(request.POST or None, lang=group.lang, things=things)
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        whom = {kind: thing} if thing else {"issue": get_issue(fields.pop("what_for"), viewer=viewer)}
        try:
            step = actions.plan_step(group, **fields, **whom, by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("The step is planned. Only our group sees it."))
            return redirect("desk:step", step.pk)
    about = {"group": group, "groups": groups, "thing": thing, "nothing": things == []}
    return shown(request, "desk/step_plan.html", form, **about, **kinds_for(group.pk, viewer))


def kinds_for(group_id: str, viewer: Viewer) -> dict[str, Any]:
    """What stands beside the sort of a step: words to choose from, and guides. One query."""
    return {"sorts": sorts_of_step(queries.kinds_of_steps(group_id, viewer=viewer)), "guides": guides()}


def our_step(step_id: str, viewer: Viewer) -> StepLine:
    """A step that the viewer works on; for others these pages do not exist. Raises NotVisibleError."""
    line = queries.step_for(step_id, viewer=viewer)
    if not line.ours:
        raise NotVisibleError(step_id)
    return line


@member_required
@require_http_methods(READ_OR_SEND)
def step(request: HttpRequest, step_id: str) -> HttpResponse:
    """One step, and what came of it."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    line = our_step(step_id, viewer)
    initial = {
        "on": line.done_on or today().isoformat(),
        "came_of_it": line.came_of_it,
        "volunteers": line.volunteers,
        "hours": line.hours,
    }
    form = DoneForm(request.POST or None, initial=initial, use_required_attribute=False)
    if request.method == "POST" and form.is_valid():
        try:
            actions.finish_step(queries.get_step(step_id, viewer=viewer), **form.cleaned_data, by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Kept: what came of it stands beside the step."))
            return redirect("desk:step", step_id)
    return shown(request, "desk/step.html", form, step=line, **beside(line, viewer))


def beside(line: StepLine, viewer: Viewer) -> dict[str, Any]:
    """What a step is for, and whether a letter comes to this viewer before it is due. About three queries."""
    key = (line.for_kind, line.for_id)
    return {
        "what_for": named([key], viewer=viewer).get(key),
        "reminded": queries.is_reminded(line.id, viewer=viewer),
        "can_remind": line.is_open and line.due and not line.days_past,
        "has_address": bool(get_account(viewer.account_id).email),
        "address_page": address_page(),
    }


@member_required
@require_http_methods(READ_OR_SEND)
def step_change(request: HttpRequest, step_id: str) -> HttpResponse:
    """Puts a plan right: who, what, by when."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    line = our_step(step_id, viewer)
    initial = {"who": line.who, "text": line.text, "due": line.due, "kind": line.kind_words}
    form = PlanForm(request.POST or None, lang=line.lang, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_step(queries.get_step(step_id, viewer=viewer), **form.cleaned_data, by=viewer)
        except RefusedError as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Kept."))
            return redirect("desk:step", step_id)
    return shown(request, "desk/step_change.html", form, step=line, **kinds_for(line.group_id, viewer))


@member_required
@require_http_methods(READ_OR_SEND)
def step_drop(request: HttpRequest, step_id: str) -> HttpResponse:
    """Asks once more, then lets a step go."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    line = our_step(step_id, viewer)
    if request.method == "POST":
        actions.drop_step(queries.get_step(step_id, viewer=viewer), by=viewer)
        messages.success(request, _("The step is dropped. It stays on our record."))
        return redirect("desk:step", step_id)
    return shown(request, "desk/step_drop.html", step=line)


@member_required
@require_POST
def step_publish(request: HttpRequest, step_id: str) -> HttpResponse:
    """Shows a step to everybody, or takes it in again."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    line = our_step(step_id, viewer)
    wanted = Visibility.PUBLIC if request.POST.get("visibility") == Visibility.PUBLIC else Visibility.PRIVATE
    try:
        actions.publish_step(queries.get_step(step_id, viewer=viewer), visibility=wanted, by=viewer)
    except RefusedError as refusal:
        messages.warning(request, refusal.sentence)
    else:
        public = wanted == Visibility.PUBLIC
        messages.success(
            request, _("Everybody can read this step now.") if public else _("Only our group sees this step now.")
        )
    return redirect("desk:step", line.id)


urlpatterns = [
    path("steps/", steps, name="steps"),
    path("steps/plan/", step_plan, name="step_plan"),
    path("steps/<str:step_id>/", step, name="step"),
    path("steps/<str:step_id>/change/", step_change, name="step_change"),
    path("steps/<str:step_id>/drop/", step_drop, name="step_drop"),
    path("steps/<str:step_id>/who-sees-it/", step_publish, name="step_publish"),
]
