"""Words come in: all or none, once, with the room's permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer
from tests.factories.groups import make_group
from tests.factories.meetings import WORDS, behind_link, inside, make_meeting, make_room, make_sentence

if TYPE_CHECKING:
    from smallplaces.meetings.models import Room

pytestmark = pytest.mark.django_db


def typed(room: Room, *texts: str, by: Viewer | None = None, **marks: str) -> list[str]:
    """What `type_sentences` wrote."""
    from smallplaces.meetings.actions import type_sentences
    from smallplaces.meetings.lines import Line

    lines = [Line(text, **marks) for text in texts]
    return [row.text for row in type_sentences(room, lines, by=by or inside(room.meeting.group))]


def test_two_hundred_sentences_are_taken_at_once() -> None:
    assert len(typed(make_room(), *[f"Sentence {number}" for number in range(200)])) == 200


def test_two_hundred_and_one_are_refused_and_none_is_kept() -> None:
    room = make_room()
    with pytest.raises(RefusedError, match="201 sentences"):
        typed(room, *[f"Sentence {number}" for number in range(201)])
    assert room.sentences.count() == 0


def test_one_line_too_long_keeps_none_of_them() -> None:
    room = make_room()
    with pytest.raises(RefusedError, match=r"Line 2 is 10000 characters") as refused:
        typed(room, "Short", "x" * 10_000)
    assert refused.value.field == "line-2"
    assert room.sentences.count() == 0


@pytest.mark.parametrize("lines", [[], [""], ["   ", "\t", "\n"], ["\x00\x07"]])
def test_an_empty_sheet_says_so(lines: list[str]) -> None:
    with pytest.raises(RefusedError, match="Nothing is written"):
        typed(make_room(), *lines)


@pytest.mark.parametrize(
    ("typed_words", "kept"),
    [
        ("  two   spaces\tand a tab ", "two spaces and a tab"),
        ("a\x00null and\x1b[31m a colour", "anull and[31m a colour"),
        ("turned \u202earound\u202c", "turned around"),
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
        ("first\r\nsecond", "first second"),
        ("👩🏽‍🌾 and می‌خواهم stay whole", "👩🏽‍🌾 and می‌خواهم stay whole"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_words_are_cleaned_but_not_changed(typed_words: str, kept: str) -> None:
    assert typed(make_room(), typed_words) == [kept]


def test_a_second_press_doubles_nothing() -> None:
    room = make_room()
    assert typed(room, "One", "Two") == ["One", "Two"]
    assert typed(room, "One", "Two", "Three", "Three") == ["Three"]
    assert room.sentences.count() == 3


def test_the_language_is_the_rooms_unless_a_line_says_its_own() -> None:
    room = make_room(lang="ar")
    assert make_sentence(room, "الماء حياة").dir == "rtl"
    assert make_sentence(room, "El agua", lang="es").lang == "es"
    with pytest.raises(RefusedError, match="short code"):
        typed(room, "Ein Satz", lang="German, please")


def test_the_rooms_permission_follows_how_far_a_sentence_may_go() -> None:
    from smallplaces.core.models import Permission

    ours, public = make_sentence(), make_sentence(reach="public")
    uses = dict(Permission.objects.values_list("thing_id", "uses"))
    assert uses == {ours.pk: ["C1"], public.pk: ["C1", "C2", "C3", "C4"]}


def test_a_room_can_agree_to_the_united_nations_but_not_to_names() -> None:
    from smallplaces.core.models import Permission
    from smallplaces.meetings.actions import type_sentences
    from smallplaces.meetings.lines import Line

    room, line = make_room(), Line(WORDS, reach="public")
    type_sentences(room, [line], uses=["C5"], told="for the review", by=inside(room.meeting.group))
    assert Permission.objects.get().uses == ["C1", "C2", "C3", "C4", "C5"]
    with pytest.raises(RefusedError, match="no name"):
        type_sentences(room, [line], uses=["C8"], by=inside(room.meeting.group))


def test_only_the_group_and_the_rooms_own_link_type() -> None:
    room, other = make_room(), make_meeting()
    assert typed(room, "By the facilitator", by=behind_link(room.meeting)) == ["By the facilitator"]
    for viewer in (ANYBODY, Viewer(account_id="1", is_steward=True), behind_link(other), inside(make_group())):
        with pytest.raises(NotAllowedError):
            typed(room, "By somebody else", by=viewer)


def test_typing_leaves_one_audit_row_without_a_word() -> None:
    from smallplaces.core.models import AuditRow

    room = make_room()
    typed(room, "A heron", "A tannery")
    row = AuditRow.objects.get(verb="room.typed")
    assert (row.thing_id, row.group_id) == (room.pk, room.meeting.group_id)
    assert "heron" not in str(vars(row))


def test_a_sentence_made_public_gains_its_permission_and_loses_it_again() -> None:
    from smallplaces.core.clock import today
    from smallplaces.core.consent import may_use
    from smallplaces.meetings.actions import change_reach

    sentence = make_sentence()
    by = inside(sentence.room.meeting.group)
    change_reach(sentence, reach="public", by=by)
    assert may_use("sentence", sentence.pk, "C4", today())
    change_reach(sentence, reach="ours", by=by)
    assert not may_use("sentence", sentence.pk, "C4", today())


def test_a_translation_says_whether_a_machine_made_it() -> None:
    from smallplaces.meetings.actions import translate_sentence

    sentence = make_sentence()
    by = inside(sentence.room.meeting.group)
    translate_sentence(sentence, text="Máquina", lang="es", machine=True, by=by)
    row = translate_sentence(sentence, text="El último autobús", lang="es", by_words="the circle", by=by)
    assert (row.machine, row.text, sentence.translations.count()) == (False, "El último autobús", 1)
    with pytest.raises(RefusedError, match="in this language already"):
        translate_sentence(sentence, text="Again", lang="en", by=by)
