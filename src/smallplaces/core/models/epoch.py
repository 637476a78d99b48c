"""One number that tells whether anything was written since."""

from django.db import models

from smallplaces.core.tables import Record


class Epoch(Record):
    """The one row that every audited write counts up. Pages kept in memory are shown only while it stands still."""

    number = models.PositiveBigIntegerField(default=0)
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="epoch_is_one")]

    def __str__(self) -> str:
        return str(self.number)
