"""Who answered stands on no page, in no JSON, CSV or archive, and in no log of what was done."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from django.urls import reverse

from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import RefusedError
from smallplaces.dialogues.actions import publish_dialogue
from smallplaces.dialogues.models import Dialogue, Participant
from tests.cast import Cast
from tests.factories.dialogues import import_export, make_dialogue

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue(cast: Cast) -> Dialogue:
    made = import_export(cast.group, told="We print it.", uses=("C4",)).dialogue
    return publish_dialogue(made, by=cast.member.viewer)


def found(words: str) -> list[str]:
    return [one for one in Participant.objects.values_list("pk", flat=True) if one in words]


@pytest.mark.parametrize("name", ["public:dialogue", "public:dialogue_json", "public:dialogue_csv", "desk:dialogue"])
def test_no_page_tells(cast: Cast, dialogue: Dialogue, name: str) -> None:
    answer = cast.member.client.get(reverse(name, args=[dialogue.pk]))

    assert answer.status_code == 200
    assert Participant.objects.count() == 2
    assert found(answer.content.decode()) == []


def test_no_statement_page_tells(cast: Cast, dialogue: Dialogue) -> None:
    statement = dialogue.statements.get(number=0)

    for name in ("public:statement", "desk:statement"):
        assert found(cast.member.client.get(reverse(name, args=[statement.pk])).content.decode()) == []


def test_no_archive_takes_them_along(cast: Cast, dialogue: Dialogue, tmp_path: Path) -> None:
    from smallplaces.archive.writing import write_archive

    path = tmp_path / "all.zip"
    write_archive(path, group=cast.group, by=cast.holder.viewer)

    with zipfile.ZipFile(path) as archive:
        everything = "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert dialogue.pk in everything
    assert found(everything) == []


def test_the_audit_names_nobody(dialogue: Dialogue) -> None:
    assert found("\n".join(str(row) for row in AuditRow.objects.values_list())) == []


def test_two_exports_of_one_conversation_are_not_shown_side_by_side(cast: Cast) -> None:
    url = "https://pol.is/abc"
    first, later = (make_dialogue(cast.group, url=url, sha256=mark * 64, visibility="private") for mark in "ab")
    publish_dialogue(first, by=cast.member.viewer)
    with pytest.raises(RefusedError, match="side by side"):
        publish_dialogue(later, by=cast.member.viewer)
    publish_dialogue(first, visibility="private", by=cast.member.viewer)
    publish_dialogue(later, by=cast.member.viewer)
