"""Meetings that come again, the days of human rights, and what a training was."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import get_group
from smallplaces.meetings import queries
from smallplaces.meetings.actions import add_dates, describe_training, end_series, start_series
from smallplaces.meetings.days import rights_days
from smallplaces.places.queries import bodies_of, get_body
from smallplaces.web.announcing import when
from smallplaces.web.desk.forms_of_meetings import CountForm, SeriesForm, TrainingForm
from smallplaces.web.desk.signed_in import member_required
from smallplaces.web.forms import posted, refuse
from smallplaces.web.listening.door import desk_door

MEETINGS_MOST = 200
READ_OR_SEND = ["GET", "HEAD", "POST"]


def our_group(slug: str, viewer: Viewer) -> Any:
    """A group of the viewer's; for others these pages do not exist. Raises NotVisibleError."""
    group = get_group(slug, viewer=viewer)
    if not viewer.is_member_of(group.pk):
        raise NotVisibleError(slug)
    return group


@member_required
@require_safe
def series_list(request: HttpRequest, slug: str) -> HttpResponse:
    """What comes again, the human rights days of the coming year, our trainings, and every meeting so far."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer)
    context = {
        "group": group,
        "fictional": group.place.fictional,
        "series": queries.series_of_group(group.pk, viewer=viewer),
        "days": rights_days(today(group.place.zone)),
        "trainings": queries.trainings_of_group(group.pk, viewer=viewer),
        "meetings": queries.meetings_of_group(group.pk, viewer=viewer)[:MEETINGS_MOST],
    }
    return render(request, "desk/series_list.html", context)


@member_required
@require_http_methods(READ_OR_SEND)
def series_start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begins a series with its first date, and makes its next ones."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    group = our_group(slug, viewer)
    form = SeriesForm(posted(request), initial={"lang": group.lang})
    if request.method == "POST" and form.is_valid():
        try:
            if not form.asks_about_the_past(today(group.place.zone)):
                made = start_series(group, **form.facts(), by=viewer)
                messages.success(request, _("The series has begun. Each date can be changed or called off alone."))
                return redirect("desk:series", made.pk)
        except RefusedError as refusal:
            refuse(form, refusal)
    context = {"form": form, "group": group, "fictional": group.place.fictional}
    return render(request, "desk/series_start.html", context, status=422 if form.errors else 200)


@member_required
@require_http_methods(READ_OR_SEND)
def series(request: HttpRequest, series_id: str) -> HttpResponse:
    """The dates of one series; more of them, or its end."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    row = queries.find_series(series_id, viewer=viewer)
    ends = "end" in request.POST
    form = CountForm(None if ends else posted(request), initial={"count": 6})
    try:
        if ends:
            messages.success(request, _ended(end_series(row, call_off="call_off" in request.POST, by=viewer)))
            return redirect("desk:series", series_id)
        if request.method == "POST" and form.is_valid():
            made = add_dates(row, count=form.cleaned_data["count"], by=viewer)
            said = ngettext("%(count)d date is added.", "%(count)d dates are added.", len(made))
            messages.success(request, said % {"count": len(made)})
            return redirect("desk:series", series_id)
    except RefusedError as refusal:
        refuse(form, refusal)
    meetings = [(one, when(one)) for one in queries.meetings_of_series(series_id, viewer=viewer)]
    line = queries.get_series(series_id, viewer=viewer)
    context = {
        "series": line,
        "form": form,
        "fictional": line.fictional,
        "coming": [(one, words) for one, words in meetings if one.is_to_come],
        "past": [(one, words) for one, words in reversed(meetings) if not one.is_to_come],
    }
    return render(request, "desk/series.html", context, status=422 if form.errors else 200)


def _ended(called_off: int) -> str:
    if not called_off:
        return _("The series has ended. Its meetings stay as they are.")
    said = ngettext(
        "The series has ended, and %(count)d coming date is called off.",
        "The series has ended, and %(count)d coming dates are called off.",
        called_off,
    )
    return said % {"count": called_off}


@member_required
@require_http_methods(READ_OR_SEND)
def meeting_training(request: HttpRequest, meeting_id: str) -> HttpResponse:
    """Whom a training teaches, of which sector and body, for them or by them."""
    door = desk_door(request, meeting_id)
    row = queries.find_meeting(meeting_id, viewer=door.viewer)
    bodies = [(body.pk, body.name) for body in bodies_of(row.group.place, viewer=door.viewer)]
    known = door.meeting.training
    initial = {} if known is None else {**vars(known), "body": known.body_id}
    form = TrainingForm(posted(request), bodies=bodies, initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        body_id = facts.pop("body")
        try:
            body = get_body(body_id, viewer=door.viewer) if body_id else None
            describe_training(row, **facts, body=body, by=door.viewer)
        except RefusedError as refusal:
            refuse(form, refusal)
        else:
            messages.success(request, _("Kept."))
            return redirect(door.home)
    context = {"form": form, "door": door, "meeting": door.meeting, "fictional": door.meeting.fictional}
    return render(request, "desk/meeting_training.html", context, status=422 if form.errors else 200)


urlpatterns = [
    path("groups/<slug:slug>/series/", series_list, name="series_list"),
    path("groups/<slug:slug>/series/start/", series_start, name="series_start"),
    path("series/<str:series_id>/", series, name="series"),
    path("meetings/<str:meeting_id>/training/", meeting_training, name="meeting_training"),
]
