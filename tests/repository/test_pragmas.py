"""What keeps an acknowledged sentence in a power cut, read back on the live connection."""

from __future__ import annotations

import sqlite3

import pytest
from django.db import connection, transaction

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite only")
EXPECTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


@pytest.mark.parametrize("pragma", EXPECTED)
def test_live_connection_has_the_pragma(db: None, pragma: str) -> None:
    with connection.cursor() as cursor:
        value = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]

    assert value == EXPECTED[pragma]


def test_transaction_takes_the_write_lock_at_once(transactional_db: None) -> None:
    other = sqlite3.connect(connection.settings_dict["NAME"], timeout=0, isolation_level=None)

    with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")

    other.close()
