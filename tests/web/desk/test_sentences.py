"""One sentence at the desk: how far it goes, its translations, and its way back."""

from __future__ import annotations

import re

import pytest

from smallplaces.core import ends
from tests.factories.meetings import make_room, make_sentence


@pytest.fixture
def sentence(cast):
    return make_sentence(make_room(cast.group), "The river smells")


def at(sentence, page: str = "") -> str:
    return f"/our-work/sentences/{sentence.pk}/{page}"


@pytest.mark.parametrize("page", ["", "take-back/"])
@pytest.mark.parametrize(("who", "status"), [("member", 200), ("elsewhere", 404), ("steward", 404), ("anybody", 302)])
def test_who_comes_to_a_sentence(cast, sentence, page, who, status) -> None:
    assert cast.everybody[who].client.get(at(sentence, page)).status_code == status
    assert cast.everybody[who].client.post(at(sentence, page), {"reach": "odd"}).status_code in {status, 422, 200}
    sentence.refresh_from_db()
    assert bool(sentence.text) is (who != "member" or page == "")


def test_a_public_sentence_of_another_group_is_not_ours_to_change(cast, sentence) -> None:
    from smallplaces.meetings.models import Sentence

    Sentence.objects.filter(pk=sentence.pk).update(reach="public")
    assert cast.elsewhere.client.post(at(sentence), {"reach": "ours"}).status_code == 404
    assert cast.elsewhere.client.post(at(sentence, "take-back/")).status_code == 404


def test_the_room_makes_a_sentence_public_with_its_uses(cast, sentence) -> None:
    from smallplaces.core.consent import present_uses

    assert cast.member.client.post(at(sentence), {"reach": "public", "uses": ["C5"]}).status_code == 302
    assert "C5" in present_uses("sentence", sentence.pk)
    assert re.search(r'<input[^>]*value="C5"[^>]*checked', cast.member.client.get(at(sentence)).content.decode())
    assert "The river smells" in cast.anybody.client.get(f"/rooms/{sentence.room_id}/").content.decode()


def test_a_translation_is_put_beside_and_the_same_language_is_refused(cast, sentence) -> None:
    sent = {"lang": "es", "text": "El río huele", "by_words": "the kitchen circle"}
    assert cast.member.client.post(at(sentence), sent).status_code == 302
    assert "El río huele" in cast.member.client.get(at(sentence)).content.decode()
    refused = cast.member.client.post(at(sentence), {**sent, "lang": "en"})
    assert refused.status_code == 422
    assert "in this language already" in refused.content.decode()


def test_taking_back_shows_where_the_words_went_and_what_stays_out(cast, sentence, monkeypatch) -> None:
    handed = ends.End(sentence.pk, "letter", "x", "handed to the council on 3 March 2026")
    monkeypatch.setattr(ends, "_registrations", {})
    ends.register("reports", "sentence", uses_of=lambda *_: [handed], retract=lambda *_: [handed])
    before = cast.member.client.get(at(sentence, "take-back/")).content.decode()
    assert "The river smells" in before
    assert "handed to the council on 3 March 2026" in before
    after = cast.member.client.post(at(sentence, "take-back/")).content.decode()
    assert "The river smells" not in after
    assert "This cannot be called back: handed to the council on 3 March 2026" in after


def test_pressing_again_says_the_same_and_changes_nothing(cast, sentence) -> None:
    for _time in range(2):
        answer = cast.member.client.post(at(sentence, "take-back/"))
        assert answer.status_code == 200
        assert "The words were taken back" in answer.content.decode()
