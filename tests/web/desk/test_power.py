"""The power sheet: for the group's own people a page, for everybody else nothing."""

from __future__ import annotations

import pytest
from django.urls import reverse

from smallplaces.issues.models import PowerLine
from tests.cast import Cast
from tests.factories.issues import make_issue, make_power_line, make_public_issue

pytestmark = pytest.mark.django_db

FOUR = {"decides": "the clerk", "gains": "the mill", "with_us": "the ferry", "could": "the school", "lang": "en"}


def test_four_lines_in_one_go(cast: Cast) -> None:
    issue = make_issue(cast.group)
    address = reverse("desk:power", args=[issue.pk])

    assert cast.member.client.post(address, FOUR).status_code == 302

    body = cast.member.client.get(address).content.decode()
    assert all(words in body for words in ("the clerk", "the mill", "the ferry", "the school"))
    assert PowerLine.objects.count() == 4


@pytest.mark.parametrize("who", ["elsewhere", "steward", "anybody"])
def test_others_find_nothing_even_where_the_issue_is_public(cast: Cast, who: str) -> None:
    line = make_power_line(make_public_issue(cast.group), text="the marked clerk")
    client = cast.everybody[who].client

    for answer in (
        client.get(reverse("desk:power", args=[line.issue_id])),
        client.post(reverse("desk:power", args=[line.issue_id]), FOUR),
        client.post(reverse("desk:power_remove", args=[line.pk])),
    ):
        assert answer.status_code == 404
        assert "marked" not in answer.content.decode()
    assert PowerLine.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [({"lang": "en"}, "Nothing was typed yet"), (FOUR | {"could": "x" * 10_000}, "characters long")],
)
def test_all_or_nothing_is_kept(cast: Cast, sent: dict[str, str], words: str) -> None:
    answer = cast.member.client.post(reverse("desk:power", args=[make_issue(cast.group).pk]), sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not PowerLine.objects.exists()


def test_enter_in_a_box_never_removes_a_line(cast: Cast) -> None:
    """A browser presses the first button of the form on Enter; the buttons that remove belong to other forms."""
    line = make_power_line(make_issue(cast.group))

    body = cast.member.client.get(reverse("desk:power", args=[line.issue_id])).content.decode()

    assert "formaction" not in body
    assert f'form="remove-{line.pk}"' in body


def test_line_is_taken_off(cast: Cast) -> None:
    line = make_power_line(make_issue(cast.group))

    cast.member.client.post(reverse("desk:power_remove", args=[line.pk]))

    assert not PowerLine.objects.exists()
