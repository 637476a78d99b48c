"""Many rows at once, as the database takes them: where an import brings tens of thousands, `bulk_create` is too slow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

# PostgreSQL takes 65,535 values in one statement, and each statement costs a way there and back.
MOST_VALUES = 60_000
MOST_ROWS = 5000


def insert_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Inserts rows of values that the columns take as they are, in the order of `fields` (JSON as text).

    Nothing is checked but what the table checks, and no default is filled in: name every column.
    """
    by_name = {field.name: field.column for field in model._meta.concrete_fields}
    quoted = ", ".join(connection.ops.quote_name(by_name[name] or name) for name in fields)
    insert_many(f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({quoted})", rows)


def insert_many(head: str, rows: Iterable[Sequence[Any]], *, row: str = "", tail: str = "") -> None:
    """Runs `head` VALUES ... `tail` for all rows: one by one inside SQLite, in large statements on PostgreSQL.

    `row` are the marks of one row where they are more than "(%s, %s)". `head`, `row` and `tail` are our own words.
    """
    every = list(rows)
    if not every:
        return
    marks = row or f"({', '.join(['%s'] * len(every[0]))})"
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.executemany(f"{head} VALUES {marks} {tail}", every)
            return
        size = min(MOST_ROWS, MOST_VALUES // len(every[0]))
        for start in range(0, len(every), size):
            part = every[start : start + size]
            values = [value for one in part for value in one]
            cursor.execute(f"{head} VALUES {', '.join([marks] * len(part))} {tail}", values)
