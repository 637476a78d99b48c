"""What SQLite keeps of words that were removed, and how it is made to let go."""

from __future__ import annotations

import logging

from django.db import connection

log = logging.getLogger("smallplaces")


def leave_no_trace() -> bool:
    """Writes SQLite's log into its file and empties the log, so that removed words stand in neither.

    Call it after a commit. `secure_delete` overwrites removed words in the file; the log would keep the pages from
    before. Returns whether the log could be emptied: not while somebody reads through an older one; the next call does it.
    PostgreSQL needs nothing from here: its rows go with its own clean-up.
    """
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        log.warning(
            "The log of the database could not be emptied after words were taken back. It is tried again next time."
        )
    return not busy
