"""What SQLite keeps of words that were removed, and how it is made to let go."""

from __future__ import annotations

import logging

from django.db import OperationalError, connection

log = logging.getLogger("smallplaces")


def leave_no_trace() -> bool:
    """Makes SQLite write its file anew and empty its log, so that removed words stand in neither. Call it after a commit.

    `secure_delete` overwrites a removed row where it lies, but not the copies that moving rows between pages left
    behind; and the log keeps the pages from before. Returns whether it could be done: not while somebody else writes
    or reads for very long; the next call does it then. PostgreSQL's own clean-up does this there.
    """
    if connection.vendor != "sqlite":
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except OperationalError:
        busy = 1
    if busy:
        log.warning(
            "Words were taken back, but the database was too busy to write its file anew. It is done next time."
        )
    return not busy
