"""Bringing rows in line with a list: made where they are missing, set where they differ, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Standing
from smallplaces.core.models import Change
from smallplaces.core.tables import Record
from smallplaces.core.viewers import Viewer

Values = Mapping[str, Any]
# What the history calls a change, and the columns that it set.
TOGETHER = {"on": {"on", "on_earliest", "on_latest"}, "parent": {"parent_id"}}
DERIVED = {"on_earliest", "on_latest"}
Row = TypeVar("Row", bound=Record)


@dataclass(frozen=True)
class Settled:
    """What became of a list: the rows that were made, and the names of what was set in those that differed."""

    made: Collection[str]
    changed: Mapping[str, Collection[str]]

    @property
    def touched(self) -> list[str]:
        """The ids of all that is new or changed."""
        return [*self.made, *self.changed]


def settle_rows(
    rows: models.Manager[Row], wanted: Mapping[str, Values], *, first: Values, fixed: Collection[str] = (), by: Viewer
) -> Settled:
    """Makes and sets rows of one table by their ids; what was set leaves its former value as history.

    `first` is written with a new row and never again, and so are the columns of `fixed`. What a person changed here
    stays as the person left it. At most two queries where nothing differs.
    """
    present = rows.in_bulk(list(wanted))
    made = [pk for pk in wanted if pk not in present]
    rows.bulk_create(rows.model(id=pk, **wanted[pk], **first) for pk in made)
    differs = {pk: _differing(row, wanted[pk], fixed) for pk, row in present.items()}
    differs = {pk: fields for pk, fields in differs.items() if fields}
    if differs:
        kept = _changed_by_people(audit.kind_of(rows.model()), differs)
        differs = {pk: left for pk, fields in differs.items() if (left := fields - kept.get(pk, set()))}
    for pk, fields in differs.items():
        row, values = present[pk], wanted[pk]
        audit.record_change(
            row,
            {name: (getattr(row, name), values[name]) for name in fields - DERIVED},
            by=by,
            source=str(values["source"]),
        )
        for name in fields:
            setattr(row, name, values[name])
    if differs:
        rows.bulk_update([present[pk] for pk in differs], sorted(set().union(*differs.values())))
    return Settled(made, differs)


def accepted_at_once(by: Viewer) -> dict[str, Any]:
    """The columns of a common record that comes with the software."""
    day = today()
    return {
        "standing": Standing.ACCEPTED,
        "proposed_by_kind": by.kind,
        "proposed_by_id": by.account_id,
        "proposed_on": day,
        "accepted_by_id": by.account_id,
        "accepted_on": day,
    }


def _differing(row: Record, values: Values, fixed: Collection[str]) -> set[str]:
    return {name for name, value in values.items() if name not in fixed and getattr(row, name) != value}


def _changed_by_people(kind: str, ids: Collection[str]) -> dict[str, set[str]]:
    """The columns that people with an account put right, by the row."""
    found: dict[str, set[str]] = {}
    rows = Change.objects.filter(kind=kind, thing_id__in=list(ids), by_kind="account")
    for pk, name in rows.values_list("thing_id", "field"):
        found.setdefault(pk, set()).update(TOGETHER.get(name, {name}))
    return found
