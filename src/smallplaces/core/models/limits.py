"""How often something was tried."""

from django.db import models

from smallplaces.core.tables import Record


class Attempt(Record):
    """A count in a window of time. The key is a keyed hash of an address, changed daily; no address is kept."""

    bucket = models.CharField(max_length=100)
    window = models.PositiveBigIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bucket", "window"], name="attempt_one_a_window")]

    def __str__(self) -> str:
        return self.bucket
