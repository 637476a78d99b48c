"""Series: each date is a meeting of its own, in the evening, in its own zone."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from smallplaces.core.clock import fixed
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY
from tests.factories.groups import make_group
from tests.factories.meetings import behind_link, inside, make_meeting, make_sentence, make_series, make_training
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
NOW = dt.date(2026, 3, 1)


def days(series) -> list[str]:
    return [day.isoformat() for day in series.meetings.order_by("on").values_list("on", flat=True)]


def test_each_date_is_a_meeting_with_its_room() -> None:
    series = make_series(count=3, room_name="Circle 3", childcare=True, visibility="public", starts=dt.time(19))
    assert days(series) == ["2026-03-05", "2026-04-02", "2026-05-07"]
    for meeting in series.meetings.all():
        assert (meeting.text, meeting.room.name, meeting.childcare) == ("Thursday circle", "Circle 3", True)
        assert (meeting.visibility, meeting.starts) == ("public", dt.time(19))


@pytest.mark.parametrize(
    ("zone", "rule", "first"),
    [("Europe/Berlin", "weekly", dt.date(2026, 3, 26)), ("America/New_York", "weekly", dt.date(2026, 3, 5))],
)
def test_an_evening_stays_in_the_evening_across_a_change_of_clocks(zone: str, rule: str, first: dt.date) -> None:
    from smallplaces.meetings.days import begins

    group = make_group(place=make_place(zone=zone))
    series = make_series(group, rule=rule, on=first, starts=dt.time(19), count=2)
    before, after = [begins(one.on, one.starts, one.zone) for one in series.meetings.order_by("on")]
    assert (before.hour, after.hour) == (19, 19)
    assert before.utcoffset() != after.utcoffset()
    assert after.astimezone(dt.UTC) - before.astimezone(dt.UTC) == dt.timedelta(days=7, hours=-1)


def test_a_meeting_keeps_its_zone_when_its_place_gets_another() -> None:
    from smallplaces.meetings.actions import add_dates, change_meeting

    group = make_group(place=make_place(zone="Europe/Berlin"))
    series = make_series(group, starts=dt.time(19))
    group.place.zone = "Europe/Lisbon"
    group.place.save()
    series.refresh_from_db()
    first = series.meetings.order_by("on").first()
    change_meeting(first, where="The laundry", by=inside(group))
    with fixed(NOW):
        added = add_dates(type(series).objects.get(pk=series.pk), count=1, by=inside(group))
    first.refresh_from_db()
    assert (first.zone, added[0].zone) == ("Europe/Berlin", "Europe/Lisbon")
    assert (ZoneInfo(first.zone).key, first.starts, added[0].starts) == ("Europe/Berlin", dt.time(19), dt.time(19))


def test_further_dates_follow_the_latest_as_it_was_and_never_lie_in_the_past() -> None:
    from smallplaces.meetings.actions import add_dates, change_meeting

    series = make_series(kind="training")
    by = inside(series.group)
    latest = series.meetings.order_by("-on").first()
    make_training(latest)
    change_meeting(latest, where="The laundry", agenda="only that evening", by=by)
    with fixed(dt.date(2026, 9, 1)):
        added = add_dates(series, count=2, by=by)
    assert [one.on.isoformat() for one in added] == ["2026-09-03", "2026-10-01"]
    assert {(one.where, one.agenda, one.training.audience) for one in added} == {("The laundry", "", "Bus drivers")}


def test_one_date_is_changed_or_called_off_alone() -> None:
    from smallplaces.meetings.actions import cancel_meeting, change_meeting

    series = make_series(count=3)
    first, second, third = series.meetings.order_by("on")
    change_meeting(first, on=first.on + dt.timedelta(days=1), by=inside(series.group))
    cancel_meeting(second, by=inside(series.group))
    assert days(series) == ["2026-03-06", third.on.isoformat()]


@pytest.mark.parametrize("call_off", [True, False])
def test_the_end_calls_off_coming_dates_without_words_only_if_asked(call_off: bool) -> None:
    from smallplaces.meetings.actions import add_dates, end_series

    series = make_series(count=4)
    by = inside(series.group)
    third = series.meetings.order_by("on")[2]
    make_sentence(third.room)
    with fixed(dt.date(2026, 3, 20)):
        assert end_series(series, call_off=call_off, by=by) == (2 if call_off else 0)
        with pytest.raises(RefusedError, match="has ended"):
            add_dates(series, count=1, by=by)
    kept = ["2026-03-05", "2026-05-07"] if call_off else ["2026-03-05", "2026-04-02", "2026-05-07", "2026-06-04"]
    assert days(series) == kept


@pytest.mark.parametrize("count", [0, -1, 27, 1000])
def test_a_thousand_dates_are_not_made(count: int) -> None:
    from smallplaces.meetings.models import Meeting, Series

    with pytest.raises(RefusedError) as refused:
        make_series(count=count)
    assert refused.value.field == "count"
    assert (Series.objects.count(), Meeting.objects.count()) == (0, 0)


def test_a_date_whose_hour_does_not_exist_leaves_nothing_half_made() -> None:
    from smallplaces.meetings.models import Meeting, Series

    group = make_group(place=make_place(zone="Europe/Berlin"))
    with pytest.raises(RefusedError, match="29 March 2026"):
        make_series(group, rule="weekly", on=dt.date(2026, 3, 22), starts=dt.time(2, 30))
    assert (Series.objects.count(), Meeting.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("field", "value"), [("rule", "daily"), ("where", "x" * 500), ("kind", "party"), ("text", " ")]
)
def test_what_cannot_be_kept_is_refused_at_its_field(field: str, value: str) -> None:
    with pytest.raises(RefusedError) as refused:
        make_series(**{field: value})
    assert refused.value.field == field


def test_a_second_press_begins_no_second_series() -> None:
    from smallplaces.meetings.models import Meeting

    first = make_series()
    assert make_series(first.group) == first
    assert Meeting.objects.count() == 2
    assert make_series(first.group, text="Another circle") != first


def test_a_series_is_its_groups_own() -> None:
    from smallplaces.meetings.actions import add_dates, end_series, start_series
    from smallplaces.meetings.queries import find_series, get_meeting, series_of_group

    series = make_series(visibility="public")
    other = inside(make_group())
    for viewer in (ANYBODY, other, behind_link(make_meeting())):
        with pytest.raises(NotVisibleError):
            find_series(series.pk, viewer=viewer)
        for write in (
            lambda by: add_dates(series, count=1, by=by),
            lambda by: end_series(series, call_off=True, by=by),
        ):
            with pytest.raises(NotAllowedError):
                write(viewer)
        with pytest.raises(NotAllowedError):
            start_series(series.group, rule="weekly", count=1, text="x", on=NOW, where="y", by=viewer)
        assert series_of_group(series.group_id, viewer=viewer) == []
    first = series.meetings.first()
    assert get_meeting(first.pk, viewer=ANYBODY).series_id == ""
    assert get_meeting(first.pk, viewer=inside(series.group)).series_id == series.pk


def test_a_list_says_how_often_and_when_next() -> None:
    from smallplaces.meetings.queries import series_of_group

    series = make_series()
    with fixed(dt.date(2026, 3, 20)):
        line = series_of_group(series.group_id, viewer=inside(series.group))[0]
    assert line.rule_words == "every month, on the first Thursday"
    assert (line.next_on, line.date_count) == (dt.date(2026, 4, 2), 2)
