"""Counting writes, so that what is kept in memory is never older than the last of them."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import F

from smallplaces.core.models import Epoch


def count_up() -> None:
    """Counts once this transaction stands, and once for all that it writes.

    After the commit and not inside, because a row that every write changes would make PostgreSQL's writers wait for one
    another, crosswise at worst.
    """
    if not any(waiting[1] is _count for waiting in connection.run_on_commit):
        transaction.on_commit(_count)


def _count() -> None:
    if not Epoch.objects.update(number=F("number") + 1):
        Epoch.objects.get_or_create(only=True, defaults={"number": 1})


def present() -> int:
    """The present number. One query."""
    return Epoch.objects.values_list("number", flat=True).first() or 0
