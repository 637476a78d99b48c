"""The tree for the wall: whole for the group's people, for others only where the room decided so."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.factories.issues import make_cause, make_gain, make_issue, make_public_issue
from tests.factories.meetings import make_room, make_sentence

pytestmark = pytest.mark.django_db


def address(issue) -> str:
    return reverse("public:issue_tree", args=[issue.place.slug, issue.pk])


@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_strangers_see_it_only_where_it_is_public(cast: Cast, who: str) -> None:
    client = cast.everybody[who].client
    private, half, public = (
        make_issue(cast.group),
        make_issue(cast.group, visibility="public"),
        make_public_issue(cast.group),
    )

    assert [client.get(address(one)).status_code for one in (private, half, public)] == [404, 404, 200]


def test_members_see_the_whole(cast: Cast) -> None:
    issue = make_issue(cast.group, text="The pond <smells>", lang="en")
    top = make_cause(issue, sentence=make_sentence(make_room(cast.group), "أسماك ميتة", lang="ar"))
    make_cause(issue, level="root", root_name="owning", text="the river is a drain in law", parent=top)
    make_gain(issue, text="the tannery's heirs")

    body = cast.member.client.get(address(issue)).content.decode()

    assert "The pond &lt;smells&gt;" in body
    assert '<bdi lang="ar" dir="rtl">أسماك ميتة</bdi>' in body
    assert "the root: land and water treated as things to own" in body
    assert "the tannery&#x27;s heirs" in body


def test_strangers_do_not_read_gains_that_are_ours(cast: Cast) -> None:
    issue = make_public_issue(cast.group)
    make_gain(issue, text="for our eyes")

    assert "for our eyes" not in cast.anybody.client.get(address(issue)).content.decode()


def test_place_of_the_address_must_be_the_issues_own(cast: Cast) -> None:
    issue = make_public_issue(cast.group)

    assert cast.anybody.client.get(reverse("public:issue_tree", args=["elsewhere", issue.pk])).status_code == 404


def test_empty_tree_says_so_in_one_line(cast: Cast) -> None:
    assert "No box hangs here yet." in cast.member.client.get(address(make_issue(cast.group))).content.decode()
