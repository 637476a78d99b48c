"""Bringing the rows of a table in line with a list, in few queries: one to read, one to make, one to set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

Key = tuple[str, ...]
Values = Mapping[str, Any]
Wanted = Mapping[Key, Values]
BATCH = 400


@dataclass(frozen=True)
class Settled:
    """What became of a table: its ids by key, which keys were made, what was set, and which the list does not hold.

    `changes` has the former and the new value by field, by key.
    """

    ids: Mapping[Key, str]
    made: frozenset[Key] = frozenset()
    changes: Mapping[Key, Mapping[str, tuple[Any, Any]]] = field(default_factory=dict)
    gone: frozenset[Key] = frozenset()

    def touched(self) -> Iterable[tuple[str, set[str]]]:
        """Each id that is new or changed, with the names of what was set."""
        for key in self.made:
            yield self.ids[key], {"made"}
        for key, changed in self.changes.items():
            yield self.ids[key], set(changed)


def settle(
    rows: QuerySet[Any],
    key: Key,
    wanted: Wanted,
    *,
    new_id: Callable[[Key], str],
    first: Values | None = None,
    keeps: Callable[[Values, Values], bool] | None = None,
) -> Settled:
    """Makes what is missing and sets what differs, by the columns `key`. A row that the list does not hold is left alone.

    `first` is written with a new row and never again; `keeps(present, wanted)` says which rows stay as they are. One
    query, and two more where something changed.
    """
    names = list(dict.fromkeys(name for values in wanted.values() for name in values))
    ids: dict[Key, str] = {}
    present: dict[Key, dict[str, Any]] = {}
    for pk, *found in rows.values_list("pk", *key, *names):
        one = tuple(found[: len(key)])
        ids[one], present[one] = pk, dict(zip(names, found[len(key) :], strict=True))
    changes = {}
    for one, values in wanted.items():
        differs = one in present and present[one] != values and not (keeps and keeps(present[one], values))
        if differs:
            its = present[one]
            changes[one] = {name: (its[name], value) for name, value in values.items() if its[name] != value}
    made = {one: new_id(one) for one in wanted if one not in present}
    model = rows.model
    model.objects.bulk_create(
        (model(id=pk, **dict(zip(key, one, strict=True)), **wanted[one], **(first or {})) for one, pk in made.items()),
        batch_size=BATCH,
    )
    if changes:
        fields = sorted({name for changed in changes.values() for name in changed})
        model.objects.bulk_update(
            [model(pk=ids[one], **dict(zip(key, one, strict=True)), **wanted[one]) for one in changes],
            fields,
            batch_size=BATCH,
        )
    return Settled(ids | made, frozenset(made), changes, frozenset(present.keys() - wanted.keys()))
