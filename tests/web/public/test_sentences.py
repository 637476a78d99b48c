"""What the room said, outside the room."""

from __future__ import annotations

import pytest

from tests.factories.meetings import inside, make_room, make_sentence, make_translation


@pytest.fixture
def room(cast):
    return make_room(cast.group, visibility="public")


def get(person, path: str) -> tuple[int, str]:
    answer = person.client.get(path)
    return answer.status_code, answer.content.decode()


def test_the_public_page_leaves_out_what_is_ours_and_unreleased_numbers(cast, room) -> None:
    from smallplaces.meetings.actions import count_heads

    make_sentence(room, "Stays with us")
    make_sentence(room, "Goes out", reach="public", said_by="one")
    count_heads(room, 4321, by=inside(cast.group))
    _status, page = get(cast.anybody, f"/rooms/{room.pk}/")
    assert "Goes out" in page
    assert "said by a few" in page
    for hidden in ("Stays with us", "4321", "said by one", "Take back"):
        assert hidden not in page
    _status, ours = get(cast.member, f"/rooms/{room.pk}/")
    for shown in ("Stays with us", "4321", "said by one", "only our group sees this number"):
        assert shown in ours


@pytest.mark.parametrize(("who", "status"), [("member", 200), ("elsewhere", 404), ("anybody", 404), ("steward", 404)])
def test_a_sentence_of_ours_has_a_page_for_us_alone(cast, room, who, status) -> None:
    sentence = make_sentence(room)
    assert get(cast.everybody[who], f"/sentences/{sentence.pk}/")[0] == status


def test_a_public_sentence_shows_its_room_and_translations(cast, room) -> None:
    sentence = make_sentence(room, reach="public")
    make_translation(sentence)
    make_translation(sentence, lang="ar", text="آخر حافلة", machine=True)
    status, page = get(cast.anybody, f"/sentences/{sentence.pk}/")
    assert status == 200
    assert '<q lang="es" dir="ltr">' in page
    assert '<q lang="ar" dir="rtl">' in page
    assert "translated by a machine" in page
    assert "translated by the kitchen circle" in page
    assert f"/rooms/{room.pk}/" in page


def test_the_page_of_a_sentence_taken_back_is_gone_for_everybody(cast, room) -> None:
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence(room, "Gone words", reach="public")
    take_back(sentence, by=inside(cast.group))
    for person in (cast.anybody, cast.member):
        assert get(person, f"/sentences/{sentence.pk}/")[0] == 404
    assert "These words were taken back" in get(cast.member, f"/rooms/{room.pk}/")[1]
    assert "taken back" not in get(cast.anybody, f"/rooms/{room.pk}/")[1]


def test_a_silent_private_room_does_not_exist_outside(cast) -> None:
    room = make_room(cast.group)
    assert get(cast.anybody, f"/rooms/{room.pk}/")[0] == 404
    assert get(cast.member, f"/rooms/{room.pk}/")[0] == 200


def test_a_sentence_leads_to_what_was_made_of_it_for_those_who_may_see_it(cast, room) -> None:
    from smallplaces.issues.actions import open_issue

    sentence, by = make_sentence(room, reach="public"), inside(cast.group)
    issue = open_issue(cast.group, place=cast.place, text="The bus at night", sentences=[sentence], by=by)
    _status, ours = get(cast.member, f"/sentences/{sentence.pk}/")
    assert "Where this went" in ours
    assert issue.pk in ours
    _status, theirs = get(cast.anybody, f"/sentences/{sentence.pk}/")
    assert issue.pk not in theirs
    assert "The bus at night" not in theirs
