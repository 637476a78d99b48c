"""The three real exports come in with the numbers that are known of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from smallplaces.dialogues.models import Participant, Vote
from tests.factories.dialogues import import_export
from tests.factories.groups import make_group

pytestmark = pytest.mark.django_db

FOLDERS = {
    "american-assembly.bowling-green": (2031, 225_524, None, 896, 289),
    "15-per-hour-seattle": (339, 2872, 2995, 54, 23),
    "bg2050-volunteers": (None, 14_283, 14_341, 371, 55),
}


def files_of(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        pytest.skip(f"needs the conversation at {folder}")
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_real_conversation_comes_in_whole(name: str, shared_data: Path) -> None:
    people, answers, events, statements, left_out = FOLDERS[name]

    done = import_export(make_group(), files_of(shared_data / "polis" / name)).counted

    assert (done.answers, done.events) == (answers, events)
    assert people in (None, done.people)
    assert (done.statements, done.not_shown) == (statements, left_out)
    assert (Vote.objects.count(), Participant.objects.count()) == (answers, done.people)


@pytest.mark.parametrize("name", FOLDERS)
def test_tallies_are_those_of_the_answers_that_are_kept(name: str, shared_data: Path) -> None:
    dialogue = import_export(make_group(), files_of(shared_data / "polis" / name)).dialogue

    rows = list(dialogue.statements.all())
    for value, field in ((1, "agrees"), (-1, "disagrees"), (0, "passes")):
        counted = Vote.objects.filter(value=value).values_list("statement_id")
        of = {row.pk: getattr(row, field) for row in rows}
        assert sum(of.values()) == counted.count()


def test_the_exports_own_tallies_stand_beside_ours(shared_data: Path) -> None:
    dialogue = import_export(make_group(), files_of(shared_data / "polis" / "15-per-hour-seattle")).dialogue

    differing = [row for row in dialogue.statements.all() if row.said_agrees != row.agrees]

    assert differing
    assert all((row.said_agrees or 0) >= 0 for row in differing)
