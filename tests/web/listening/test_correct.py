"""The page that puts a typing mistake right, at the desk and behind a facilitator's link."""

from __future__ import annotations

import pytest

from tests.factories.meetings import make_room, make_sentence
from tests.meetings.test_take_back_everywhere import in_an_issue
from tests.web.listening.test_door import come_in, soon

SENT = {"text": "The river smells", "kind": "how_it_is", "said_by": "most", "lang": "en"}


@pytest.fixture
def sentence(cast):
    return make_sentence(make_room(cast.group), "The rivver smells")


def at(sentence) -> str:
    return f"/our-work/sentences/{sentence.pk}/correct/"


@pytest.mark.parametrize(("who", "status"), [("elsewhere", 404), ("steward", 404), ("anybody", 302)])
def test_others_find_no_such_page(cast, sentence, who, status) -> None:
    client = cast.everybody[who].client
    assert (client.get(at(sentence)).status_code, client.post(at(sentence), SENT).status_code) == (status, status)
    sentence.refresh_from_db()
    assert sentence.text == "The rivver smells"


def test_a_member_finds_it_beside_the_sentence_and_puts_it_right(cast, sentence) -> None:
    client = cast.member.client
    assert at(sentence) in client.get(f"/our-work/sentences/{sentence.pk}/").content.decode()
    assert at(sentence) in client.get(f"/our-work/meetings/{sentence.room.meeting_id}/").content.decode()
    assert "The rivver smells</textarea>" in client.get(at(sentence)).content.decode()
    answer = client.post(at(sentence), SENT, follow=True)
    assert "The sentence is put right" in answer.content.decode()
    assert "The river smells" in answer.content.decode()


def test_a_facilitator_does_it_for_this_meeting_alone(db) -> None:
    meeting = soon()
    mine, other = make_sentence(meeting.room, "The rivver smells"), make_sentence()
    client = come_in(meeting)
    address = f"/room/correct/{mine.pk}/"
    assert address in client.get("/room/").content.decode()
    assert client.post(address, SENT)["Location"] == "/room/"
    assert client.post(f"/room/correct/{other.pk}/", SENT).status_code == 404
    mine.refresh_from_db()
    assert (mine.text, mine.said_by) == ("The river smells", "most")


def test_a_name_is_pointed_out_once_and_nothing_is_lost(cast, sentence) -> None:
    named = {**SENT, "text": "Mrs Waterhouse says it smells"}
    page = cast.member.client.post(at(sentence), named)
    assert page.status_code == 422
    assert "This looks like a person’s name or number: Mrs Waterhouse" in page.content.decode()
    assert "Mrs Waterhouse says it smells</textarea>" in page.content.decode()
    assert 'name="looked" value="Mrs Waterhouse"' in page.content.decode()
    again = cast.member.client.post(at(sentence), {**named, "looked": "Mrs Waterhouse", "text": "Mr Poole says so"})
    assert again.status_code == 422
    assert cast.member.client.post(at(sentence), {**named, "looked": "Mrs Waterhouse"}).status_code == 302


def test_too_long_is_said_and_kept_on_the_page(cast, sentence) -> None:
    page = cast.member.client.post(at(sentence), {**SENT, "text": "x" * 501})
    assert page.status_code == 422
    assert "501 characters long; there is room for 500" in page.content.decode()
    assert "x" * 501 in page.content.decode()


def test_words_in_use_are_said_to_stay_and_the_way_out_stands_beside(cast, sentence) -> None:
    in_an_issue(sentence, cast.group)
    page = cast.member.client.get(at(sentence)).content.decode()
    assert "in use there" in page
    assert "<textarea" not in page
    assert f"/our-work/sentences/{sentence.pk}/take-back/" in page
    assert cast.member.client.post(at(sentence), SENT).status_code == 422
    sentence.refresh_from_db()
    assert sentence.text == "The rivver smells"
