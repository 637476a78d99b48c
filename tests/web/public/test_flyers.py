"""A meeting to pass on: a flyer on one sheet, and a message for any messenger."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core.clock import fixed
from tests.factories.groups import make_group
from tests.factories.meetings import MEETING_DAY, make_meeting
from tests.factories.places import make_place

FACTS = {
    "visibility": "public", "starts": dt.time(19), "ends": dt.time(0, 30), "childcare": True, "fare_paid": True, "food": True,
    "step_free": "nearly", "spoken": "Spanish and Arabic", "how_to_get_there": "Side door",
}  # fmt: skip
SAID = (
    "What does it take to live here?", "Thursday 5 March, 7 p.m. to 12:30 a.m.", "Chapel kitchen", "Side door",
    "Languages: Spanish and Arabic", "Childcare there", "We pay the fare", "We eat together", "one step at the door",
)  # fmt: skip


@pytest.fixture(autouse=True)
def before():
    with fixed(MEETING_DAY):
        yield


def words(page: str) -> str:
    """What a page says, without its tags."""
    from django.utils.html import strip_tags

    return " ".join(strip_tags(page).split())


@pytest.mark.parametrize("page", ["flyer/", "message/", "message.txt"])
def test_it_says_when_where_and_what_makes_it_possible_to_come(cast, page: str) -> None:
    meeting = make_meeting(cast.group, **FACTS)
    answer = cast.anybody.client.get(f"/meetings/{meeting.pk}/{page}")
    said = words(answer.content.decode())
    assert [
        one for one in (*SAID, cast.group.name, f"http://testserver/meetings/{meeting.pk}/") if one not in said
    ] == []
    assert "FICTIONAL" not in said


def test_the_text_file_is_plain_text_of_few_lines(cast) -> None:
    meeting = make_meeting(cast.group, **FACTS)
    answer = cast.anybody.client.get(f"/meetings/{meeting.pk}/message.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert len(answer.content.decode().splitlines()) == 8
    assert answer.content.decode().splitlines()[-1] == f"http://testserver/meetings/{meeting.pk}/"


def test_the_square_stands_in_the_page_and_brings_no_style(cast) -> None:
    meeting = make_meeting(cast.group, **FACTS)
    page = cast.anybody.client.get(f"/meetings/{meeting.pk}/flyer/").content.decode()
    assert "<svg" in page
    assert "style=" not in page
    assert "data:" not in page


def test_a_private_meeting_has_a_flyer_for_its_group_without_an_address(cast) -> None:
    meeting = make_meeting(cast.group)
    for page in ("flyer/", "message/", "message.txt"):
        assert cast.anybody.client.get(f"/meetings/{meeting.pk}/{page}").status_code == 404
        answer = cast.member.client.get(f"/meetings/{meeting.pk}/{page}").content.decode()
        assert "http://testserver" not in answer
        assert "<svg" not in answer


def test_what_is_made_up_says_so(db, client) -> None:
    meeting = make_meeting(make_group(place=make_place(fictional=True)), **FACTS)
    for page in ("flyer/", "message/", "message.txt"):
        assert "FICTIONAL" in client.get(f"/meetings/{meeting.pk}/{page}").content.decode()


def test_people_s_words_keep_their_language_and_direction(cast) -> None:
    meeting = make_meeting(
        cast.group, text="ماذا يحتاج العيش هنا؟", where="مطبخ الكنيسة", lang="ar", visibility="public"
    )
    page = cast.anybody.client.get(f"/meetings/{meeting.pk}/flyer/").content.decode()
    assert '<h1 lang="ar" dir="rtl">ماذا يحتاج العيش هنا؟</h1>' in page
    assert '<p class="where" lang="ar" dir="rtl">مطبخ الكنيسة</p>' in page


def test_what_is_written_there_is_text_and_nothing_else(cast) -> None:
    meeting = make_meeting(cast.group, text="</textarea><script>x</script>", visibility="public")
    for page in ("flyer/", "message/"):
        assert "<script>x" not in cast.anybody.client.get(f"/meetings/{meeting.pk}/{page}").content.decode()
