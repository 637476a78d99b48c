"""The desk's page of rights beside one thing."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories.issues import make_issue
from tests.factories.links import a_provision, a_right, link

pytestmark = pytest.mark.django_db
WORDS = "They turned off our heat and the landlord wants to evict us, against article 11 of the ICESCR."
TALKED = {"made_in": "circle"}


@pytest.fixture
def issue(cast):
    a_right("housing", "Adequate housing")
    a_provision()
    return make_issue(cast.group, text=WORDS)


def at(issue, name: str = "rights") -> str:
    return reverse(f"desk:{name}", args=["issue", issue.pk])


def standing(issue) -> dict[str, str]:
    from smallplaces.issues.models import IssueRight

    return {str(row.right or row.provision): row.standing for row in IssueRight.objects.filter(issue=issue)}


def test_suggestions_come_with_the_words_that_caused_them(cast, issue) -> None:
    page = cast.member.client.get(at(issue)).content.decode()
    assert "Adequate housing" in page
    assert "ICESCR, article 11" in page
    assert '<mark lang="en" dir="ltr">evict</mark>' in page
    assert "the text names it" in page.lower()


def test_yes_keeps_who_where_and_why(cast, issue) -> None:
    from smallplaces.issues.models import IssueRight

    answer = cast.member.client.post(at(issue, "rights_settle"), TALKED | {"yes": f"right:{a_right().pk}"})
    assert answer.status_code == 302
    row = IssueRight.objects.get()
    assert (row.standing, row.made_in, row.settled_by_id) == ("accepted", "circle", cast.member.account.pk)
    assert row.because in {"lexicon", "citation"}


def test_no_is_not_asked_again(cast, issue) -> None:
    cast.member.client.post(at(issue, "rights_settle"), TALKED | {"no": f"provision:{a_provision().pk}"})
    assert standing(issue) == {str(a_provision()): "refused"}
    page = cast.member.client.get(at(issue)).content.decode()
    assert f'value="provision:{a_provision().pk}"' not in page


@pytest.mark.parametrize("sent", [{}, {"yes": "right:nothing"}, {"yes": "\x00"}, {"no": "provision:"}])
def test_what_was_not_suggested_is_not_settled(cast, issue, sent) -> None:
    answer = cast.member.client.post(at(issue, "rights_settle"), TALKED | sent)
    assert (answer.status_code, standing(issue)) == (422, {})


def test_any_right_by_hand(cast, issue) -> None:
    other = a_right("clean-water", "Water")
    cast.member.client.post(at(issue), TALKED | {"right": other.pk})
    assert standing(issue) == {"Water": "accepted"}


@pytest.mark.parametrize("number", ["11", "Article 11", "art. 11(1)", " 11 "])
def test_any_article_by_hand(cast, issue, number) -> None:
    article = a_provision()
    cast.member.client.post(at(issue), TALKED | {"text": article.version.norm_id, "number": number})
    assert standing(issue) == {str(article): "accepted"}


@pytest.mark.parametrize(("number", "said"), [("99", "no article 99"), ("", "number of the article")])
def test_an_article_that_is_not_there(cast, issue, number, said) -> None:
    sent = TALKED | {"text": a_provision().version.norm_id, "number": number}
    answer = cast.member.client.post(at(issue), sent)
    assert (answer.status_code, standing(issue)) == (422, {})
    assert said in answer.content.decode()


def test_nothing_chosen_is_told(cast, issue) -> None:
    answer = cast.member.client.post(at(issue), TALKED)
    assert answer.status_code == 422
    assert "Choose one: a right" in answer.content.decode()


def test_it_can_be_taken_away(cast, issue) -> None:
    made = link("issue", issue)
    answer = cast.member.client.post(reverse("desk:right_remove", args=["issue", made.pk]))
    assert (answer.status_code, standing(issue)) == (302, {})


@pytest.mark.parametrize("who", ["elsewhere", "steward"])
def test_for_others_the_page_is_not_there(cast, issue, who) -> None:
    client, made = getattr(cast, who).client, link("issue", issue)
    assert client.get(at(issue)).status_code == 404
    assert client.post(at(issue), TALKED | {"right": a_right().pk}).status_code == 404
    assert client.post(reverse("desk:right_remove", args=["issue", made.pk])).status_code == 404
    assert standing(issue) == {"Adequate housing": "accepted"}


def test_a_kind_that_is_none_is_not_there(cast, issue) -> None:
    assert cast.member.client.get(reverse("desk:rights", args=["account", issue.pk])).status_code == 404


@pytest.mark.parametrize("kind", ["sentence", "cause", "demand", "clause", "promise", "step", "paragraph", "statement"])
def test_every_kind_has_its_page(cast, kind) -> None:
    from tests.factories.links import ours

    thing = ours(kind, cast.group)
    page = cast.member.client.get(reverse("desk:rights", args=[kind, thing.pk]))
    assert page.status_code == 200
