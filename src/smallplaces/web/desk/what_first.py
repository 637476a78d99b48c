"""What first? A room puts its issues in an order; beside it stands what public bodies say comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.issues import actions, queries
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.ranks import RankingLine
from smallplaces.meetings.queries import find_room
from smallplaces.places.queries import bodies_of, get_body, get_place
from smallplaces.web.desk.forms_of_ranking import OrderForm, PriorityForm, RankForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import refuse
from smallplaces.web.listening.door import Door, desk_door
from smallplaces.web.ranking_shown import ranking_shown

OPEN_STATES = frozenset({"open", "resting"})


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def what_first(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """The room's order as it stands, and the sheet on which it is written down."""
    door = desk_door(request, meeting_id)
    now = queries.ranking_of_room(door.meeting.room_id, viewer=door.viewer)
    data = request.POST if request.method == "POST" else None
    rows = _rows(door, now, data)
    form = OrderForm(data, lang=door.meeting.room_lang, initial=_initial(now, door))
    if data is not None and all([form.is_valid(), *[row.is_valid() for row in rows]]) and _keep(door, form, rows):
        messages.success(request, _("Kept: what this room puts first."))
        return redirect("desk:what_first", meeting_id)
    return _show(request, door, now, rows=rows, form=form)


@member_required
@require_POST
def priority_add(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """What a public body says comes first, with its source."""
    door = desk_door(request, meeting_id)
    ranking = queries.find_ranking(door.meeting.room_id, viewer=door.viewer)
    theirs = _priority_form(door, request.POST)
    if theirs.is_valid():
        facts = dict(theirs.cleaned_data)
        issue_id = facts.pop("issue")
        try:
            issue = queries.get_issue(issue_id, viewer=door.viewer) if issue_id else None
            body = get_body(facts.pop("body"), viewer=door.viewer)
            actions.add_priority(ranking, **facts, body=body, issue=issue, by=door.viewer)
        except RefusedError as refusal:
            refuse(theirs, refusal)
        else:
            messages.success(request, _("It stands beside our order now."))
            return redirect("desk:what_first", meeting_id)
    now = queries.ranking_of_room(door.meeting.room_id, viewer=door.viewer)
    return _show(request, door, now, theirs=theirs)


@member_required
@require_POST
def priority_remove(request: HttpRequest, meeting_id: str, priority_id: str) -> HttpResponse:
    """Takes one line of a public body's order away."""
    door = desk_door(request, meeting_id)
    row = queries.find_priority(priority_id, viewer=door.viewer)
    if row.ranking.room_id != door.meeting.room_id:
        raise NotVisibleError(priority_id)
    actions.remove_priority(row, by=door.viewer)
    messages.success(request, _("The line is gone."))
    return redirect("desk:what_first", meeting_id)


@member_required
@require_POST
def what_first_remove(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Removes the room's order, and what stands beside it."""
    door = desk_door(request, meeting_id)
    actions.remove_ranking(queries.find_ranking(door.meeting.room_id, viewer=door.viewer), by=door.viewer)
    messages.success(request, _("The order is gone."))
    return redirect(door.home)


def _show(
    request: HttpRequest,
    door: Door,
    now: RankingLine | None,
    *,
    rows: Sequence[RankForm] | None = None,
    form: OrderForm | None = None,
    theirs: PriorityForm | None = None,
) -> HttpResponse:
    form = form or OrderForm(lang=door.meeting.room_lang, initial=_initial(now, door))
    rows = _rows(door, now) if rows is None else rows
    wrong = form.errors or (theirs and theirs.errors) or any(row.is_bound and row.errors for row in rows)
    context = {
        "door": door,
        "meeting": door.meeting,
        "now": ranking_shown(now) if now else None,
        "rows": rows,
        "form": form,
        "theirs": theirs or (_priority_form(door) if now else None),
        "fictional": door.meeting.fictional,
    }
    return render(request, "desk/what_first.html", context, status=422 if wrong else 200)


def _issues(door: Door, now: RankingLine | None) -> list[IssueLine]:
    """The group's issues that still ask for something, and those that are in the order already."""
    there = {one.issue.id for one in now.ranked} if now else set()
    lines = queries.issues_of_group(door.meeting.group_id, viewer=door.viewer)
    return [one for one in lines if not one.taken_back and (one.state in OPEN_STATES or one.id in there)]


def _rows(door: Door, now: RankingLine | None, data: Any = None) -> list[RankForm]:
    rows = []
    for issue in _issues(door, now):
        line = now.of(issue.id) if now else None
        place = line.position if line and line.marks is None else None
        initial = {"marks": line.marks, "place": place} if line else {}
        rows.append(RankForm(data, prefix=f"issue-{issue.id}", issue=issue, initial=initial))
    return rows


def _initial(now: RankingLine | None, door: Door) -> dict[str, Any]:
    if now is None:
        return {"on": door.meeting.on, "visibility": Visibility.PRIVATE}
    names = ("method", "asked_first", "asked_first_words", "note", "on", "visibility", "lang")
    return {name: getattr(now, name) for name in names}


def _keep(door: Door, form: OrderForm, rows: Sequence[RankForm]) -> bool:
    used = [row for row in rows if row.says_something]
    try:
        drafts = [
            actions.RankDraft(
                queries.get_issue(row.issue.id, viewer=door.viewer),
                marks=row.cleaned_data["marks"],
                place=row.cleaned_data["place"],
            )
            for row in used
        ]
        room = find_room(door.meeting.room_id, viewer=door.viewer)
        actions.rank_issues(room, drafts=drafts, **form.cleaned_data, by=door.viewer)
    except RefusedError as refusal:
        refuse(form, refusal)
        return False
    return True


def _priority_form(door: Door, data: Any = None) -> PriorityForm:
    place = get_place(door.meeting.place_slug, viewer=door.viewer)
    bodies = [(one.pk, one.name) for one in bodies_of(place, viewer=door.viewer)]
    now = queries.ranking_of_room(door.meeting.room_id, viewer=door.viewer)
    issues = [(one.id, one.text[:80]) for one in _issues(door, now)]
    return PriorityForm(data, prefix="theirs", lang=door.meeting.room_lang, bodies=bodies, issues=issues)


urlpatterns = [
    path("meetings/<str:meeting_id>/what-first/", what_first, name="what_first"),
    path("meetings/<str:meeting_id>/what-first/remove/", what_first_remove, name="what_first_remove"),
    path("meetings/<str:meeting_id>/what-first/beside/", priority_add, name="priority_add"),
    path("meetings/<str:meeting_id>/what-first/beside/<str:priority_id>/", priority_remove, name="priority_remove"),
]
