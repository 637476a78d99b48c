"""Who runs this installation."""

from django.db import models

from smallplaces.core.tables import Record


class Installation(Record):
    """The one row behind the page that says who runs this, who pays, who can read what, how to leave."""

    name = models.CharField(max_length=100, default="Small Places")
    run_by = models.TextField(blank=True)
    paid_by = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    stewards_appointed_by = models.TextField(blank=True)
    lang = models.CharField(max_length=35, default="en")
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="installation_is_one")]

    def __str__(self) -> str:
        return self.name
