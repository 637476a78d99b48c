"""Reads about series. A series is its own group's; for everybody else each of its meetings stands alone."""

from __future__ import annotations

from django.db.models import Count, Min, Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.days import rule_in_words
from smallplaces.meetings.models import Series
from smallplaces.meetings.queries.meeting_lines import SeriesLine


def _rows(viewer: Viewer) -> QuerySet[Series]:
    rows = Series.objects.filter(group_id__in=viewer.group_ids).select_related("group__place")
    return rows.order_by("ended_on", "-first_on", "id")


def find_series(series_id: str, *, viewer: Viewer) -> Series:
    """The record, for an action. Raises NotVisibleError."""
    row = _rows(viewer).filter(pk=series_id).first()
    if row is None:
        raise NotVisibleError(series_id)
    return row


def _counted(rows: QuerySet[Series]) -> list[SeriesLine]:
    # A place can be a day away from UTC; a list may call tonight's date the next one until tomorrow.
    coming = Q(meetings__on__gte=today())
    counted = rows.annotate(dates=Count("meetings"), next_on=Min("meetings__on", filter=coming))
    return [
        SeriesLine(
            id=row.pk,
            text=row.text,
            lang=row.lang,
            dir=row.dir,
            series_kind=str(row.get_kind_display()),
            rule_words=rule_in_words(row.rule, row.first_on),
            first_on=row.first_on,
            ended_on=row.ended_on,
            next_on=row.next_on,
            date_count=row.dates,
            group_id=row.group_id,
            group_name=row.group.name,
            group_slug=row.group.slug,
            fictional=row.group.place.fictional,
        )
        for row in counted
    ]


def get_series(series_id: str, *, viewer: Viewer) -> SeriesLine:
    """One series of the viewer's own groups, for its page. One query. Raises NotVisibleError."""
    lines = _counted(_rows(viewer).filter(pk=series_id))
    if not lines:
        raise NotVisibleError(series_id)
    return lines[0]


def series_of_group(group_id: str, *, viewer: Viewer) -> list[SeriesLine]:
    """A group's series for its own people, those that go on first. One query."""
    lines = _counted(_rows(viewer).filter(group_id=group_id))
    return [*(one for one in lines if one.ended_on is None), *(one for one in lines if one.ended_on is not None)]
