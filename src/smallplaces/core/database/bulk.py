"""Many rows at once, as the database takes them: where an import brings tens of thousands, `bulk_create` is too slow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def insert_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Inserts rows of values that the columns take as they are, in the order of `fields` (JSON as text).

    Nothing is checked but what the table checks, and no default is filled in: name every column.
    """
    by_name = {field.name: field.column for field in model._meta.concrete_fields}
    quoted = ", ".join(connection.ops.quote_name(by_name[name] or name) for name in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    values = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({values})", list(rows))  # noqa: S608  (names of our own)
