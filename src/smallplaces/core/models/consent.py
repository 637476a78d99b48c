"""What people allowed to be done with what they said."""

from django.db import models
from django.db.models import Q

from smallplaces.core.enums import DecidedBy
from smallplaces.core.tables import Record


class Permission(Record):
    """One decision about one thing that was said. The latest decides; a thing without one may not be used.

    `uses` lists the values of `core.enums.Use`; `until` ends it; `told` is what the people were told.
    """

    kind = models.CharField(max_length=40)
    thing_id = models.CharField(max_length=26)
    uses = models.JSONField(default=list)
    given_on = models.DateField()
    step = models.PositiveIntegerField(default=0)
    until = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=10, choices=DecidedBy)
    told = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            # The order of decisions about one thing within a day, without keeping an hour.
            models.UniqueConstraint(fields=["kind", "thing_id", "step"], name="permission_one_a_step"),
            models.CheckConstraint(condition=Q(decided_by__in=DecidedBy.values), name="permission_decided_by"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}"
