"""Statements of a dialogue under an issue, and an issue made from one of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import MadeIn
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.dialogues.models import Statement
from smallplaces.dialogues.queries import unreadable_statements
from smallplaces.groups.models import Group
from smallplaces.issues.actions.gates import require_work
from smallplaces.issues.models import Issue, IssueStatement
from smallplaces.issues.policies import may_open_issue
from smallplaces.issues.wording import read_choice, read_words

MOST_AT_ONCE = 200


def open_issue_from_statement(group: Group, *, statement: Statement, made_in: str = MadeIn.DESK, by: Viewer) -> Issue:
    """Opens an issue whose words are a statement's: its key is kept. Raises NotAllowedError, RefusedError."""
    require(may_open_issue(by, group), _("Only people of this group can open an issue for it."))
    read_choice(made_in, MadeIn.values, field="made_in")
    with transaction.atomic():
        row = _live(group, [statement])[0]
        issue = Issue.objects.create(
            group=group,
            place=row.dialogue.place,
            text=read_words(row.text),
            lang=row.lang,
            made_in=made_in,
            made_on=today(row.dialogue.place.zone),
            from_statement=row,
        )
        _put_under(issue, [row], made_in)
        audit.record("opened", issue, by=by, fields=["text", "place", "from_statement", "statements"])
    return issue


def gather_statements(
    issue: Issue, *, statements: Sequence[Statement], made_in: str = MadeIn.DESK, by: Viewer
) -> list[IssueStatement]:
    """Puts statements under an issue; those already there stay as they are. Raises NotAllowedError, RefusedError."""
    require_work(issue, by)
    read_choice(made_in, MadeIn.values, field="made_in")
    if len(statements) > MOST_AT_ONCE:
        raise RefusedError(_("Choose at most 200 statements at a time. Nothing was kept."), field="statements")
    with transaction.atomic():
        rows = _put_under(issue, _live(issue.group, statements), made_in)
        if rows:
            audit.record("gathered", issue, by=by, fields=["statements"])
    return rows


def let_go_statement(issue: Issue, *, statement: Statement, by: Viewer) -> None:
    """Takes a statement out from under an issue. The statement itself stays. Raises NotAllowedError."""
    require_work(issue, by)
    with transaction.atomic():
        count, _per_model = issue.gathered_statements.filter(statement=statement).delete()
        if count:
            audit.record("let_go", issue, by=by, fields=["statements"])


def _put_under(issue: Issue, statements: Sequence[Statement], made_in: str) -> list[IssueStatement]:
    known = set(issue.gathered_statements.values_list("statement_id", flat=True))
    return IssueStatement.objects.bulk_create(
        IssueStatement(issue=issue, statement=one, made_in=made_in, made_on=today(issue.place.zone))
        for one in statements
        if one.pk not in known
    )


def _live(group: Group, statements: Sequence[Statement]) -> list[Statement]:
    """The statements as they are now. Raises RefusedError for one that was taken back or that is another group's own."""
    ids = list(dict.fromkeys(one.pk for one in statements))
    rows = Statement.objects.select_related("dialogue__place").in_bulk(ids)
    found = [rows[one] for one in ids if one in rows and rows[one].text]
    if len(found) < len(ids):
        raise RefusedError(
            _("One of these statements was taken back. Choose again; nothing was kept."), field="statements"
        )
    others = [one.pk for one in found if one.dialogue.group_id != group.pk]
    if unreadable_statements(others, viewer=ANYBODY):
        raise RefusedError(
            _("One of these statements belongs to another group and is not public. Ask them first; nothing was kept."),
            field="statements",
        )
    return found
