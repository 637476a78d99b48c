"""An export of a dialogue may be made by anybody: it comes in or is refused in a sentence, and never tells more than asked."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from smallplaces.archive.writing import write_archive
from smallplaces.core.refusals import RefusedError
from tests.cast import Cast
from tests.factories.dialogues import import_export, make_dialogue, make_statement
from tests.readers.polis_files import COMMENTS, export

pytestmark = pytest.mark.django_db
TURNED = "\u202e\u2066\ufeff"


def test_a_statement_of_turning_marks_alone_has_no_words(cast: Cast) -> None:
    done = import_export(cast.group, export(comments=COMMENTS.replace("Wait\n", f"{TURNED}\n")))

    assert done.counted.empty == 1
    assert sorted(done.dialogue.statements.values_list("number", flat=True)) == [0, 1]


def test_turning_marks_alone_are_no_export(cast: Cast) -> None:
    comments = COMMENTS.splitlines()[0] + f"\n1,x,0,7,0,0,1,{TURNED}\n"
    votes = "timestamp,datetime,comment-id,voter-id,vote\n1,x,0,7,1\n"
    with pytest.raises(RefusedError):
        import_export(cast.group, export(comments=comments, votes=votes, participants_votes=""))


@pytest.mark.parametrize("row", [",3000000000,7003,0,0,", ",12,7003,999999999999999,0,", ",12,7003,0,2147483648,"])
def test_a_number_that_no_table_holds_is_refused(cast: Cast, row: str) -> None:
    comments = COMMENTS.replace(",12,7003,0,0,", row)
    votes = "timestamp,datetime,comment-id,voter-id,vote\n1,x,0,7,1\n"
    with pytest.raises(RefusedError, match="larger"):
        import_export(cast.group, export(comments=comments, votes=votes, participants_votes=""))


def test_what_people_were_told_goes_along_in_a_groups_archive(cast: Cast, tmp_path: Path) -> None:
    mine, other = (make_statement(make_dialogue(group)) for group in (cast.group, cast.other_group))

    write_archive(tmp_path / "ours.zip", group=cast.group, by=cast.holder.viewer)

    with zipfile.ZipFile(tmp_path / "ours.zip") as archive:
        told = [row["thing_id"] for row in json.loads(archive.read("tables/core.permission.json"))]
    assert (mine.pk in told, other.pk in told) == (True, False)


def test_files_chosen_again_after_an_hour_are_looked_at(cast: Cast) -> None:
    files = [SimpleUploadedFile(name, data) for name, data in export().items()]
    typed = {"source": "ours", "lang": "en", "kept": "gone", "export": files}

    answer = cast.member.client.post(f"{reverse('desk:dialogue_bring_in')}?place={cast.place.slug}", typed)

    assert answer.status_code == 200
    assert answer.context["looked"].statements == 3
