"""The tree, typed from the wall."""

from __future__ import annotations

import pytest
from django.urls import reverse

from smallplaces.issues.models import Cause, Issue
from smallplaces.meetings.actions import take_back
from tests.cast import Cast
from tests.factories.issues import make_cause, make_gathered, make_issue
from tests.factories.meetings import inside, make_room, make_sentence

pytestmark = pytest.mark.django_db


def sheet(*lines: dict[str, str], made_in: str = "circle", lang: str = "en") -> dict[str, str]:
    """What a browser sends: every line of the page, most of them empty."""
    sent = {"made_in": made_in, "lang": lang}
    for number in range(12):
        line = {"text": "", "level": "shows", "under": "", "sentence": ""}
        line |= lines[number] if number < len(lines) else {}
        sent |= {f"line-{number}-{name}": value for name, value in line.items()}
    return sent


def address(issue: Issue) -> str:
    return reverse("desk:causes", args=[issue.pk])


def shape(issue: Issue) -> dict[str, str]:
    """Words of each box -> words of the box that it hangs under."""
    return {cause.text: cause.parent.text if cause.parent else "" for cause in issue.causes.select_related("parent")}


def test_ten_boxes_in_one_go_hang_by_their_depth(cast: Cast) -> None:
    issue = make_issue(cast.group)
    levels = [
        "shows",
        "immediate",
        "underlying",
        "root",
        "immediate",
        "underlying",
        "root",
        "shows",
        "immediate",
        "root",
    ]
    lines = [{"text": f"box {number}", "level": level} for number, level in enumerate(levels)]

    answer = cast.member.client.post(address(issue), sheet(*lines))

    assert answer.status_code == 302
    above = {1: 0, 2: 1, 3: 2, 4: 0, 5: 4, 6: 5, 8: 7, 9: 8}
    assert shape(issue) == {f"box {one}": f"box {above[one]}" if one in above else "" for one in range(10)}
    assert set(issue.causes.values_list("made_in", flat=True)) == {"circle"}


def test_line_hangs_where_it_is_told_to(cast: Cast) -> None:
    issue = make_issue(cast.group)
    there = make_cause(issue, level="underlying", text="there")

    cast.member.client.post(
        address(issue),
        sheet(
            {"text": "a", "level": "root", "under": there.pk},
            {"text": "b", "level": "root", "under": "top"},
            {"text": "c", "level": "root", "under": "line-1"},
            {"text": "d", "level": "root"},
        ),
    )

    assert shape(issue) == {"there": "", "a": "there", "b": "", "c": "a", "d": "there"}


def test_lines_left_empty_are_left_out_wherever_they_stand(cast: Cast) -> None:
    issue = make_issue(cast.group)

    cast.member.client.post(
        address(issue), sheet({}, {"text": "a"}, {}, {"text": "b", "level": "root", "under": "line-2"})
    )

    assert shape(issue) == {"a": "", "b": "a"}


def test_root_can_carry_one_of_the_names(cast: Cast) -> None:
    issue = make_issue(cast.group)

    cast.member.client.post(address(issue), sheet({"text": "who counts as a neighbour", "level": "root:racism"}))

    cause = Cause.objects.get()
    assert (cause.level, cause.root_name, cause.text) == ("root", "racism", "who counts as a neighbour")


def test_sentence_that_was_gathered_is_offered_first_and_makes_a_box(cast: Cast) -> None:
    issue, sentence = make_issue(cast.group), make_sentence(make_room(cast.group), "No one tests.")
    make_gathered(issue, sentence)
    body = cast.member.client.get(address(issue)).content.decode()
    assert body.index("“No one tests.”") < body.index(">our own<")

    cast.member.client.post(address(issue), sheet({"sentence": sentence.pk, "level": "immediate"}))

    cause = Cause.objects.get()
    assert (cause.text, cause.from_sentence) == ("No one tests.", sentence)


def test_refusal_stands_at_its_line_and_the_others_are_kept(cast: Cast) -> None:
    issue = make_issue(cast.group)

    answer = cast.member.client.post(address(issue), sheet({"text": "good"}, {}, {"text": "y" * 5000}))

    body = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_line-2-text_error"' in body
    assert ">\ngood</textarea>" in body
    assert not Cause.objects.exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (sheet(), "Nothing was typed yet"),
        (sheet({"text": "a", "level": "hell"}), "lines that are marked"),
        (sheet({"text": "a", "under": "line-9"}), "stands above it"),
        (sheet({"text": "a"}, made_in=""), "Nothing is written or chosen here yet"),
    ],
    ids=["nothing", "no such level", "under a later line", "made nowhere"],
)
def test_what_cannot_be_read_is_said(cast: Cast, sent: dict[str, str], words: str) -> None:
    answer = cast.member.client.post(address(make_issue(cast.group)), sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Cause.objects.exists()


def test_box_is_put_right_and_taken_away(cast: Cast) -> None:
    issue = make_issue(cast.group)
    top, low = make_cause(issue, text="top"), make_cause(issue, text="low", level="root")
    client = cast.member.client
    page = reverse("desk:cause", args=[low.pk])
    assert top.text in client.get(page).content.decode()

    client.post(page, {"text": "lower", "level": "root:profit", "under": top.pk, "lang": "en"})
    low.refresh_from_db()
    assert (low.text, low.parent, low.root_name) == ("lower", top, "profit")
    client.post(reverse("desk:cause_remove", args=[top.pk]))
    assert shape(issue) == {"lower": ""}


def test_box_is_not_offered_to_hang_under_itself(cast: Cast) -> None:
    issue = make_issue(cast.group)
    top = make_cause(issue, text="top")
    low = make_cause(issue, text="low", parent=top)

    body = cast.member.client.get(reverse("desk:cause", args=[top.pk])).content.decode()

    assert f'value="{low.pk}"' not in body
    assert f'value="{top.pk}"' not in body


def test_box_whose_words_were_taken_back_says_so_and_can_still_be_moved(cast: Cast) -> None:
    issue, sentence = make_issue(cast.group), make_sentence(make_room(cast.group))
    box = make_cause(issue, sentence=sentence, level="root")
    take_back(sentence, by=inside(cast.group))
    client = cast.member.client

    assert "These words were taken back." in client.get(address(issue)).content.decode()
    page = reverse("desk:cause", args=[box.pk])
    assert client.get(page).status_code == 200
    assert client.post(page, {"level": "immediate", "under": ""}).status_code == 302
    assert Cause.objects.get().level == "immediate"


def test_others_touch_no_box(cast: Cast) -> None:
    box = make_cause(make_issue(cast.group, visibility="public"))

    for name in ("cause", "cause_remove"):
        assert cast.elsewhere.client.post(reverse(f"desk:{name}", args=[box.pk])).status_code == 404
    assert Cause.objects.exists()
