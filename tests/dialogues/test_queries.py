"""What of a dialogue is read by whom: safe rows outside, every number inside, nobody's answer anywhere."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY
from smallplaces.dialogues.actions import hide_statement, open_statement, publish_dialogue
from smallplaces.dialogues.models import Dialogue
from smallplaces.dialogues.queries import (
    dialogue_desk,
    dialogue_page,
    statements_by_ids,
    unreadable_statements,
)
from smallplaces.dialogues.wording import in_words, rest_in_words
from smallplaces.engines.disclosure import SafeRow, safe_row
from tests.factories.dialogues import make_dialogue, make_statement
from tests.factories.groups import make_group
from tests.factories.meetings import inside

pytestmark = pytest.mark.django_db


@pytest.fixture
def public() -> Dialogue:
    """A public dialogue with a statement of every sort."""
    dialogue = make_dialogue(visibility="public")
    make_statement(dialogue, number=1, text="Seen by all")
    make_statement(dialogue, number=2, text="Few answered", agrees=4, disagrees=5, passes=0)
    make_statement(dialogue, number=3, text="Not to be quoted", uses=("C1", "C2"))
    make_statement(dialogue, number=4, text="It waits", standing="waiting")
    make_statement(dialogue, number=5, text="Left out", standing="not_shown")
    return dialogue


def test_everybody_reads_what_is_shown_and_may_be_quoted(public: Dialogue) -> None:
    page = dialogue_page(public.pk, viewer=ANYBODY)

    assert [one.text for one in page.statements] == ["Seen by all", "Few answered"]
    assert (page.kept, page.waiting, page.not_shown, page.statement_count) == (1, 1, 1, 5)
    assert (page.answered, page.ours) == (160, False)


def test_few_answers_are_no_numbers(public: Dialogue) -> None:
    few = dialogue_page(public.pk, viewer=ANYBODY).statements[1]

    assert (few.answers, few.words) == (SafeRow(), "fewer than 10 people answered")


def test_the_order_is_made_of_safe_numbers_alone() -> None:
    dialogue = make_dialogue(visibility="public")
    for number, agrees in enumerate((1, 8, 100, 102)):
        make_statement(dialogue, number=number, agrees=agrees, disagrees=0, passes=0)

    told = [one.number for one in dialogue_page(dialogue.pk, viewer=ANYBODY).statements]

    assert told == [2, 3, 0, 1]


def test_a_private_dialogue_does_not_exist_outside() -> None:
    statement = make_statement()

    with pytest.raises(NotVisibleError):
        dialogue_page(statement.dialogue_id, viewer=ANYBODY)
    assert statements_by_ids([statement.pk], viewer=ANYBODY) == []
    assert unreadable_statements([statement.pk, None, ""], viewer=ANYBODY) == {statement.pk}


def test_members_read_exact_numbers_beside_those_of_the_export(public: Dialogue) -> None:
    public.statements.filter(number=1).update(said_agrees=180, said_disagrees=50)

    desk = dialogue_desk(public.pk, viewer=inside(public.group))

    first = next(one for one in desk.statements if one.number == 1)
    assert (first.agrees, first.said_agrees, first.differs, desk.differing) == (175, 180, True, 1)
    assert len(desk.statements) == 5


def test_people_of_another_group_find_no_desk(public: Dialogue) -> None:
    with pytest.raises(NotVisibleError):
        dialogue_desk(public.pk, viewer=inside(make_group()))


def test_a_statement_is_shown_and_hidden_by_its_group(public: Dialogue) -> None:
    waiting, by = public.statements.get(number=4), inside(public.group)

    open_statement(waiting, by=by)
    assert statements_by_ids([waiting.pk], viewer=ANYBODY)
    hide_statement(waiting, by=by)
    assert not statements_by_ids([waiting.pk], viewer=ANYBODY)


def test_a_dialogue_is_published_and_taken_from_sight() -> None:
    dialogue = make_dialogue()
    by = inside(dialogue.group)

    publish_dialogue(dialogue, by=by)
    assert dialogue_page(dialogue.pk, viewer=ANYBODY).title
    publish_dialogue(dialogue, visibility="private", by=by)
    with pytest.raises(NotVisibleError):
        dialogue_page(dialogue.pk, viewer=ANYBODY)


def queries_of_page(dialogue: Dialogue) -> int:
    with CaptureQueriesContext(connection) as told:
        dialogue_page(dialogue.pk, viewer=ANYBODY)
        dialogue_desk(dialogue.pk, viewer=inside(dialogue.group))
    return len(told)


def test_three_hundred_statements_cost_no_more_queries_than_one() -> None:
    dialogue = make_dialogue(visibility="public")
    make_statement(dialogue)
    one = queries_of_page(dialogue)
    for number in range(300):
        make_statement(dialogue, number=10_000 + number)

    assert queries_of_page(dialogue) == one <= 6


@pytest.mark.parametrize(
    ("answers", "words", "rest"),
    [
        ((175, 50, 25), "most agree: about 70 % of about 250 people", "disagree: about 20 %; passed: about 10 %"),
        ((10, 80, 10), "most disagree: about 80 % of about 100 people", "agree: about 10 %; passed: about 10 %"),
        (
            (45, 40, 15),
            "people differ: about 45 % agree, about 40 % disagree, of about 100 people",
            "passed: about 15 %",
        ),
        (
            (99, 1, 0),
            "nearly everybody agrees, of about 100 people",
            "disagree: hardly anybody; passed: hardly anybody",
        ),
        (
            (0, 99, 1),
            "nearly everybody disagrees, of about 100 people",
            "agree: hardly anybody; passed: hardly anybody",
        ),
        ((9, 0, 0), "fewer than 10 people answered", ""),
    ],
)
def test_a_row_in_words(answers: tuple[int, int, int], words: str, rest: str) -> None:
    row = safe_row(*answers)

    assert (in_words(row), rest_in_words(row)) == (words, rest)
