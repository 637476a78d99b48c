"""Taking back: one action, everything at once, safe to repeat, no words in the audit."""

from __future__ import annotations

import pytest

from smallplaces.core import ends
from smallplaces.core.refusals import NotAllowedError
from smallplaces.core.viewers import ANYBODY, Viewer
from tests.factories.groups import make_group
from tests.factories.meetings import behind_link, inside, make_meeting, make_sentence, make_translation

pytestmark = pytest.mark.django_db


def test_words_translations_and_permission_go_together() -> None:
    from smallplaces.core.clock import today
    from smallplaces.core.consent import present_uses
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence(reach="public")
    make_translation(sentence)
    assert take_back(sentence, by=behind_link(sentence.room.meeting)) == []
    sentence.refresh_from_db()
    assert (sentence.text, sentence.taken_back_on) == ("", today())
    assert not sentence.translations.exists()
    assert present_uses("sentence", sentence.pk) == frozenset()


def test_only_whoever_is_inside_takes_back() -> None:
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence()
    for viewer in (ANYBODY, Viewer(account_id="1", is_steward=True), inside(make_group()), behind_link(make_meeting())):
        with pytest.raises(NotAllowedError):
            take_back(sentence, by=viewer)
    sentence.refresh_from_db()
    assert sentence.text


def test_a_second_time_changes_nothing() -> None:
    from smallplaces.core.models import AuditRow
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence()
    by = inside(sentence.room.meeting.group)
    take_back(sentence, by=by)
    take_back(sentence, by=by)
    assert AuditRow.objects.filter(verb="sentence.taken_back").count() == 1


def test_an_app_that_cannot_let_go_stops_the_whole(monkeypatch) -> None:
    from smallplaces.meetings.actions import take_back

    def broken(kind, ids, by):
        raise OSError("cannot")

    monkeypatch.setattr(ends, "_registrations", {})
    ends.register("reports", "sentence", uses_of=lambda *_: [], retract=broken)
    sentence = make_sentence()
    with pytest.raises(OSError, match="cannot"):
        take_back(sentence, by=inside(sentence.room.meeting.group))
    sentence.refresh_from_db()
    assert sentence.text
    assert sentence.taken_back_on is None


def test_copies_out_of_reach_are_returned(monkeypatch) -> None:
    from smallplaces.meetings.actions import take_back

    sentence = make_sentence()
    handed = ends.End(sentence.pk, "edition", "x", "handed to the council on 3 March 2026")
    monkeypatch.setattr(ends, "_registrations", {})
    ends.register("reports", "sentence", uses_of=lambda *_: [handed], retract=lambda *_: [handed])
    assert take_back(sentence, by=inside(sentence.room.meeting.group)) == [handed]
