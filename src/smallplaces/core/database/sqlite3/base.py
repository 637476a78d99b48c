"""Django's SQLite backend with one thing added: tables WITHOUT ROWID."""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3 import base, schema


class SchemaEditor(schema.DatabaseSchemaEditor):
    """Honours `without_rowid` on a model, also when Django makes a table anew to change it."""

    def table_sql(self, model: Any) -> tuple[str, Any]:
        sql, params = super().table_sql(model)
        if getattr(model, "without_rowid", False):
            sql += " WITHOUT ROWID"
        return sql, params


class DatabaseWrapper(base.DatabaseWrapper):
    """The connection that settings name."""

    SchemaEditorClass = SchemaEditor
