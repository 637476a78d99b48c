"""Reading what was done: the audit of a group for its members, the changes of common records for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from smallplaces.core.models import AuditRow, Change
from smallplaces.core.viewers import Viewer


@dataclass(frozen=True)
class Deed:
    """One line of an audit."""

    at: datetime
    verb: str
    thing_id: str
    fields: tuple[str, ...]
    by_kind: str
    by_id: str


@dataclass(frozen=True)
class FormerValue:
    """One change of a common record."""

    at: datetime
    field: str
    before: str
    after: str
    source: str


def deeds_of_group(group_id: str, *, viewer: Viewer, limit: int = 200) -> list[Deed]:
    """The latest deeds in a group, newest first; nothing for those outside it. One query."""
    if not (viewer.is_member_of(group_id) or viewer.is_command):
        return []
    rows = AuditRow.objects.filter(group_id=group_id).order_by("-at", "id")[:limit]
    return [Deed(row.at, row.verb, row.thing_id, tuple(row.fields), row.by_kind, row.by_id) for row in rows]


def last_deeds(group_ids: Iterable[str], kinds: Iterable[str]) -> dict[str, date]:
    """The day of the latest deed on these kinds of thing, by the group's id. Days alone, and no word of what. One query."""
    rows = AuditRow.objects.filter(group_id__in=list(group_ids), kind__in=list(kinds))
    return {pk: at.date() for pk, at in rows.order_by().values_list("group_id").annotate(Max("at"))}


def changes_of(kind: str, thing_id: str) -> list[FormerValue]:
    """The changes of one common record, newest first. The caller has fetched the record for its viewer. One query."""
    rows = Change.objects.filter(kind=kind, thing_id=thing_id).order_by("-at", "field")
    return [FormerValue(row.at, row.field, row.before, row.after, row.source) for row in rows]


def changes_of_each(kind: str, thing_ids: Iterable[str]) -> dict[str, list[FormerValue]]:
    """The changes of several common records, newest first, by their ids. The caller has fetched them. One query."""
    found: dict[str, list[FormerValue]] = {}
    for row in Change.objects.filter(kind=kind, thing_id__in=list(thing_ids)).order_by("-at", "field"):
        found.setdefault(row.thing_id, []).append(FormerValue(row.at, row.field, row.before, row.after, row.source))
    return found
