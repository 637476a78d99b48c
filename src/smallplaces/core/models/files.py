"""Files that people bring in, and what the house makes of them."""

from django.db import models

from smallplaces.core.enums import Visibility
from smallplaces.core.tables import Record


class File(Record):
    """One file. Its bytes lie under its checksum; the row is written after the bytes are safe on disk."""

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    group_id = models.CharField(max_length=26, blank=True, db_index=True)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.PRIVATE)
    added_on = models.DateField()

    def __str__(self) -> str:
        return self.name
