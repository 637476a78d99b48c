"""A statement that is taken back is gone from its dialogue, from issues, boxes and reports."""

from __future__ import annotations

import pytest
from django.apps import apps

from smallplaces.core import ends
from smallplaces.core.consent import present_uses
from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.dialogues.actions import take_back_statement
from smallplaces.dialogues.models import Statement
from smallplaces.issues.actions import gather_statements, open_issue_from_statement
from smallplaces.issues.models import Cause, Issue
from smallplaces.reports.models import Citation, Paragraph
from tests.factories.core import DAY
from tests.factories.dialogues import make_dialogue, make_statement
from tests.factories.groups import make_group
from tests.factories.issues import make_issue
from tests.factories.meetings import inside
from tests.factories.reports import make_citation, make_paragraph, make_report

pytestmark = pytest.mark.django_db

MARKED = "Heron quartz marmalade at the lock."


def everything_said() -> str:
    """Every row of every table of ours, as text."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("smallplaces.")]
    return "\n".join(str(row) for model in ours for row in model.objects.values_list())


@pytest.fixture
def used() -> tuple[Statement, Issue, Issue, Paragraph]:
    """A statement that is a title, a box, a gathered line, and the words of a paragraph."""
    group = make_group()
    statement = make_statement(make_dialogue(group), text=MARKED)
    by = inside(group)
    titled = open_issue_from_statement(group, statement=statement, by=by)
    other = make_issue(group)
    gather_statements(other, statements=[statement], by=by)
    Cause.objects.create(issue=other, text=MARKED, level="root", from_statement=statement, made_on=DAY)
    paragraph = make_paragraph(make_report(group), text=f"They say: {MARKED}")
    make_citation(paragraph, kind="statement", thing=statement, verbatim=True)
    return statement, titled, other, paragraph


def test_every_use_is_known_before(used: tuple[Statement, Issue, Issue, Paragraph]) -> None:
    statement, titled, other, paragraph = used

    found = {(end.kind, end.thing_id) for end in ends.uses_of("statement", [statement.pk])}

    expected = {("issue", titled.pk), ("issue", other.pk), ("report", paragraph.section.report_id)}
    assert expected <= found
    assert ("cause", other.causes.get().pk) in found


def test_the_words_are_in_no_table_any_more(used: tuple[Statement, Issue, Issue, Paragraph]) -> None:
    statement, titled, other, paragraph = used
    assert MARKED in everything_said()

    beyond = take_back_statement(statement, by=inside(titled.group))

    assert beyond == []
    assert MARKED not in everything_said()
    titled.refresh_from_db()
    paragraph.refresh_from_db()
    assert (titled.text, titled.taken_back_on is not None, titled.from_statement_id) == ("", True, statement.pk)
    assert paragraph.taken_back_on is not None
    assert not other.gathered_statements.exists()
    assert not Citation.objects.exists()


def test_the_answers_stay_counted_and_nothing_is_allowed_any_more() -> None:
    statement = make_statement(text=MARKED)

    take_back_statement(statement, by=inside(statement.dialogue.group))
    take_back_statement(statement, by=inside(statement.dialogue.group))

    statement.refresh_from_db()
    assert (statement.agrees, statement.text) == (175, "")
    assert present_uses("statement", statement.pk) == frozenset()
    assert AuditRow.objects.filter(verb="statement.taken_back").count() == 1


def test_a_stranger_takes_nothing_back() -> None:
    statement = make_statement()

    with pytest.raises(NotAllowedError):
        take_back_statement(statement, by=ANYBODY)

    statement.refresh_from_db()
    assert statement.text
