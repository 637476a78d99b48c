"""The tables of places. All are common records: nobody owns a place."""

from __future__ import annotations

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from smallplaces.core.dates import Dated
from smallplaces.core.enums import Standing
from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.places.enums import About, BodyKind, ClaimField, ClaimStanding, MilestoneKind, PlaceKind

is_country = RegexValidator(r"\A[A-Z]{2}\Z", _("Write the country as its two letters."))


def is_zone(name: str) -> None:
    """Refuses what is no IANA time zone."""
    if name not in available_timezones():
        raise ValidationError(_("Choose a time zone from the list."))


class Common(models.Model):
    """A common record: proposed by anybody, accepted by a steward or by a member of a group of that place."""

    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PROPOSED)
    source = models.CharField(max_length=1000)
    proposed_by_kind = models.CharField(max_length=10, blank=True)
    proposed_by_id = models.CharField(max_length=26, blank=True)
    proposed_on = models.DateField()
    accepted_by_id = models.CharField(max_length=26, blank=True)
    accepted_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(standing=Standing.ACCEPTED) | Q(accepted_on__isnull=False),
                name="%(app_label)s_%(class)s_accepted_has_day",
            ),
        ]


class Place(Common, Spoken, Record):
    """Any locality: city, village, county, reservation, nation. `country` is two letters (ISO 3166-1; XC is fiction)."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=PlaceKind)
    kind_words = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, validators=[is_country])
    country_name = models.CharField(max_length=100, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    zone = models.CharField(max_length=60, validators=[is_zone])
    fictional = models.BooleanField(default=False)

    class Meta:
        constraints = [
            *Common.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=PlaceKind.values), name="place_kind"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="place_not_its_own_parent"),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_point_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["country", "name"])]

    def __str__(self) -> str:
        return self.name


class Claim(Common, Dated, Words, Record):
    """One fact about a place with its source. Conflicting claims both stand.

    `value` is a word of a closed list where the fact has one ("formal"); `instead_of` the claim that this one corrects.
    """

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="claims")
    field = models.CharField(max_length=20, choices=ClaimField)
    shown = models.CharField(max_length=10, choices=ClaimStanding, default=ClaimStanding.SHOWN)
    said_on = models.DateField(null=True, blank=True)
    value = models.CharField(max_length=20, blank=True)
    instead_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="corrected_by"
    )

    class Meta:
        constraints = [*Common.Meta.constraints, *Dated.Meta.constraints]
        indexes = [models.Index(fields=["place", "field"])]


class Milestone(Common, Dated, Words, Record):
    """A day in the history of a place, or of all of them where it has none; `text` says what happened.

    `kind_words` is the source's own word. `code` is the registry's key; what people add has none.
    """

    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.CASCADE, related_name="milestones")
    code = models.CharField(max_length=26, blank=True)
    kind = models.CharField(max_length=10, choices=MilestoneKind)
    kind_words = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300)

    class Meta:
        constraints = [
            *Common.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=MilestoneKind.values), name="milestone_kind"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="milestone_one_a_code"),
        ]


class Correction(Common, Words, Record):
    """What somebody says that a common record should say instead (`text`), in which field, and why. The source is theirs."""

    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.CASCADE, related_name="corrections")
    about = models.CharField(max_length=10, choices=About)
    thing_id = models.CharField(max_length=26)
    field = models.CharField(max_length=20)
    before = models.TextField(blank=True)
    why = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            *Common.Meta.constraints,
            models.CheckConstraint(condition=Q(about__in=About.values), name="correction_about"),
        ]
        indexes = [models.Index(fields=["about", "thing_id"])]


class PublicBody(Common, Spoken, Record):
    """Whoever has the duty to act: a council, an office, a company. It holds nothing here but its own answers."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=BodyKind)
    contact = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "public bodies"
        constraints = [
            *Common.Meta.constraints,
            models.UniqueConstraint(fields=["place", "name"], name="publicbody_one_name_a_place"),
            models.CheckConstraint(condition=Q(kind__in=BodyKind.values), name="publicbody_kind"),
        ]

    def __str__(self) -> str:
        return self.name
