"""A facilitator's link: what a finder can do with it, and what is lost when it is closed under somebody's hands."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from smallplaces.core.clock import fixed
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from tests.factories.issues import make_public_issue, make_ranking
from tests.factories.meetings import behind_link, make_meeting, make_photo, make_sentence
from tests.web.listening.test_door import address_of, come_in, soon

pytestmark = pytest.mark.django_db
CHAT = {"line-1-text": "The bus is late", "line-2-text": "  ", "paste": "And <b>dear</b>", "told": "x"}


def close(meeting: object) -> None:
    from smallplaces.core.models import OneTimeLink

    OneTimeLink.objects.filter(thing_id=meeting.pk).update(revoked_on=dt.date(2026, 1, 1))


def test_a_link_opened_twice_works_twice() -> None:
    address = address_of(soon())
    client = Client()
    for _time in range(2):
        assert client.post(address)["Location"] == "/room/"
        assert client.get("/room/").status_code == 200
    assert set(client.cookies) == {"door", "csrf"}
    assert Client().post(address).status_code == 302


def test_after_its_time_the_door_says_what_to_do() -> None:
    meeting = soon()
    address, client = address_of(meeting), come_in(meeting)
    with fixed(meeting.on + dt.timedelta(days=5)):
        for answer in (client.get(address), client.get("/room/"), client.get("/room/photos/")):
            assert answer.status_code in {403, 404}
            assert "ask the group for another one" in answer.content.decode()


@pytest.mark.parametrize("path", ["sentences/", "correct/abc/", "photos/"])
def test_words_typed_into_a_door_that_closed_come_back_to_be_copied(path: str) -> None:
    meeting = soon()
    client = come_in(meeting)
    close(meeting)
    answer = client.post(f"/room/{path}", CHAT)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "The bus is late\nAnd &lt;b&gt;dear&lt;/b&gt;</textarea>" in page
    assert not meeting.room.sentences.exists()


def test_what_is_too_long_for_a_closed_door_is_not_even_read() -> None:
    meeting = soon()
    client = come_in(meeting)
    close(meeting)
    answer = client.generic(
        "POST", "/room/photos/", b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=10**9
    )
    assert answer.status_code == 403


def test_the_cookie_of_one_meeting_opens_nothing_of_another() -> None:
    from smallplaces.meetings.queries import find_meeting, find_room, get_sentence, photos_of_meeting

    meeting = soon()
    other = make_meeting(meeting.group)
    sentence, photo, viewer = make_sentence(other.room), make_photo(other), behind_link(meeting)
    for read, key in ((find_meeting, other.pk), (find_room, other.room.pk), (get_sentence, sentence.pk)):
        with pytest.raises(NotVisibleError):
            read(key, viewer=viewer)
    assert photos_of_meeting(other.pk, viewer=viewer) == []
    client = come_in(meeting)
    for path in (f"photos/{photo.pk}/", f"take-back/{sentence.pk}/", f"correct/{sentence.pk}/"):
        assert client.get(f"/room/{path}").status_code == 404


def test_a_link_is_no_account() -> None:
    from smallplaces.issues.actions import RankDraft, rank_issues

    meeting = soon()
    issue = make_public_issue(meeting.group)
    make_ranking(meeting.room, [issue])
    client = come_in(meeting)
    for name in ("desk:meeting", "desk:photos", "desk:what_first", "desk:meeting_link", "desk:sentences"):
        assert client.get(reverse(name, args=[meeting.pk]))["Location"].startswith("/account/login/")
    with pytest.raises(NotAllowedError):
        rank_issues(meeting.room, drafts=[RankDraft(issue, marks=1)], method="dots", by=behind_link(meeting))


def test_a_photograph_cannot_be_put_into_another_meeting() -> None:
    from smallplaces.meetings.actions import add_photo

    meeting = soon()
    other = make_meeting(meeting.group)
    with pytest.raises((NotAllowedError, RefusedError)):
        add_photo(other, picture=b"", faces_looked_at=True, by=behind_link(meeting))
