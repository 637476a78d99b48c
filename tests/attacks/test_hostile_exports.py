"""An export of a dialogue may be made by anybody: it comes in or is refused in a sentence, and never tells more than asked."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from smallplaces.core.refusals import RefusedError
from tests.cast import Cast
from tests.factories.dialogues import import_export
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


def test_files_chosen_again_after_an_hour_are_looked_at(cast: Cast) -> None:
    files = [SimpleUploadedFile(name, data) for name, data in export().items()]
    typed = {"source": "ours", "lang": "en", "kept": "gone", "export": files}

    answer = cast.member.client.post(f"{reverse('desk:dialogue_bring_in')}?place={cast.place.slug}", typed)

    assert answer.status_code == 200
    assert answer.context["looked"].statements == 3
