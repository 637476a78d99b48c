"""Rows of dialogues in an archive: statements and tallies. Nobody's answer leaves, and no key of who answered."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.dialogues.models import Dialogue, Statement, StatementRight


def statement_ids(group_ids: frozenset[str]) -> frozenset[str]:
    """The statements of some groups, for the permissions that go with them."""
    return frozenset(Statement.objects.filter(dialogue__group_id__in=group_ids).values_list("pk", flat=True))


def tables(scope: Scope) -> Tables:
    """A group's dialogues with what was said in them."""
    return (
        Dialogue.objects.filter(scope.held()),
        Statement.objects.filter(scope.held("dialogue__group_id")),
        StatementRight.objects.filter(scope.held("statement__dialogue__group_id")),
    )
