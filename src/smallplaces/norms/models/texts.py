"""Official texts by article, and what each State did with a treaty."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Words
from smallplaces.norms.enums import TreatyStanding
from smallplaces.places.models import is_country


class ArticleText(Words, Record):
    """The official text of one whole article in one language. The catalogue's lettered headings point into it by number."""

    version = models.ForeignKey("norms.NormVersion", on_delete=models.CASCADE, related_name="texts")
    number = models.CharField(max_length=20)
    title = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=1000)
    position = models.PositiveIntegerField(default=0)
    added_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "lang", "number"], name="articletext_one_a_number"),
        ]


class Ratification(Record):
    """What a State did with a treaty, as a source has it on a day. `state` is two letters (ISO 3166-1; XC is fiction).

    `since` is a year in the source's own reckoning: for some it is the year of signature. Empty where nobody says.
    """

    state = models.CharField(max_length=2, validators=[is_country])
    norm = models.ForeignKey("norms.Norm", on_delete=models.CASCADE, related_name="ratifications")
    standing = models.CharField(max_length=10, choices=TreatyStanding)
    since = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=1000)
    checked = models.CharField(max_length=10)
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state", "norm"], name="ratification_once"),
            models.CheckConstraint(condition=Q(standing__in=TreatyStanding.values), name="ratification_standing"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.standing}"
