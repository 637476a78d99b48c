"""Calling a meeting at the desk, changing it, and the facilitator's link."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from tests.factories.meetings import make_meeting, make_sentence

GIVEN = {
    "text": "What does it take to live here?", "kind": "circle", "on": "2999-03-05", "starts": "19:00", "where": "Chapel kitchen",
    "lang": "es", "spoken": "Arabic", "childcare": "on", "step_free": "yes", "room_name": "Circle 3", "visibility": "public",
}  # fmt: skip


def test_a_member_calls_a_meeting(cast) -> None:
    from smallplaces.meetings.models import Meeting

    answer = cast.member.client.post("/our-work/meetings/call/", {**GIVEN, "group": cast.group.pk})
    meeting = Meeting.objects.get()
    assert answer["Location"] == f"/our-work/meetings/{meeting.pk}/"
    assert (meeting.room.name, meeting.childcare, meeting.fare_paid, str(meeting.starts)) == (
        "Circle 3",
        True,
        False,
        "19:00:00",
    )


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"where": "\x00"}, "Nothing is written"), ({"on": "tomorrow"}, "Write the day as year, month, day"), ({"text": "x" * 301}, "room for 300"), ({"group": "no"}, "Choose from the list")],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_and_the_rest_stays(cast, wrong, says) -> None:
    answer = cast.member.client.post("/our-work/meetings/call/", {**GIVEN, "group": cast.group.pk, **wrong})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert 'value="Circle 3"' in answer.content.decode()


def test_a_meeting_for_a_group_of_others_cannot_be_called(cast) -> None:
    sent = {**GIVEN, "group": cast.other_group.pk}
    assert cast.member.client.post("/our-work/meetings/call/", sent).status_code == 422


@pytest.mark.parametrize("page", ["", "change/", "link/", "sentences/", "said/", "read-back/"])
@pytest.mark.parametrize(
    ("who", "status"), [("member", 200), ("holder", 200), ("elsewhere", 404), ("steward", 404), ("anybody", 302)]
)
def test_who_comes_to_the_pages_of_a_meeting(cast, page, who, status) -> None:
    meeting = make_meeting(cast.group, visibility="public")
    assert cast.everybody[who].client.get(f"/our-work/meetings/{meeting.pk}/{page}").status_code == status


def test_a_change_keeps_what_was_given_and_shows_it(cast) -> None:
    meeting = make_meeting(cast.group)
    address = f"/our-work/meetings/{meeting.pk}/change/"
    assert 'value="Chapel kitchen"' in cast.member.client.get(address).content.decode()
    assert cast.member.client.post(address, {**GIVEN, "where": "The laundry"}).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.where, meeting.lang, meeting.visibility) == ("The laundry", "es", "public")


def test_calling_off_is_refused_once_somebody_spoke(cast) -> None:
    meeting = make_meeting(cast.group)
    address = f"/our-work/meetings/{meeting.pk}/change/"
    make_sentence(meeting.room)
    answer = cast.member.client.post(address, {"call_off": "1"})
    assert answer.status_code == 422
    assert "written down here" in answer.content.decode()


def test_the_link_is_shown_once_with_a_square_and_opens_the_room(cast) -> None:
    from smallplaces.core.models import OneTimeLink

    meeting = make_meeting(cast.group, on=dt.date(2999, 3, 5))
    address = f"/our-work/meetings/{meeting.pk}/link/"
    page = cast.member.client.post(address).content.decode()
    key = re.search(r"http://testserver(/room/[\w-]+/)", page)[1]
    assert "<svg" in page
    assert "style=" not in page
    assert cast.anybody.client.get(key).status_code == 200
    assert key not in cast.member.client.get(address).content.decode()
    cast.member.client.post(address, {"close": "1"})
    assert cast.anybody.client.get(key).status_code == 404
    assert OneTimeLink.objects.get().revoked_on
