"""A group's list of who does what by when, the sheet for the fridge, and reminders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import get_group
from smallplaces.steps import actions, queries
from smallplaces.steps.lines import StepLine
from smallplaces.thread.named import named
from smallplaces.thread.refs import Ref
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.step_lines import shown_steps

if TYPE_CHECKING:
    from smallplaces.groups.models import Group


@dataclass(frozen=True)
class Entry:
    """One step of the list with what it is for."""

    step: dict[str, Any]
    what_for: Ref | None


def our_group(request: HttpRequest, slug: str) -> Group:
    """A group whose work this viewer does; for others this page does not exist. Raises NotVisibleError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = get_group(slug, viewer=viewer)
    if not viewer.is_member_of(group.pk):
        raise NotVisibleError(slug)
    return group


def entries(lines: Iterable[StepLine], viewer: Viewer) -> list[Entry]:
    """Steps with what each is for. A few queries, however many steps."""
    lines = list(lines)
    refs = named([(one.for_kind, one.for_id) for one in lines], viewer=viewer)
    shown = shown_steps(lines, at_desk=True)
    return [Entry(step, refs.get((one.for_kind, one.for_id))) for one, step in zip(lines, shown, strict=True)]


@member_required
@require_safe
def group_steps(request: HttpRequest, slug: str) -> HttpResponse:
    """Who does what by when: what is open by its day, then what was done, then what was let go."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(request, slug)
    every = queries.steps_of_group(group.pk, viewer=viewer)
    shown = {one.id: entry for one, entry in zip(every, entries(every, viewer), strict=True)}
    context = {
        "group": group,
        "fictional": group.place.fictional,
        "open_steps": [shown[one.id] for one in every if one.is_open],
        "done": [shown[one.id] for one in reversed(every) if one.done_on],
        "let_go": [shown[one.id] for one in every if one.dropped_on],
    }
    return render(request, "desk/group_steps.html", context)


@member_required
@require_safe
def fridge(request: HttpRequest, slug: str) -> HttpResponse:
    """The open steps in large type, to hang up. What each is for stays off it unless the group ticks it."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(request, slug)
    with_reasons = "what_for" in request.GET
    lines = queries.open_steps_of_group(group.pk, viewer=viewer)
    shown = entries(lines, viewer) if with_reasons else [Entry(one, None) for one in shown_steps(lines)]
    context = {
        "group": group,
        "fictional": group.place.fictional,
        "entries": shown,
        "with_reasons": with_reasons,
        "from_words": group.name,
        "printed_on": date_format(today(group.place.zone), "j F Y"),
    }
    return render(request, "desk/fridge.html", context)


def address_page() -> str:
    """Where somebody writes down their own e-mail address; empty where this site has no such page."""
    try:
        return reverse("desk:own_email")
    except NoReverseMatch:
        return ""


@member_required
@require_POST
def step_remind(request: HttpRequest, step_id: str) -> HttpResponse:
    """Asks for a letter before the step is due, or wants it no more."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    line = queries.step_for(step_id, viewer=viewer)
    if not line.ours:
        raise NotVisibleError(step_id)
    step = queries.get_step(step_id, viewer=viewer)
    try:
        if "no_more" in request.POST:
            actions.remind_no_more(step, by=viewer)
            messages.success(request, _("No letter will come."))
        else:
            actions.remind(step, by=viewer)
            messages.success(request, _("A letter comes to you two days before this is due."))
    except RefusedError as refusal:
        messages.warning(request, refusal.sentence)
    return redirect("desk:step", step_id)


urlpatterns = [
    path("groups/<slug:slug>/steps/", group_steps, name="group_steps"),
    path("groups/<slug:slug>/steps/fridge/", fridge, name="fridge"),
    path("steps/<str:step_id>/remind/", step_remind, name="step_remind"),
]
