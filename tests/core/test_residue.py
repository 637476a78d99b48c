"""SQLite's file and log hold nothing of what was removed, however its rows moved between pages."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database() -> Path:
    """The file of the test database."""
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own files")
    return Path(str(connection.settings_dict["NAME"]))


def bytes_of(database: Path) -> bytes:
    """The file and its log."""
    return b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))


def test_no_word_of_a_hundred_removed_rows_is_left(database) -> None:
    from smallplaces.core.clock import now
    from smallplaces.core.models import Change
    from smallplaces.core.residue import leave_no_trace

    marks = [f"mark{secrets.token_hex(8)}" for _number in range(400)]
    for number, mark in enumerate(marks):
        Change.objects.create(at=now(), kind="x", thing_id="y", field="z", before=mark + " x" * (number * 37 % 240))
    gone = marks[::4]
    Change.objects.filter(before__regex=f"^({'|'.join(gone)})").update(before="")
    assert any(mark.encode() in bytes_of(database) for mark in gone)
    assert leave_no_trace()
    left = bytes_of(database)
    assert [mark for mark in gone if mark.encode() in left] == []
    assert all(mark.encode() in left for mark in marks[1::4])


def test_a_busy_database_is_tried_again_later(database, caplog) -> None:
    import sqlite3

    from django.db import connection

    from smallplaces.core.residue import leave_no_trace

    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=50")
    assert not leave_no_trace()
    assert "too busy" in caplog.text
    other.execute("ROLLBACK")
    other.close()
    assert leave_no_trace()
