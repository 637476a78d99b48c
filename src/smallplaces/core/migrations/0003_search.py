"""The index of common records: tables of each database's own kind, without models."""

from typing import Any

from django.db import migrations

ENTRIES = {
    "sqlite": [
        "CREATE VIRTUAL TABLE search_entry USING fts5("
        "title_words, words, facets, shown UNINDEXED, tokenize = 'ascii', prefix = '3 4')",
    ],
    "postgresql": [
        "CREATE TABLE search_entry (number bigint PRIMARY KEY, title_words text NOT NULL, words text NOT NULL,"
        " shown text NOT NULL, title_vector tsvector NOT NULL, vector tsvector NOT NULL)",
        "CREATE INDEX search_entry_title ON search_entry USING gin (title_vector)",
        "CREATE INDEX search_entry_words ON search_entry USING gin (vector)",
    ],
}
# Both databases put words into the same order.
WORD = {"sqlite": "text NOT NULL", "postgresql": 'text COLLATE "C" NOT NULL'}
END = {"sqlite": " WITHOUT ROWID", "postgresql": ""}
TABLES = ("search_entry", "search_word", "search_near", "search_made")


def make(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    word, end = WORD[vendor], END[vendor]
    for sql in [
        *ENTRIES[vendor],
        f"CREATE TABLE search_word (word {word}, PRIMARY KEY (word)){end}",
        f"CREATE TABLE search_near (gram {word}, length smallint NOT NULL, word {word},"
        f" PRIMARY KEY (gram, length, word)){end}",
        f"CREATE TABLE search_made (recipe {word}, PRIMARY KEY (recipe)){end}",
    ]:
        schema_editor.execute(sql)


def remove(apps: Any, schema_editor: Any) -> None:
    for table in TABLES:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("core", "0002_epoch")]

    operations = [migrations.RunPython(make, remove)]
