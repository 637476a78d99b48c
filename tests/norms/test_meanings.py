"""What a right means in a place: private first, the group's own, and shown once it is open."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from smallplaces.norms.actions.meanings import change_meaning, note_meaning, show_meaning
from smallplaces.norms.queries.meanings import notes_beside
from tests.factories.groups import make_group
from tests.factories.links import a_provision, a_right
from tests.factories.meetings import inside
from tests.factories.norms import make_note

pytestmark = pytest.mark.django_db


def read_by_anybody() -> list[str]:
    return [one.text for one in notes_beside(right_id=a_right().pk, viewer=ANYBODY)]


def test_a_note_is_the_groups_own_until_it_is_shown() -> None:
    row = make_note()
    assert read_by_anybody() == []
    show_meaning(row, visibility="public", by=inside(row.group))
    assert read_by_anybody() == ["Nobody loses their heat in January."]
    show_meaning(row, visibility="private", by=inside(row.group))
    assert read_by_anybody() == []


def test_it_stands_beside_an_article_as_well_and_in_its_own_place_alone() -> None:
    row = make_note(beside=a_provision(), visibility="public")
    assert notes_beside(provision_id=a_provision().pk, place_id=row.place_id, viewer=ANYBODY)[0].ours is False
    assert notes_beside(provision_id=a_provision().pk, place_id="elsewhere", viewer=ANYBODY) == ()


def test_a_group_writes_it_once_a_language() -> None:
    row = make_note()
    make_note(row.group, lang="es", text="Nadie se queda sin calefacción.")
    with pytest.raises(RefusedError, match="wrote this already"):
        make_note(row.group)
    with pytest.raises(RefusedError, match="in that language already"):
        change_meaning(row, text="x", lang="es", by=inside(row.group))


def test_other_words_leave_names_of_fields_behind_and_no_words() -> None:
    from smallplaces.core.models import AuditRow, Change

    row = make_note()
    change_meaning(row, text="A warm room for everybody.", lang="en", by=inside(row.group))
    change_meaning(row, text="A warm room for everybody.", lang="en", by=inside(row.group))
    found = AuditRow.objects.filter(thing_id=row.pk).order_by("at")
    assert [(one.verb, one.fields) for one in found] == [("meaningnote.written", []), ("meaningnote.changed", ["text"])]
    assert not Change.objects.filter(thing_id=row.pk).exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [({"text": "  "}, "in your own words"), ({"text": "x" * 5001}, "5,000"), ({"lang": "?"}, "short code")],
)
def test_odd_words_are_refused(told: dict[str, str], sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        make_note(**told)


def test_nobody_else_writes_changes_or_shows_it() -> None:
    row = make_note()
    for by in (inside(make_group()), command(), ANYBODY):
        with pytest.raises(NotAllowedError):
            note_meaning(row.group, a_right("food"), text="x", by=by)
        with pytest.raises(NotAllowedError):
            change_meaning(row, text="x", lang="en", by=by)
        with pytest.raises(NotAllowedError):
            show_meaning(row, visibility="public", by=by)


def test_a_group_that_is_not_open_yet_publishes_nothing() -> None:
    row = make_note(make_group(state="opening", opened_on=None))
    with pytest.raises(RefusedError, match="second holder"):
        show_meaning(row, visibility="public", by=inside(row.group))
