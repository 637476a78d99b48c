"""Statements of dialogues under issues."""

from __future__ import annotations

from collections.abc import Sequence

from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.lines import StatementLine
from smallplaces.dialogues.queries import statements_by_ids
from smallplaces.issues.lines import IssueLine
from smallplaces.issues.models import IssueStatement
from smallplaces.issues.queries.sight import issues_in_sight, lines_of


def statements_under(issue_id: str, *, viewer: Viewer) -> tuple[tuple[StatementLine, ...], dict[str, str]]:
    """The statements under an issue that the viewer may read, and where each was put there, by its id.

    The caller has looked at the issue. At most three queries.
    """
    rows = IssueStatement.objects.filter(issue_id=issue_id).order_by("made_on", "statement_id")
    made_in = dict(rows.values_list("statement_id", "made_in"))
    lines = [one for one in statements_by_ids(made_in, viewer=viewer) if not one.taken_back]
    return tuple(lines), {one.id: made_in[one.id] for one in lines}


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
