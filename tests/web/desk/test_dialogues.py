"""Dialogues on the desk: brought in by two presses, shown or not, put under issues, taken back."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from smallplaces.core.models import File
from smallplaces.dialogues.models import Dialogue, Statement, Vote
from smallplaces.issues.models import Issue, IssueStatement
from tests.cast import Cast
from tests.factories.dialogues import make_dialogue, make_statement
from tests.factories.issues import make_issue
from tests.readers.polis_files import export

pytestmark = pytest.mark.django_db

BRING_IN = "desk:dialogue_bring_in"
FACTS = {"source": "an export of ours", "lang": "en", "told": "It is printed.", "uses": ["C4"]}


def files(**changed: str) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, data) for name, data in export(**changed).items()]


def kept_in(answer) -> str:
    return str(answer.context["form"].data["kept"])


def test_the_first_press_shows_and_the_second_one_writes(cast: Cast) -> None:
    client, address = cast.member.client, reverse(BRING_IN)

    looked = client.post(address, FACTS | {"export": files()})
    assert "2 people answered" in looked.content.decode()
    assert not Dialogue.objects.exists()
    written = client.post(address, FACTS | {"kept": kept_in(looked), "write": "1"})

    dialogue = Dialogue.objects.get()
    assert written["Location"] == reverse("desk:dialogue", args=[dialogue.pk])
    assert (dialogue.group, dialogue.told, Vote.objects.count()) == (cast.group, "It is printed.", 4)


def test_nothing_is_left_behind_between_the_presses(cast: Cast) -> None:
    client, address = cast.member.client, reverse(BRING_IN)

    first = client.post(address, FACTS | {"export": files()})
    second = client.post(address, FACTS | {"kept": kept_in(first), "export": files(summary="topic,Else\n")})
    assert File.objects.count() == 1
    client.post(address, FACTS | {"kept": kept_in(second), "write": "1"})

    assert not File.objects.exists()
    assert client.post(address, FACTS | {"kept": kept_in(second), "write": "1"}).status_code == 422


def test_what_waits_between_the_presses_tells_of_nobody(cast: Cast) -> None:
    import zlib

    from smallplaces.core.files import bytes_of

    cast.member.client.post(reverse(BRING_IN), FACTS | {"export": files()})

    kept = zlib.decompress(bytes_of(File.objects.get()))
    assert [number for number in (b"7001", b"7002", b"1403058928000") if number in kept] == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"comments": ""}, "comments.csv is missing"),
        ({"votes": "<html><body>Sign in</body></html>"}, "is a web page"),
        ({"votes": "a,b\n1,2\n"}, "is missing"),
    ],
)
def test_bad_files_are_refused_and_what_was_typed_stays(cast: Cast, changed: dict[str, str], words: str) -> None:
    answer = cast.member.client.post(reverse(BRING_IN), FACTS | {"export": files(**changed)})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "It is printed." in answer.content.decode()
    assert not Dialogue.objects.exists()
    assert not File.objects.exists()


@pytest.mark.parametrize("fields", [{}, FACTS, FACTS | {"kept": "forged"}, FACTS | {"kept": "forged", "write": "1"}])
def test_nothing_chosen_is_told(cast: Cast, fields: dict[str, object]) -> None:
    assert cast.member.client.post(reverse(BRING_IN), fields).status_code == 422


def test_unknown_words_are_not_quoted_whatever_was_ticked(cast: Cast) -> None:
    answer = cast.member.client.post(reverse(BRING_IN), FACTS | {"told": "", "export": files()})
    written = cast.member.client.post(reverse(BRING_IN), FACTS | {"told": "", "kept": kept_in(answer), "write": "1"})

    assert written.status_code == 422
    assert not Dialogue.objects.exists()


@pytest.fixture
def statement(cast: Cast) -> Statement:
    return make_statement(make_dialogue(cast.group), said_agrees=180, said_disagrees=50)


def test_members_read_both_tallies(cast: Cast, statement: Statement) -> None:
    page = cast.member.client.get(reverse("desk:dialogue", args=[statement.dialogue_id])).content.decode()

    assert "175 agree, 50 disagree, 25 passed" in page
    assert "the export says: 180 agree, 50 disagree" in page
    assert "it adds answers that people changed later" in page


def test_a_statement_is_put_under_an_issue_and_let_go(cast: Cast, statement: Statement) -> None:
    issue, client = make_issue(cast.group), cast.member.client

    client.post(reverse("desk:statement", args=[statement.pk]), {"issue": issue.pk, "made_in": "circle"})
    assert IssueStatement.objects.get().made_in == "circle"
    page = client.get(reverse("public:issue_by_id", args=[issue.pk]), follow=True).content.decode()
    assert "most agree: about 70 % of about 250 people" in page
    assert "175" not in page
    client.post(reverse("desk:statement_let_go", args=[statement.pk]), {"issue": issue.pk})
    assert not IssueStatement.objects.exists()


def test_an_issue_is_opened_in_its_words_and_lost_with_them(cast: Cast, statement: Statement) -> None:
    client = cast.member.client

    client.post(reverse("desk:statement_issue", args=[statement.pk]))
    assert Issue.objects.get().text == statement.text
    asked = client.get(reverse("desk:statement_take_back", args=[statement.pk])).content.decode()
    assert statement.text in asked
    client.post(reverse("desk:statement_take_back", args=[statement.pk]))

    assert Issue.objects.get().text == ""
    assert client.get(reverse("public:statement", args=[statement.pk])).status_code == 404


def test_an_issue_in_words_of_a_private_dialogue_is_not_published(cast: Cast, statement: Statement) -> None:
    from smallplaces.core.refusals import RefusedError
    from smallplaces.dialogues.actions import publish_dialogue
    from smallplaces.issues.actions import open_issue_from_statement, publish_issue

    by = cast.member.viewer
    issue = open_issue_from_statement(cast.group, statement=statement, by=by)

    with pytest.raises(RefusedError):
        publish_issue(issue, by=by)
    publish_dialogue(statement.dialogue, by=by)
    assert publish_issue(issue, by=by).visibility == "public"


def test_showing_and_publishing_are_buttons(cast: Cast, statement: Statement) -> None:
    client = cast.member.client

    client.post(reverse("desk:statement_standing", args=[statement.pk]), {"standing": "not_shown"})
    client.post(reverse("desk:dialogue_publish", args=[statement.dialogue_id]), {"visibility": "public"})

    statement.refresh_from_db()
    assert statement.standing == "not_shown"
    assert Dialogue.objects.get().visibility == "public"
