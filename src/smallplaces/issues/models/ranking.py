"""What a room puts first, beside what a public body puts first."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.groups.models import Held
from smallplaces.issues.enums import RankingMethod
from smallplaces.issues.models.issues import Issue


class Ranking(Held, Spoken, Record):
    """What a room puts first, on a day: by which method, and whether those most affected were asked first."""

    room = models.ForeignKey("meetings.Room", on_delete=models.CASCADE, related_name="+")
    method = models.CharField(max_length=10, choices=RankingMethod)
    asked_first = models.BooleanField(default=False)
    asked_first_words = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)
    on = models.DateField()

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(method__in=RankingMethod.values), name="ranking_method"),
        ]

    def __str__(self) -> str:
        return f"{self.room_id} {self.on}"


class RankedIssue(Record):
    """One issue in a room's order. `marks` are dots or hands, read inside the room; outside only the order."""

    ranking = models.ForeignKey(Ranking, on_delete=models.CASCADE, related_name="ranked")
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    marks = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ranking", "issue"], name="rankedissue_once")]

    def __str__(self) -> str:
        return f"{self.position}"


class Priority(Words, Record):
    """What a public body itself says comes first, with the source, beside a room's order; `issue` is ours that it meets."""

    ranking = models.ForeignKey(Ranking, on_delete=models.CASCADE, related_name="priorities")
    body = models.ForeignKey("places.PublicBody", on_delete=models.PROTECT, related_name="+")
    issue = models.ForeignKey(Issue, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    position = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=1000)

    class Meta:
        verbose_name_plural = "priorities"
        constraints = [
            models.UniqueConstraint(fields=["ranking", "body", "position"], name="priority_one_a_position"),
        ]
