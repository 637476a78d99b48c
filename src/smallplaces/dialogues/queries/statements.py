"""Statements one by one, for the thread, for issues and for reports."""

from __future__ import annotations

from collections.abc import Iterable

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.dialogues.lines import StatementLine
from smallplaces.dialogues.models import Statement
from smallplaces.dialogues.queries.sight import in_safe_order, line_of, readable, statements_visible_to


def find_statement(statement_id: str, *, viewer: Viewer) -> Statement:
    """The record, for an action. Raises NotVisibleError."""
    return find_statements([statement_id], viewer=viewer)[0]


def find_statements(ids: Iterable[str], *, viewer: Viewer) -> list[Statement]:
    """The records behind ids, in their order, for other apps' actions. Raises NotVisibleError for one out of sight."""
    wanted = list(dict.fromkeys(ids))
    rows = statements_visible_to(viewer).filter(pk__in=wanted).select_related("dialogue__group", "dialogue__place")
    found = {row.pk: row for row in readable(rows, viewer)}
    for one in wanted:
        if one not in found:
            raise NotVisibleError(one)
    return [found[one] for one in wanted]


def statements_by_ids(ids: Iterable[str], *, viewer: Viewer) -> list[StatementLine]:
    """Those of these statements that the viewer may read, in the order of `ids`. At most two queries."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    found = {row.pk: row for row in readable(statements_visible_to(viewer).filter(pk__in=wanted), viewer)}
    return [line_of(found[one], viewer) for one in wanted if one in found]


def unreadable_statements(ids: Iterable[str | None], *, viewer: Viewer) -> frozenset[str]:
    """Those of these statements whose words are not this viewer's to read today. At most two queries.

    For words that were made from them elsewhere, by whichever group: asked at each reading, as for sentences.
    """
    wanted = {one for one in ids if one}
    if not wanted:
        return frozenset()
    rows = statements_visible_to(viewer).filter(pk__in=wanted)
    return frozenset(wanted - {row.pk for row in readable(rows, viewer)})


def statements_of_group(group_id: str, *, viewer: Viewer) -> list[StatementLine]:
    """What can be chosen from when an issue or a paragraph is made: what is shown and not taken back. Two queries."""
    rows = statements_visible_to(viewer).filter(
        dialogue__group_id=group_id, standing=StatementStanding.SHOWN, taken_back_on=None
    )
    return in_safe_order(line_of(row, viewer) for row in readable(rows, viewer))
