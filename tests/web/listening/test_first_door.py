"""The sheet: twelve lines, nothing lost, nothing twice, no names by accident."""

from __future__ import annotations

import re

import pytest

from tests.factories.meetings import make_room
from tests.web.listening.test_door import come_in, soon

pytestmark = pytest.mark.django_db
SHEET = "/room/sentences/"


@pytest.fixture
def room():
    return soon().room


@pytest.fixture
def client(room):
    return come_in(room.meeting)


def texts(room) -> set[str]:
    return set(room.sentences.values_list("text", flat=True))


def lines(*words: str, **more: str) -> dict[str, str]:
    return {f"line-{number}-text": text for number, text in enumerate(words, 1)} | more


def test_the_sheet_has_twelve_lines_and_no_question_about_rights_or_names(client) -> None:
    page = client.get(SHEET).content.decode()
    assert page.count("<textarea") == 13  # twelve lines and the field to paste many
    asked = set(re.findall(r'name="(?:line-1-)?([a-z_]+)"', page))
    assert asked >= {"text", "kind", "said_by", "reach"}
    assert not asked & {"right", "article", "name", "email"}


def test_what_was_typed_is_shown_at_once_with_every_word(client, room) -> None:
    sent = lines("The bus is late", "A night bus", **{"line-2-kind": "what_we_want", "line-2-said_by": "few"})
    answer = client.post(SHEET, sent, follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [("/room/said/", 302)]
    assert page.index("The bus is late") < page.index("What we want instead") < page.index("A night bus")
    assert "said by a few, strongly" in page
    assert "2 sentences are written down" in page


def test_a_second_press_is_said_and_doubles_nothing(client, room) -> None:
    client.post(SHEET, lines("The bus is late"))
    page = client.post(SHEET, lines("The bus is late", "And dear"), follow=True).content.decode()
    assert "1 stood here already and was not doubled" in page
    assert texts(room) == {"The bus is late", "And dear"}


def test_more_lines_keep_what_is_typed(client, room) -> None:
    page = client.post(SHEET, lines("Half a sen", more="1", rows="12")).content.decode()
    assert "Half a sen" in page
    assert page.count("<textarea") == 25
    assert texts(room) == set()


def test_one_line_can_be_in_another_language(client, room) -> None:
    page = client.post(SHEET, lines("First", languages="1", rows="12")).content.decode()
    assert 'name="line-1-lang"' in page
    assert "First" in page
    client.post(SHEET, lines("الماء حياة", by_line="1", **{"line-1-lang": "ar"}))
    assert room.sentences.get().lang == "ar"


def test_a_name_asks_for_a_second_press_and_loses_nothing(client, room) -> None:
    sent = lines("Mrs Okafor lost her home", "The bus is late")
    first = client.post(SHEET, sent)
    page = first.content.decode()
    assert first.status_code == 422
    assert "Mrs Okafor" in page
    assert "The bus is late" in page
    assert texts(room) == set()
    looked = re.search(r'name="looked" value="(\w+)"', page)[1]
    assert client.post(SHEET, lines("Señora Lagos too", looked=looked)).status_code == 422
    assert client.post(SHEET, {**sent, "looked": looked}).status_code == 302
    assert len(texts(room)) == 2


def test_a_line_too_long_says_which_and_keeps_the_rest(client, room) -> None:
    answer = client.post(SHEET, lines("Short", "y" * 501))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("Line 2 is 501 characters long") == 2  # above the sheet, and at the line
    assert "Nothing was lost" in page
    assert 'href="#id_line-2-text"' in page
    assert "Short" in page
    assert texts(room) == set()


@pytest.mark.parametrize(
    "sent", [{}, {"line-1-text": "   "}, {"line-1-text": "\x00"}, {"rows": "99999999"}, {"rows": "²"}]
)
def test_an_empty_sheet_says_so(client, room, sent) -> None:
    answer = client.post(SHEET, sent)
    assert answer.status_code == 422
    assert "Type at least one sentence" in answer.content.decode()


@pytest.mark.parametrize("marks", [{"line-1-kind": "story"}, {"line-1-said_by": "x"}, {"line-1-reach": "press"}])
def test_choices_that_are_not_offered_are_refused(client, room, marks) -> None:
    assert client.post(SHEET, lines("A sentence", **marks)).status_code == 422
    assert texts(room) == set()


def test_markup_is_shown_as_it_was_typed(client, room) -> None:
    page = client.post(SHEET, lines("<script>alert('a & b')</script>"), follow=True).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&#x27;a &amp; b&#x27;)&lt;/script&gt;" in page


def test_the_rooms_language_gives_the_direction(client, room) -> None:
    room.lang = "ar"
    room.save()
    page = client.post(SHEET, lines("الماء حياة"), follow=True).content.decode()
    assert re.search(r'<blockquote lang="ar" dir="rtl"><p>الماء حياة', page)


def test_the_desk_has_the_same_sheet(cast) -> None:
    room = make_room(cast.group)
    address = f"/our-work/meetings/{room.meeting_id}/sentences/"
    answer = cast.member.client.post(address, lines("Typed at the desk"))
    assert answer["Location"] == f"/our-work/meetings/{room.meeting_id}/said/"
    assert texts(room) == {"Typed at the desk"}
    assert cast.elsewhere.client.post(address, lines("No")).status_code == 404
    assert cast.anybody.client.post(address, lines("No")).status_code == 302
