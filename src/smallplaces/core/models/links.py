"""Links that open one thing to whoever holds them."""

from django.db import models

from smallplaces.core.enums import Purpose
from smallplaces.core.tables import Record


class OneTimeLink(Record):
    """A link of 128 random bits of which only the hash is kept.

    `kind` and `thing_id` say what it opens; `details` holds ids and codes for its purpose, never words.
    `seconded_by_id` is the second holder where a purpose needs two.
    """

    hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=10, choices=Purpose)
    kind = models.CharField(max_length=40, blank=True)
    thing_id = models.CharField(max_length=26, blank=True)
    group_id = models.CharField(max_length=26, blank=True, db_index=True)
    details = models.JSONField(default=dict)
    made_on = models.DateField()
    made_by_id = models.CharField(max_length=26, blank=True)
    seconded_by_id = models.CharField(max_length=26, blank=True)
    until = models.DateField()
    spent_on = models.DateField(null=True)
    revoked_on = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(purpose__in=Purpose.values), name="link_purpose")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.kind} {self.thing_id}"
