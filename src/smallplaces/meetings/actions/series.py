"""Meetings that come again: beginning a series, more dates of it, ending it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.meetings.actions.facts import check_together, facts_of_meeting
from smallplaces.meetings.actions.meetings import called, cancel_meeting, has_words
from smallplaces.meetings.days import days_of
from smallplaces.meetings.enums import MeetingKind, SeriesRule
from smallplaces.meetings.models import Meeting, Series, Training
from smallplaces.meetings.policies import may_call_meeting, may_change_series

DATES_AT_ONCE = 26
# What the next dates take over from the latest one. What is read, the agenda and what came of it are each evening's own.
TAKEN_OVER = ("starts", "ends", "where", "how_to_get_there", "childcare", "food", "fare_paid", "spoken", "step_free")


def _count(count: int) -> int:
    if not 1 <= count <= DATES_AT_ONCE:
        raise RefusedError(
            _("At most %(most)s dates at once; more can be added later.") % {"most": DATES_AT_ONCE}, field="count"
        )
    return count


def start_series(group: Group, *, rule: str, count: int, room_name: str = "", by: Viewer, **facts: Any) -> Series:
    """A series from its first date `on`, and a meeting for each of its `count` dates. Raises RefusedError for a field.

    `facts` are those of `call_meeting`. Each meeting can then be changed or called off alone. A second press is known
    by its words: the same series, begun on the same day, is returned as it is.
    """
    require(may_call_meeting(by, group), _("A meeting is called by the members of the group."))
    if rule not in SeriesRule.values:
        raise RefusedError(_("Choose from the list."), field="rule")
    shared = facts_of_meeting({"lang": "en", "kind": MeetingKind.CIRCLE, **facts}, group)
    check_together(shared, group.place.zone)
    days = days_of(rule, shared["on"], _count(count))
    its = {
        "text": shared["text"],
        "kind": shared["kind"],
        "rule": rule,
        "first_on": shared["on"],
        "made_on": today(group.place.zone),
    }
    with transaction.atomic():
        Group.objects.select_for_update().get(pk=group.pk)
        begun = Series.objects.filter(group=group, ended_on=None, **its).first()
        if begun is not None:
            return begun
        series = Series.objects.create(
            group=group, lang=shared["lang"], visibility=shared.get("visibility", Visibility.PRIVATE), **its
        )
        audit.record("started", series, by=by)
        for day in days:
            called(group, {**shared, "on": day}, room_name=room_name, series=series, by=by)
    return series


def add_dates(series: Series, *, count: int, by: Viewer) -> list[Meeting]:
    """Further dates by the series' rule, after its latest one and after today, as the latest one was.

    Raises RefusedError for a series that ended, and for one without any date left to take over from.
    """
    require(may_change_series(by, series), _("A series is changed by the members of its group."))
    _count(count)
    latest = series.meetings.select_related("room").order_by("-on", "-id").first()
    if series.ended_on is not None or latest is None:
        raise RefusedError(_("This series has ended. Begin a new one."))
    given = {name: getattr(latest, name) for name in TAKEN_OVER}
    given |= {"text": series.text, "lang": series.lang, "kind": series.kind}
    given["visibility"] = Visibility.PUBLIC if latest.visibility == Visibility.PUBLIC else Visibility.PRIVATE
    after = max(latest.on, today(series.group.place.zone) - dt.timedelta(days=1))
    training = Training.objects.filter(meeting=latest).first()
    made = []
    with transaction.atomic():
        for day in days_of(series.rule, series.first_on, count, after=after):
            meeting = called(series.group, {**given, "on": day}, room_name=latest.room.name, series=series, by=by)
            if training is not None:
                _again(training, meeting)
            made.append(meeting)
    return made


def _again(training: Training, meeting: Meeting) -> None:
    Training.objects.create(
        meeting=meeting,
        audience=training.audience,
        sector=training.sector,
        side=training.side,
        body_id=training.body_id,
    )


def end_series(series: Series, *, call_off: bool, by: Viewer) -> int:
    """Ends a series. With `call_off` its coming dates are removed where nothing is kept of them; returns how many were."""
    require(may_change_series(by, series), _("A series is changed by the members of its group."))
    here = today(series.group.place.zone)
    with transaction.atomic():
        if series.ended_on is None:
            series.ended_on = here
            series.save(update_fields=["ended_on"])
            audit.record("ended", series, by=by)
        coming = series.meetings.filter(on__gt=here).select_related("room") if call_off else ()
        empty = [meeting for meeting in coming if not has_words(meeting)]
        for meeting in empty:
            cancel_meeting(meeting, by=by)
    return len(empty)
