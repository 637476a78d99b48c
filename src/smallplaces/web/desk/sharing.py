"""Showing one record of our group to other groups that we name, and ending it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from smallplaces.commitments.queries import get_act, get_demand, get_followup
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import share, unshare
from smallplaces.groups.queries import get_decision, groups_shared_with, open_groups_beside
from smallplaces.issues.queries import get_issue
from smallplaces.meetings.queries import find_meeting
from smallplaces.reports.queries import get_report
from smallplaces.steps.queries import get_step
from smallplaces.web.desk.signed_in import member_required

# How each kind is found.
FOUND: dict[str, Callable[..., Any]] = {
    "act": get_act,
    "decision": get_decision,
    "demand": get_demand,
    "followup": get_followup,
    "issue": get_issue,
    "meeting": find_meeting,
    "report": get_report,
    "step": get_step,
}


def ours(kind: str, thing_id: str, viewer: Viewer) -> Any:
    """A record that our group holds; for others these pages do not exist. Raises NotVisibleError."""
    if kind not in FOUND:
        raise NotVisibleError(kind)
    thing = FOUND[kind](thing_id, viewer=viewer)
    if not (thing.group_id and viewer.is_member_of(thing.group_id)):
        raise NotVisibleError(thing_id)
    return thing


def page_of(kind: str, thing: Any) -> str:
    """The page on which our group works on a record."""
    if kind == "decision":
        return reverse("public:decision", args=[thing.pk])
    if kind == "followup":
        return reverse("desk:promise", args=[thing.promise_id])
    return reverse(f"desk:{kind}", args=[thing.pk])


def settled(request: HttpRequest, kind: str, thing: Any, viewer: Viewer) -> None:
    """Does what was pressed, and says it. Raises RefusedError."""
    groups = {one.pk: one for one in (*open_groups_beside(thing.group_id), *groups_shared_with(kind, thing.pk))}
    end = request.POST.get("end", "")
    group = groups.get(end or request.POST.get("group", ""))
    if group is None:
        raise RefusedError(_("Choose a group from the list."))
    if end:
        unshare(kind, thing=thing, group=group, by=viewer)
        messages.success(
            request, _("%(group)s sees it no more. What they read, they have read.") % {"group": group.name}
        )
    else:
        share(kind, thing=thing, group=group, by=viewer)
        messages.success(request, _("The people of %(group)s can read it now.") % {"group": group.name})


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request: HttpRequest, kind: str, thing_id: str) -> HttpResponse:
    """With whom a record is shared, and naming one group more or less."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    thing = ours(kind, thing_id, viewer)
    refusal = ""
    if request.method == "POST":
        try:
            settled(request, kind, thing, viewer)
        except RefusedError as error:
            refusal = error.sentence
        else:
            return redirect("desk:sharing", kind, thing_id)
    shown_to = groups_shared_with(kind, thing.pk)
    named = {one.pk for one in shown_to}
    context = {
        "thing": thing,
        "words": getattr(thing, "title", "") or getattr(thing, "text", ""),
        "shown_to": shown_to,
        "others": [one for one in open_groups_beside(thing.group_id) if one.pk not in named],
        "refusal": refusal,
        "back": page_of(kind, thing),
        "fictional": thing.group.place.fictional,
    }
    return render(request, "desk/sharing.html", context, status=422 if refusal else 200)


urlpatterns = [path("share/<str:kind>/<str:thing_id>/", sharing, name="sharing")]
