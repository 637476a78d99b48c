"""Statements of dialogues under issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.lines import StatementLine
from smallplaces.dialogues.queries import statements_by_ids
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.models import IssueStatement
from smallplaces.issues.queries.sight import issues_in_sight, lines_of


@dataclass(frozen=True, kw_only=True)
class StatementUnder:
    """A statement under an issue, with the words that everybody may know of its answers, and where it was put there."""

    statement: StatementLine
    made_in: str


def statements_under(issue_id: str, *, viewer: Viewer) -> tuple[StatementUnder, ...]:
    """The statements under an issue that the viewer may read. The caller has looked at the issue. At most three queries."""
    rows = IssueStatement.objects.filter(issue_id=issue_id).order_by("made_on", "statement_id")
    made_in = dict(rows.values_list("statement_id", "made_in"))
    lines = statements_by_ids(made_in, viewer=viewer)
    return tuple(StatementUnder(statement=one, made_in=made_in[one.id]) for one in lines if not one.taken_back)


def issues_with_statements(ids: Sequence[str], *, viewer: Viewer) -> dict[str, list[IssueLine]]:
    """Under which issues, of those that the viewer may see, these statements stand. At most four queries."""
    rows = list(IssueStatement.objects.filter(statement_id__in=ids).values_list("statement_id", "issue_id"))
    seen = issues_in_sight(viewer).filter(pk__in={issue for _of, issue in rows})
    lines = {line.id: line for line in lines_of(seen, viewer)}
    found: dict[str, list[IssueLine]] = {}
    for of, issue in rows:
        if issue in lines:
            found.setdefault(of, []).append(lines[issue])
    return found
