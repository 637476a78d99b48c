"""The tables of norms. Norms and their versions are common records; a sign-on is the group's own."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.dates import Dated
from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken
from smallplaces.groups.models import Held
from smallplaces.norms.enums import NormKind


class Norm(Spoken, Record):
    """A text of the world that people hold up: a declaration, a treaty, principles of a movement.

    `group` is whoever brought principles of its own; the catalogue's have none. `code` is the catalogue's ("UDHR").
    """

    slug = models.SlugField(max_length=80, unique=True)
    code = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=12, choices=NormKind)
    name = models.CharField(max_length=300)
    adopted_by = models.CharField(max_length=300, blank=True)
    # As it is known: "1976-03-23"; only treaties come into force.
    in_force = models.CharField(max_length=10, blank=True)
    monitoring_body = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=1000)
    group = models.ForeignKey("groups.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NormKind.values), name="norm_kind"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="norm_one_a_code"),
        ]

    def __str__(self) -> str:
        return self.name


class NormVersion(Dated, Spoken, Record):
    """A norm as it stood on a day. Whoever signs, signs a version; a new one asks again."""

    norm = models.ForeignKey(Norm, on_delete=models.CASCADE, related_name="versions")
    label = models.CharField(max_length=60)
    source = models.CharField(max_length=1000, blank=True)
    added_on = models.DateField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["norm", "label"], name="normversion_one_a_label"),
        ]

    def __str__(self) -> str:
        return self.label


class Provision(Spoken, Record):
    """An article or principle of a version: its number and our own short heading, or the words a group brought."""

    version = models.ForeignKey(NormVersion, on_delete=models.CASCADE, related_name="provisions")
    number = models.CharField(max_length=20)
    heading = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="provision_one_a_number")]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}"


class SignOn(Held, Spoken, Record):
    """A group signed a version of a norm, on a day, until it takes its name back."""

    version = models.ForeignKey(NormVersion, on_delete=models.PROTECT, related_name="sign_ons")
    on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.UniqueConstraint(
                fields=["version", "group"], condition=Q(ended_on__isnull=True), name="signon_one_present"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.version_id}"
