"""Meetings that come again, trainings, and photographs of the wall."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.groups.models import Held
from smallplaces.meetings.enums import MeetingKind, SeriesRule, TrainingSide
from smallplaces.meetings.models.rooms import Meeting


class Series(Held, Words, Record):
    """Meetings that come again by a rule. Each of them is a meeting of its own, in the place's own hour of the day."""

    kind = models.CharField(max_length=12, choices=MeetingKind, default=MeetingKind.CIRCLE)
    rule = models.CharField(max_length=12, choices=SeriesRule, default=SeriesRule.MONTHLY)
    first_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "series"
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name="series_kind"),
            models.CheckConstraint(condition=Q(rule__in=SeriesRule.values), name="series_rule"),
        ]


class Training(Record):
    """What a training was: whom it taught, of which sector and body, and whether it was for them or by them."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="training")
    audience = models.CharField(max_length=200)
    sector = models.CharField(max_length=200, blank=True)
    side = models.CharField(max_length=3, choices=TrainingSide, default=TrainingSide.FOR)
    body = models.ForeignKey(
        "places.PublicBody", null=True, blank=True, on_delete=models.PROTECT, related_name="trainings"
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(side__in=TrainingSide.values), name="training_side")]

    def __str__(self) -> str:
        return f"{self.side} {self.meeting_id}"


class Photo(Spoken, Record):
    """A photograph of the wall, kept with its meeting for those inside. Place and camera data were taken out of it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="photos")
    file = models.ForeignKey("core.File", on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(max_length=300, blank=True)
    # Nobody can be known in it, or everybody in it said yes: said by whoever added it.
    faces_looked_at = models.BooleanField(default=False)
    added_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(faces_looked_at=True), name="photo_faces_were_looked_at"),
            models.UniqueConstraint(fields=["meeting", "file"], name="photo_once_a_meeting"),
        ]

    def __str__(self) -> str:
        return str(self.file_id)
