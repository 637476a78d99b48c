"""What a body, or a room at home, accepts: limits and sections as dated data."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.enums import Use
from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken


class Profile(Spoken, Record):
    """The rules of one kind of report, with the day they were checked and where. Zero or empty means no limit."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    audience = models.CharField(max_length=300, blank=True)
    words_most = models.PositiveIntegerField(null=True, blank=True)
    pages_most = models.PositiveIntegerField(null=True, blank=True)
    # What the rooms must have allowed before their words may stand in such a report; quoting needs C4 besides.
    use = models.CharField(max_length=2, choices=Use, default=Use.PARAPHRASED)
    numbered = models.BooleanField(default=False)
    articles_asked = models.BooleanField(default=False)
    two_languages = models.BooleanField(default=False)
    facts = models.JSONField(default=list)
    source = models.CharField(max_length=1000, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(words_most__isnull=True) | Q(words_most__gt=0))
                & (Q(pages_most__isnull=True) | Q(pages_most__gt=0)),
                name="profile_limits_above_zero",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ProfileSection(Record):
    """One section that a profile has, with a hint on what belongs there."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="sections")
    code = models.SlugField(max_length=40)
    heading = models.CharField(max_length=200)
    hint = models.CharField(max_length=500, blank=True)
    position = models.PositiveIntegerField()
    required = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["profile", "code"], name="profilesection_once")]

    def __str__(self) -> str:
        return self.heading
