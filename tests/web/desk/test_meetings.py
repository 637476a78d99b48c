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


PAST = {**GIVEN, "on": "2001-03-05", "visibility": "private"}


def test_a_day_that_is_over_is_asked_about_once(cast) -> None:
    from smallplaces.meetings.models import Meeting

    sent = {**PAST, "group": cast.group.pk}
    answer = cast.member.client.post("/our-work/meetings/call/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This day is over. To write down a meeting that was, press again." in page
    assert 'value="Circle 3"' in page
    over = re.search(r'name="over" value="([^"]+)"', page)[1]
    other_day = cast.member.client.post("/our-work/meetings/call/", {**sent, "on": "2001-03-06", "over": over})
    assert other_day.status_code == 422
    assert not Meeting.objects.exists()
    assert cast.member.client.post("/our-work/meetings/call/", {**sent, "over": over}).status_code == 302
    assert Meeting.objects.get().on == dt.date(2001, 3, 5)


def test_a_meeting_that_was_is_changed_without_being_asked(cast) -> None:
    meeting = make_meeting(cast.group, on=dt.date(2001, 3, 5))
    address = f"/our-work/meetings/{meeting.pk}/change/"
    assert cast.member.client.post(address, PAST).status_code == 302
    assert cast.member.client.post(address, {**PAST, "on": "2001-03-06"}).status_code == 422


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"on": "2027-02-29"}, "Write the day as year, month, day"),
        ({"on": "2999-02-30"}, "Write the day as year, month, day"),
        ({"on": "9999-12-31"}, "between 1900 and 2999"),
        ({"starts": "25:00"}, "Write the hour like this"),
        ({"starts": "", "ends": "21:00"}, "Say when it begins, too."),
        ({"ends": "18:00"}, "It ends before it begins."),
        ({"on": "2999-03-31", "starts": "01:30"}, "there is no"),
        ({"where": "x" * 500}, "room for 300"),
        ({"agenda": "x" * 4001}, "room for 4000"),
        ({"article": "31"}, "Choose from the list"),
    ],
)
def test_days_hours_and_lengths_that_cannot_be_are_said_at_their_field(cast, wrong, says) -> None:
    from smallplaces.meetings.models import Meeting

    answer = cast.member.client.post("/our-work/meetings/call/", {**GIVEN, "group": cast.group.pk, **wrong})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Meeting.objects.exists()


def test_a_leap_day_and_an_end_after_midnight_are_kept(cast) -> None:
    from smallplaces.meetings.models import Meeting

    sent = {**GIVEN, "group": cast.group.pk, "on": "2028-02-29", "ends": "00:30", "article": "25", "agenda": "One\nTwo"}
    cast.member.client.post("/our-work/meetings/call/", sent)
    meeting = Meeting.objects.get()
    assert (meeting.on, meeting.ends, meeting.article) == (dt.date(2028, 2, 29), dt.time(0, 30), 25)
    assert meeting.agenda == "One\nTwo"


def test_what_came_of_it_stands_on_the_public_page_once_the_day_has_come(cast) -> None:
    meeting = make_meeting(cast.group, kind="convening", visibility="public", lang="es")
    address = f"/our-work/meetings/{meeting.pk}/outcomes/"
    sent = {
        "agenda": "Water",
        "outcomes": "We write to the company.\nWe meet again.",
        "follow_up": "A letter in April.",
    }
    assert cast.member.client.post(address, sent).status_code == 302
    page = cast.anybody.client.get(f"/meetings/{meeting.pk}/").content.decode()
    for words in (
        "What we talked about",
        "Water",
        "What came of it",
        "We write to the company.<br>",
        "A letter in April.",
    ):
        assert words in page
    later = make_meeting(cast.group, on=dt.date(2999, 3, 5))
    early = cast.member.client.post(f"/our-work/meetings/{later.pk}/outcomes/", sent)
    assert early.status_code == 422
    assert "still to come" in early.content.decode()


def test_a_meeting_of_which_something_came_is_not_called_off(cast) -> None:
    meeting = make_meeting(cast.group)
    cast.member.client.post(f"/our-work/meetings/{meeting.pk}/outcomes/", {"outcomes": "We write."})
    assert cast.member.client.post(f"/our-work/meetings/{meeting.pk}/change/", {"call_off": "1"}).status_code == 422


def test_the_form_says_that_nobody_is_asked_for_a_name(cast) -> None:
    assert "Nobody is asked for a name" in cast.member.client.get("/our-work/meetings/call/").content.decode()


def test_a_human_rights_day_comes_filled_in(cast) -> None:
    page = cast.member.client.get(f"/our-work/groups/{cast.group.slug}/series/").content.decode()
    link = re.search(r'href="(/our-work/meetings/call/\?[^"]+-12-10[^"]+)"', page)[1].replace("&amp;", "&")
    form = cast.member.client.get(link).content.decode()
    assert re.search(r'name="on" value="\d{4}-12-10"', form)
    assert 'value="Human Rights Day"' in form
    assert '<option value="rights_day" selected>' in form
    assert f'<option value="{cast.group.pk}" selected>' in form


def test_a_group_that_has_not_met_is_led_to_its_first_meeting_with_a_plan(cast) -> None:
    words = "has not met yet. Call its first meeting"
    desk = cast.member.client.get("/our-work/").content.decode()
    assert words in desk

    form = cast.member.client.get(f"/our-work/meetings/call/?group={cast.group.pk}&plan=first-meeting")
    assert '<option value="first-meeting" selected>' in form.content.decode()

    make_meeting(cast.group)
    assert words not in cast.member.client.get("/our-work/").content.decode()


def test_every_meeting_of_ours_can_be_found_again(cast) -> None:
    old = make_meeting(cast.group, text="Who has the key?", on=dt.date(2020, 3, 5))

    page = cast.member.client.get(f"/our-work/groups/{cast.group.slug}/series/").content.decode()

    assert f"/our-work/meetings/{old.pk}/" in page
