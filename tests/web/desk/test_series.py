"""Series and trainings at the desk."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.factories.meetings import make_meeting, make_series, make_training
from tests.factories.places import make_body

GIVEN = {
    "text": "Thursday circle", "kind": "circle", "on": "2998-03-08", "starts": "19:00", "where": "Chapel kitchen",
    "lang": "es", "visibility": "public", "rule": "monthly", "count": "3",
}  # fmt: skip


@pytest.fixture
def start(cast) -> str:
    return f"/our-work/groups/{cast.group.slug}/series/start/"


def test_a_member_begins_a_series_and_sees_its_dates(cast, start) -> None:
    from smallplaces.meetings.models import Series

    answer = cast.member.client.post(start, GIVEN)
    series = Series.objects.get()
    assert answer["Location"] == f"/our-work/series/{series.pk}/"
    page = cast.member.client.get(answer["Location"]).content.decode()
    assert [
        words for words in ("8 March 2998", "12 April 2998", "10 May 2998", "second Thursday") if words not in page
    ] == []
    assert "Thursday circle" in cast.member.client.get(f"/our-work/groups/{cast.group.slug}/series/").content.decode()
    assert series.meetings.count() == 3


@pytest.mark.parametrize("count", ["0", "-3", "27", "1000", "many"])
def test_a_thousand_dates_are_refused_and_the_rest_stays(cast, start, count) -> None:
    from smallplaces.meetings.models import Meeting

    answer = cast.member.client.post(start, {**GIVEN, "count": count})
    assert answer.status_code == 422
    assert 'value="Chapel kitchen"' in answer.content.decode()
    assert not Meeting.objects.exists()


def test_a_first_day_that_is_over_is_asked_about_once(cast, start) -> None:
    from smallplaces.meetings.models import Meeting

    sent = {**GIVEN, "on": "2001-03-08"}
    assert "This day is over" in cast.member.client.post(start, sent).content.decode()
    assert cast.member.client.post(start, {**sent, "over": "2001-03-08"}).status_code == 302
    assert Meeting.objects.count() == 3


def test_dates_are_added_and_the_series_ended(cast) -> None:
    series = make_series(cast.group, on=dt.date(2998, 3, 8))
    address = f"/our-work/series/{series.pk}/"
    assert "2 dates are added" in cast.member.client.post(address, {"count": "2"}, follow=True).content.decode()
    assert cast.member.client.post(address, {"count": "99"}).status_code == 422
    ended = cast.member.client.post(address, {"end": "1", "call_off": "1"}, follow=True).content.decode()
    assert "4 coming dates are called off" in ended
    assert "Add these dates" not in ended
    assert series.meetings.count() == 0


def test_a_training_is_asked_about_after_it_is_called_and_shown_to_all(cast) -> None:
    from smallplaces.meetings.models import Meeting

    body = make_body(cast.place, name="Bus office")
    sent = {**GIVEN, "kind": "training", "group": cast.group.pk}
    answer = cast.member.client.post("/our-work/meetings/call/", sent)
    meeting = Meeting.objects.get()
    assert answer["Location"] == f"/our-work/meetings/{meeting.pk}/training/"
    empty = cast.member.client.post(answer["Location"], {"side": "for"})
    assert empty.status_code == 422
    told = {"audience": "Night drivers", "side": "for", "sector": "transport", "body": body.pk}
    assert cast.member.client.post(answer["Location"], told).status_code == 302
    page = cast.anybody.client.get(f"/meetings/{meeting.pk}/").content.decode()
    assert [
        words for words in ("a training for them", "Night drivers", "Bus office", "transport") if words not in page
    ] == []
    assert 'value="Night drivers"' in cast.member.client.get(answer["Location"]).content.decode()


def test_what_is_no_training_teaches_nobody(cast) -> None:
    meeting = make_meeting(cast.group)
    answer = cast.member.client.post(f"/our-work/meetings/{meeting.pk}/training/", {"audience": "All", "side": "for"})
    assert answer.status_code == 422
    assert "This meeting is no training" in answer.content.decode()


def test_our_list_has_our_trainings(cast) -> None:
    make_training(make_meeting(cast.group, kind="training"), audience="Night drivers")
    page = cast.member.client.get(f"/our-work/groups/{cast.group.slug}/series/").content.decode()
    assert "Night drivers" in page
    assert "only our group sees this" in page
