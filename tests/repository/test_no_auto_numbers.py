"""No table of ours tells in which order people spoke: keys are random, and SQLite keeps no hidden row number."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models

from smallplaces.core.ids import RandomIdField

Table = type[models.Model]


def tables() -> list[Table]:
    """Every table of ours, those between two others included."""
    everything = apps.get_models(include_auto_created=True)
    return [model for model in everything if model.__module__.startswith("smallplaces.") and model._meta.managed]


def test_there_are_tables() -> None:
    assert tables()


@pytest.mark.parametrize("table", tables(), ids=lambda table: table._meta.label)
def test_key_is_random_or_made_of_such(table: Table) -> None:
    key = table._meta.pk
    if isinstance(key, models.CompositePrimaryKey):
        parts = [table._meta.get_field(name) for name in key.field_names]
        assert all(isinstance(one.target_field, RandomIdField) for one in parts if isinstance(one, models.ForeignKey))
        assert all(isinstance(one, models.ForeignKey) for one in parts)
    else:
        assert isinstance(key, RandomIdField)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite only")
def test_tables_are_kept_without_row_numbers(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        live = dict(cursor.fetchall())
    numbered = [table._meta.label for table in tables() if not live[table._meta.db_table].endswith("WITHOUT ROWID")]

    assert numbered == []


def test_no_column_counts_up(db: None) -> None:
    counting = [
        f"{table._meta.label}.{column.name}"
        for table in tables()
        for column in table._meta.local_fields
        if isinstance(column, models.AutoField | models.BigAutoField | models.SmallAutoField)
    ]

    assert counting == []
