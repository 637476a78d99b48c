"""SQLite with tables WITHOUT ROWID (see smallplaces.core.tables)."""
