"""What every table of ours shares: a random key, and on SQLite no hidden row number."""

from __future__ import annotations

from django.db import models

from smallplaces.core.ids import RandomIdField


class WithoutRowid:
    """Marks a table that SQLite keeps WITHOUT ROWID.

    A table with a hidden row number keeps the order in which people spoke, whatever its key is.
    A plain class and not a model, so that migrations keep it among a table's bases.
    """

    without_rowid = True


class Record(WithoutRowid, models.Model):
    """The base of every table of ours."""

    id = RandomIdField()

    class Meta:
        abstract = True
