"""Putting a typing mistake right: by whom, until when, and without a trace of the former words."""

from __future__ import annotations

import secrets
from typing import Any

import pytest

from smallplaces.core import ends
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer
from tests.factories.groups import make_group
from tests.factories.meetings import behind_link, inside, make_meeting, make_room, make_sentence, make_translation
from tests.meetings.test_take_back_everywhere import in_an_issue, in_files, in_tables

MARKS = {"kind": "how_it_is", "said_by": "one", "lang": "en"}


def correct(sentence: Any, text: str, by: Viewer | None = None, **marks: str) -> Any:
    """The action with the marks that the sentence has."""
    from smallplaces.meetings.actions import correct_sentence

    return correct_sentence(sentence, text=text, **MARKS | marks, by=by or inside(sentence.room.meeting.group))


@pytest.mark.django_db
def test_members_and_the_rooms_own_link_put_words_and_marks_right() -> None:
    sentence = make_sentence(reach="public")
    correct(sentence, " The  last bus\tleaves ", by=behind_link(sentence.room.meeting))
    correct(sentence, "The last bus leaves", kind="what_we_want", said_by="most", lang="es")
    sentence.refresh_from_db()
    assert (sentence.text, sentence.kind, sentence.said_by) == ("The last bus leaves", "what_we_want", "most")
    assert (sentence.lang, sentence.reach) == ("es", "public")


@pytest.mark.django_db
def test_nobody_else_does() -> None:
    sentence = make_sentence(reach="public")
    for viewer in (ANYBODY, Viewer(account_id="1", is_steward=True), inside(make_group()), behind_link(make_meeting())):
        with pytest.raises(NotAllowedError):
            correct(sentence, "Other words", by=viewer)


@pytest.mark.django_db
def test_the_audit_names_fields_and_no_words() -> None:
    from smallplaces.core.models import AuditRow

    sentence = make_sentence(text="A herron")
    correct(sentence, "A heron", said_by="all")
    row = AuditRow.objects.get(verb="sentence.changed")
    assert (row.fields, row.group_id) == (["said_by", "text"], sentence.room.meeting.group_id)
    assert "her" not in str(vars(row)).lower().replace(sentence.pk, "").replace(row.pk, "")
    correct(sentence, "A heron", said_by="all")
    assert AuditRow.objects.filter(verb="sentence.changed").count() == 1


@pytest.mark.django_db
def test_translations_of_other_words_go_and_stay_while_only_a_mark_changes() -> None:
    sentence = make_sentence()
    make_translation(sentence)
    correct(sentence, sentence.text, said_by="all")
    assert sentence.translations.exists()
    correct(sentence, "Other words")
    assert not sentence.translations.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " \t"}, "text"),
        ({"text": "x" * 501}, "text"),
        ({"text": "Here already"}, "text"),
        ({"kind": "odd"}, "kind"),
        ({"said_by": "odd"}, "said_by"),
        ({"lang": "German, please"}, "lang"),
    ],
)
def test_what_cannot_be_typed_cannot_be_put_right_either(changes: dict[str, str], field: str) -> None:
    sentence = make_sentence()
    make_sentence(sentence.room, "Here already")
    with pytest.raises(RefusedError) as refused:
        correct(sentence, **{"text": "The bus"} | changes)
    assert refused.value.field == field


@pytest.mark.django_db
def test_what_something_was_made_from_and_what_was_taken_back_stay_as_they_are() -> None:
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence()
    in_an_issue(sentence, sentence.room.meeting.group)
    assert ends.uses_of("sentence", [sentence.pk])
    with pytest.raises(RefusedError, match=r"in use there\. Take it back and type it again"):
        correct(sentence, "Other words")
    take_back(sentence, by=inside(sentence.room.meeting.group))
    with pytest.raises(RefusedError, match="taken back"):
        correct(sentence, "Other words")


@pytest.mark.django_db(transaction=True)
def test_nothing_keeps_the_former_words() -> None:
    from django.db import connection

    mark, room = f"mark{secrets.token_hex(8)}", make_room()
    for number in range(60):
        make_sentence(room, f"Sentence {number} " + "and more " * (number % 40))
    sentence = make_sentence(room, f"{mark} leaves before my shift ends")
    make_translation(sentence, text=f"{mark} sale antes")
    assert set(in_tables(mark)) == {"meetings_sentence", "meetings_sentencetranslation"}
    assert connection.vendor != "sqlite" or list(in_files(mark))
    correct(sentence, "The bus leaves before my shift ends")
    assert list(in_tables(mark)) == []
    assert list(in_files(mark)) == []
