"""A whole tree typed on one sheet: all of it or nothing, and then as it hangs on the wall."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from smallplaces.issues.models import Cause, Issue
from tests.cast import Cast
from tests.factories.issues import make_cause, make_gathered, make_issue
from tests.factories.meetings import make_room, make_sentence

pytestmark = pytest.mark.django_db


def sent(*lines: dict[str, str], rows: int = 10, **more: str) -> dict[str, str]:
    """What a browser sends."""
    data = {"made_in": "circle", "lang": "en", "rows": str(rows), **more}
    for number in range(rows):
        line = {"text": "", "level": "shows", "under": "", "sentence": ""}
        line |= lines[number] if number < len(lines) else {}
        data |= {f"line-{number}-{name}": value for name, value in line.items()}
    return data


def address(issue: Issue) -> str:
    return reverse("desk:tree_sheet", args=[issue.pk])


def test_ten_lines_wait_with_sentences_first_and_names_for_roots(cast: Cast) -> None:
    issue = make_issue(cast.group)
    make_gathered(issue, make_sentence(make_room(cast.group), "Nobody asked us"))

    page = cast.member.client.get(address(issue)).content.decode()

    assert page.count("<textarea") == 10
    assert page.index("“Nobody asked us”") < page.index("our own")
    assert "profit before people" in page
    assert not re.search(r'name="(right|article)', page)


def test_a_tree_is_kept_and_shown_for_the_wall(cast: Cast) -> None:
    issue = make_issue(cast.group)
    sentence = make_sentence(make_room(cast.group), "Nobody asked us")
    make_gathered(issue, sentence)
    lines = [
        {"text": "fish die", "level": "shows"},
        {"level": "immediate", "sentence": sentence.pk},
        {"text": "a drain in law", "level": "root:owning", "under": "line-1"},
    ]

    answer = cast.member.client.post(address(issue), sent(*lines), follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain == [(f"/places/{issue.place.slug}/issues/{issue.pk}/tree/", 302)]
    assert "3 boxes hang on the tree now." in page
    assert page.index("fish die") < page.index("Nobody asked us")
    above = {one.text: one.parent.text if one.parent else "" for one in Cause.objects.select_related("parent")}
    assert above == {"fish die": "", "Nobody asked us": "fish die", "a drain in law": "fish die"}
    assert Cause.objects.get(text="Nobody asked us").from_sentence == sentence


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"text": "y" * 301, "level": "root"}, "301"),
        ({"text": "a root", "level": "nonsense"}, "Look at the lines that are marked"),
        ({"text": "too shallow", "level": "shows", "under": "line-2"}, "as deep as the one above it"),
    ],
)
def test_one_wrong_line_keeps_nothing_and_loses_nothing(cast: Cast, wrong: dict[str, str], why: str) -> None:
    issue = make_issue(cast.group)
    lines = [{"text": "fish die"}, {"text": "old ponds", "level": "immediate"}, wrong]

    answer = cast.member.client.post(address(issue), sent(*lines))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert why in page
    assert "fish die" in page
    assert wrong["text"] in page
    assert not issue.causes.exists()


def test_nothing_typed_says_so(cast: Cast) -> None:
    answer = cast.member.client.post(address(make_issue(cast.group)), sent())
    assert answer.status_code == 422
    assert "Write at least one box" in answer.content.decode()


def test_more_lines_keep_what_is_typed_and_complain_of_nothing(cast: Cast) -> None:
    issue = make_issue(cast.group)
    answer = cast.member.client.post(address(issue), sent({"text": "fish d"}, more="1", made_in=""))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count("<textarea") == 20
    assert "fish d" in page
    assert 'class="error"' not in page


@pytest.mark.parametrize("rows", ["", "-1", "9999999", "\u0663", "x"])
def test_a_strange_number_of_lines_is_ten(cast: Cast, rows: str) -> None:
    issue = make_issue(cast.group)
    data = sent({"text": "fish die"}) | {"rows": rows}
    assert cast.member.client.post(address(issue), data).status_code == 302


def test_boxes_that_hang_already_can_be_hung_under(cast: Cast) -> None:
    issue = make_issue(cast.group)
    box = make_cause(issue, text="fish die")
    line = {"text": "old ponds", "level": "immediate", "under": box.pk}
    assert cast.member.client.post(address(issue), sent(line)).status_code == 302
    assert issue.causes.get(text="old ponds").parent == box


def test_for_others_the_sheet_does_not_exist(cast: Cast) -> None:
    issue = make_issue(cast.group)
    assert cast.elsewhere.client.get(address(issue)).status_code == 404
