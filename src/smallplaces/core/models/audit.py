"""Who did what, when; and what common records said before."""

from django.db import models

from smallplaces.core.tables import Record


class AuditRow(Record):
    """One act: a verb, a thing, the names of the fields that changed. Never a word that somebody said.

    No foreign keys, so that a row outlives what it tells of.
    """

    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    thing_id = models.CharField(max_length=26, blank=True)
    group_id = models.CharField(max_length=26, blank=True)
    fields = models.JSONField(default=list)
    by_kind = models.CharField(max_length=10)
    by_id = models.CharField(max_length=26, blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "thing_id"]), models.Index(fields=["group_id", "at"])]

    def __str__(self) -> str:
        return f"{self.verb} {self.kind} {self.thing_id}"


class Change(Record):
    """A former value of a common record: its history with values, and the source of the new one."""

    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    thing_id = models.CharField(max_length=26)
    field = models.CharField(max_length=60)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    source = models.CharField(max_length=1000, blank=True)
    by_kind = models.CharField(max_length=10)
    by_id = models.CharField(max_length=26, blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "thing_id", "at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id} {self.field}"
