"""Our work on an issue, as its people click through it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from smallplaces.issues.actions import gather
from smallplaces.issues.models import Gain, Issue, IssueLink
from smallplaces.meetings.actions import type_sentences
from smallplaces.meetings.lines import Line
from tests.cast import Cast
from tests.factories.issues import make_cause, make_duty, make_gain, make_issue, make_issue_link, make_public_issue
from tests.factories.meetings import inside, make_room, make_sentence
from tests.factories.places import make_body

pytestmark = pytest.mark.django_db

PAGES = [
    "issue",
    "issue_gather",
    "issue_state",
    "issue_disagreement",
    "issue_translate",
    "issue_publish",
    "issue_links",
]
PAGES += ["gains", "duties", "causes", "power"]
MARKUP = "<script>alert(1)</script>"


def page(name: str, *args: str) -> str:
    return reverse(f"desk:{name}", args=args)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["elsewhere", "steward"])
def test_for_others_these_pages_do_not_exist(cast: Cast, name: str, who: str) -> None:
    issue = make_public_issue(cast.group)

    assert cast.everybody[who].client.get(page(name, issue.pk)).status_code == 404


def test_for_strangers_the_address_of_a_power_sheet_does_not_exist(cast: Cast) -> None:
    assert cast.anybody.client.get(page("power", make_public_issue(cast.group).pk)).status_code == 404


@pytest.mark.parametrize("name", [name for name in PAGES if name != "power"])
def test_whoever_is_not_signed_in_is_asked_to_sign_in(cast: Cast, name: str) -> None:
    answer = cast.anybody.client.get(page(name, make_public_issue(cast.group).pk))

    assert answer.status_code == 302
    assert "login" in answer["Location"]


@pytest.mark.parametrize("name", PAGES)
def test_words_are_shown_as_words(cast: Cast, name: str) -> None:
    issue = make_issue(cast.group, text=MARKUP, lang="ar")

    answer = cast.member.client.get(page(name, issue.pk))

    assert answer.status_code == 200
    body = answer.content.decode()
    assert MARKUP not in body
    assert "&lt;script&gt;" in body
    assert 'lang="ar" dir="rtl"' in body


def test_issue_of_two_sentences_takes_the_words_of_one(cast: Cast) -> None:
    room = make_room(cast.group)
    one, two = make_sentence(room, "Nobody explains the bill."), make_sentence(room, "They cut the water.")
    shown = cast.member.client.get(page("issue_open")).content.decode()
    assert one.text in shown
    assert shown.index(one.text) < shown.index("our own words")

    answer = cast.member.client.post(
        page("issue_open"), {"sentences": [one.pk, two.pk], "named": two.pk, "made_in": "circle", "lang": "en"}
    )

    issue = Issue.objects.get()
    assert answer["Location"] == page("issue", issue.pk)
    assert (issue.text, issue.from_sentence_id, issue.gathered.count(), issue.made_in) == (
        two.text,
        two.pk,
        2,
        "circle",
    )


def test_issue_in_own_words_needs_some(cast: Cast) -> None:
    sent = {"named": "", "text": " ", "made_in": "desk", "lang": "en"}

    answer = cast.member.client.post(page("issue_open"), sent)

    assert answer.status_code == 422
    assert "There are no words yet" in answer.content.decode()
    assert not Issue.objects.exists()


def test_what_was_typed_and_chosen_survives_a_refusal(cast: Cast) -> None:
    sentence = make_sentence(make_room(cast.group))
    sent = {"named": "", "sentences": [sentence.pk], "text": "x" * 10_000, "made_in": "circle", "lang": "es"}

    body = cast.member.client.post(page("issue_open"), sent).content.decode()

    assert "x" * 10_000 in body
    assert f'value="{sentence.pk}" id="s-{sentence.pk}" checked' in body


def test_sentence_of_another_group_cannot_be_slipped_in(cast: Cast) -> None:
    theirs = make_sentence(make_room(cast.other_group))

    answer = cast.member.client.post(
        page("issue_open"), {"named": theirs.pk, "made_in": "desk", "lang": "en", "text": "mine"}
    )

    assert answer.status_code == 404
    assert not Issue.objects.exists()


def test_sentences_are_gathered_and_let_go(cast: Cast) -> None:
    issue, sentence = make_issue(cast.group), make_sentence(make_room(cast.group))
    client = cast.member.client

    client.post(page("issue_gather", issue.pk), {"sentences": [sentence.pk], "made_in": "committee"})
    assert issue.gathered.get().made_in == "committee"
    assert sentence.text in client.get(page("issue", issue.pk)).content.decode()
    client.post(page("issue_let_go", issue.pk), {"sentence": sentence.pk})
    assert not issue.gathered.exists()


def test_publishing_shows_first_and_does_it_at_the_second_press(cast: Cast) -> None:
    issue = make_issue(cast.group)
    make_cause(issue, text="nobody tests the water")
    make_gain(issue, text="for our eyes alone")
    make_sentence(make_room(cast.group))
    client, address = cast.holder.client, page("issue_publish", issue.pk)

    first = client.post(address, {"visibility": "public", "tree_public": "on", "seen": ""})
    body = first.content.decode()
    assert (first.status_code, Issue.objects.get().visibility) == (200, "private")
    assert "nobody tests the water" in body
    assert "for our eyes alone" not in body
    changed = client.post(address, {"visibility": "public", "seen": "public:True"})
    assert (changed.status_code, Issue.objects.get().visibility) == (200, "private")
    client.post(address, {"visibility": "public", "tree_public": "on", "seen": "public:True"})
    assert (Issue.objects.get().visibility, Issue.objects.get().tree_public) == ("public", True)


def test_preview_keeps_back_what_is_ours(cast: Cast) -> None:
    room = make_room(cast.group)
    ours, told = make_sentence(room, "The clerk laughed."), make_sentence(room, "The office is shut.", reach="public")
    issue = make_issue(cast.group, sentences=[ours, told])
    make_issue_link(issue, make_issue(cast.group, text="A plan of ours"))
    make_issue_link(issue, make_public_issue(cast.group, text="The lock on the door"))

    body = cast.member.client.post(page("issue_publish", issue.pk), {"visibility": "public"}).content.decode()

    assert told.text in body
    assert "The lock on the door" in body
    assert "A plan of ours" not in body
    assert ours.text not in body
    assert "1 sentence stays ours" in body


def test_our_own_sentence_is_not_published_as_a_title(cast: Cast) -> None:
    issue = make_issue(cast.group, text="", title_sentence=make_sentence(make_room(cast.group)))

    answer = cast.member.client.post(page("issue_publish", issue.pk), {"visibility": "public"})

    assert answer.status_code == 422
    assert "kept as “ours”" in answer.content.decode()


FORMS: list[tuple[str, dict[str, Any], str, object]] = [
    ("issue_state", {"state": "resting", "note": "until spring"}, "state", "resting"),
    ("issue_disagreement", {"text": "Two of us would wait."}, "disagreement", "Two of us would wait."),
]


@pytest.mark.parametrize(("name", "sent", "field", "value"), FORMS)
def test_what_we_say_is_kept(cast: Cast, name: str, sent: dict[str, Any], field: str, value: object) -> None:
    issue = make_issue(cast.group)

    assert cast.member.client.post(page(name, issue.pk), sent).status_code == 302
    assert getattr(Issue.objects.get(), field) == value


def test_translation_is_kept_beside(cast: Cast) -> None:
    issue = make_issue(cast.group)
    address = page("issue_translate", issue.pk)

    assert cast.member.client.post(address, {"text": "igual", "lang": "en"}).status_code == 422
    cast.member.client.post(address, {"text": "El estanque huele", "lang": "es", "by_words": "the kitchen"})
    assert issue.translations.get().text == "El estanque huele"
    assert "El estanque huele" in cast.member.client.get(address).content.decode()


def test_company_named_in_public_is_asked_for_a_source(cast: Cast) -> None:
    issue = make_issue(cast.group)
    sent = {"text": "Pond & Sons", "kind": "body", "public": "on", "lang": "en", "made_in": "circle"}
    client, address = cast.member.client, page("gains", issue.pk)
    assert "a person&#x27;s name belongs on the power sheet" in client.get(address).content.decode()

    answer = client.post(address, sent)
    assert (answer.status_code, Gain.objects.count()) == (422, 0)
    client.post(address, sent | {"source": "the register, page 3"})
    gain = Gain.objects.get()
    client.post(page("gain_remove", gain.pk))
    assert not Gain.objects.exists()


def test_who_must_act_is_a_body_or_ourselves(cast: Cast) -> None:
    issue, body = make_issue(cast.group), make_body(cast.place)
    client, address = cast.member.client, page("duties", issue.pk)

    for whom in ("ourselves", body.pk):
        client.post(
            address, {"body": whom, "duty": "protect", "what_stops": "no money", "lang": "en", "made_in": "desk"}
        )
    assert {row.body_id for row in issue.duties.all()} == {None, body.pk}
    assert client.post(address, {"body": "", "lang": "en", "made_in": "desk"}).status_code == 422
    client.post(page("duty_remove", issue.duties.filter(ourselves=True).get().pk))
    assert issue.duties.count() == 1


def test_issues_are_linked_and_unlinked(cast: Cast) -> None:
    issue, other = make_issue(cast.group), make_issue(cast.group)
    client, address = cast.member.client, page("issue_links", issue.pk)

    client.post(address, {"kind": "leads_to", "other": other.pk, "lang": "en", "made_in": "circle"})
    link = IssueLink.objects.get()
    assert (link.other, link.kind) == (other, "leads_to")
    client.post(page("issue_unlink", link.pk))
    assert not IssueLink.objects.exists()


@pytest.mark.parametrize("make", [make_gain, make_duty, make_issue_link])
def test_strangers_remove_nothing(cast: Cast, make: Any) -> None:
    row = make(make_public_issue(cast.group))
    name = {"gain": "gain_remove", "duty": "duty_remove", "issuelink": "issue_unlink"}[row._meta.model_name]

    assert cast.elsewhere.client.post(page(name, row.pk)).status_code == 404
    assert type(row).objects.filter(pk=row.pk).exists()


def test_workbench_asks_as_often_for_one_sentence_as_for_many(cast: Cast) -> None:
    issue, room = make_issue(cast.group), make_room(cast.group)
    first = make_sentence(room)
    gather(issue, sentences=[first], by=inside(cast.group))

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert cast.member.client.get(page("issue", issue.pk)).status_code == 200
        return len(seen)

    few = asked()
    more = type_sentences(room, [Line(f"Sentence number {one}.") for one in range(150)], by=inside(cast.group))
    gather(issue, sentences=more, by=inside(cast.group))
    for number in range(20):
        make_cause(issue, text=f"box {number}")
    assert asked() == few
