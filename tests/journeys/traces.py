"""Where words still stand: every table, every file of the home, and what is packed inside a file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def traces_of(words: str) -> list[str]:
    """The names of tables and files that hold the words."""
    return sorted({*_tables(words), *_files(words)})


def _tables(words: str) -> Iterator[str]:
    from django.db import connection

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            if any(words in str(cell) for row in cursor.fetchall() for cell in row):
                yield table


def _files(words: str) -> Iterator[str]:
    from django.conf import settings
    from django.db import connection

    database = Path(str(connection.settings_dict["NAME"]))
    beside = database.parent.glob(f"{database.name}*") if connection.vendor == "sqlite" else []
    # A home in which somebody works holds words of its own; `make test` brings an empty one.
    folders = [settings.MEDIA_ROOT] + [settings.HOME] * (not (settings.HOME / "smallplaces.sqlite3").exists())
    kept = [path for folder in folders for path in Path(folder).rglob("*")]
    for path in {*beside, *kept}:
        if path.is_file() and _holds(path.read_bytes(), words):
            yield path.name


def _holds(data: bytes, words: str) -> bool:
    return any(words.encode() in one for one in (data, *_packed(data))) or words in _pages(data)


def _packed(data: bytes) -> list[bytes]:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return []
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [packed.read(name) for name in packed.namelist()]


def _pages(data: bytes) -> str:
    if not data.startswith(b"%PDF"):
        return ""
    try:
        pages = PdfReader(io.BytesIO(data)).pages
    except PyPdfError:
        return ""
    return " ".join(" ".join(page.extract_text() for page in pages).split())
