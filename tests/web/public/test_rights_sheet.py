"""The norms behind an issue, on its page and on the sheet for an official."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories.issues import make_issue, make_public_issue
from tests.factories.links import a_provision, a_right, link

pytestmark = pytest.mark.django_db


def sheet(issue, slug: str = "") -> str:
    return reverse("public:rights_sheet", args=[slug or issue.place.slug, issue.pk])


def issue_page(client, issue) -> str:
    return client.get(reverse("public:issue_by_id", args=[issue.pk]), follow=True).content.decode()


def test_the_page_says_what_the_issue_is_about_and_leads_to_the_sheet(cast) -> None:
    issue = make_public_issue(cast.group)
    link("issue", issue)
    link("issue", issue, provision=a_provision())
    page = issue_page(cast.anybody.client, issue)
    assert ">A home<" in page
    assert ">ICESCR, article 11<" in page
    assert "we have not checked" in page
    assert sheet(issue) in page


def test_an_issue_without_rights_says_nothing_of_them(cast) -> None:
    page = issue_page(cast.anybody.client, make_public_issue(cast.group))
    assert "Rights we can point to" not in page
    assert "rights-sheet" not in page


def test_the_sheet_holds_the_claim_and_its_rights(cast) -> None:
    issue = make_public_issue(cast.group)
    link("issue", issue, right=a_right())
    page = cast.anybody.client.get(sheet(issue)).content.decode()
    assert issue.text in page
    assert a_right().text in page


def test_a_sheet_without_rights_is_no_reproach(cast) -> None:
    page = cast.anybody.client.get(sheet(make_public_issue(cast.group))).content.decode()
    assert "It needs none to be true." in page


def test_the_sheet_of_another_place_is_not_there(cast) -> None:
    from tests.factories.places import make_place

    assert cast.anybody.client.get(sheet(make_public_issue(cast.group), make_place().slug)).status_code == 404


def test_the_sheet_of_a_private_issue_is_not_there(cast) -> None:
    assert cast.elsewhere.client.get(sheet(make_issue(cast.group))).status_code == 404


def test_words_that_read_like_the_sheet_lead_to_the_issue(cast) -> None:
    issue = make_public_issue(cast.group, text="Rights sheet")
    assert "<h1" in issue_page(cast.anybody.client, issue)
    assert (
        cast.anybody.client.get(reverse("public:issue_by_id", args=[issue.pk])).headers["Location"].endswith("/words/")
    )
