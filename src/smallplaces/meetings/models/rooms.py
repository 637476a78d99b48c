"""Meetings, rooms, what was said, and what was read back."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Translation, Words
from smallplaces.groups.models import Held
from smallplaces.meetings.enums import MeetingKind, SaidBy, SentenceKind, SentenceReach, StepFree


class Meeting(Held, Words, Record):
    """A meeting: its question or name (`text`), day, hour in the place's own time, where, and what makes it possible to come."""

    kind = models.CharField(max_length=12, choices=MeetingKind, default=MeetingKind.CIRCLE)
    on = models.DateField()
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    zone = models.CharField(max_length=60)
    where = models.CharField(max_length=300)
    how_to_get_there = models.CharField(max_length=500, blank=True)
    childcare = models.BooleanField(default=False)
    food = models.BooleanField(default=False)
    fare_paid = models.BooleanField(default=False)
    spoken = models.CharField(max_length=200, blank=True)
    step_free = models.CharField(max_length=10, choices=StepFree, blank=True, default=StepFree.UNKNOWN)
    series = models.ForeignKey(
        "meetings.Series", null=True, blank=True, on_delete=models.SET_NULL, related_name="meetings"
    )
    # For its kit: the session plan by its key, and the article of the Universal Declaration that is read together.
    plan = models.CharField(max_length=30, blank=True)
    article = models.PositiveSmallIntegerField(null=True, blank=True)
    agenda = models.TextField(blank=True)
    outcomes = models.TextField(blank=True)
    follow_up = models.TextField(blank=True)

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name="meeting_kind"),
            models.CheckConstraint(
                condition=Q(article__isnull=True) | Q(article__range=(1, 30)), name="meeting_article_of_the_udhr"
            ),
        ]


class Room(Spoken, Record):
    """The people of one meeting. It speaks under its own name; its head count is a number, never names."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="room")
    name = models.CharField(max_length=200)
    head_count = models.PositiveIntegerField(null=True, blank=True)
    count_released_on = models.DateField(null=True, blank=True)
    # From opening the sheet to the printed record, in whole minutes, for the group's own season; never a person's.
    typing_minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Sentence(Words, Record):
    """What people of a room say, in their words and language. Taken back, the words are gone and the row says so."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="sentences")
    text = models.TextField(blank=True)
    kind = models.CharField(max_length=12, choices=SentenceKind)
    said_by = models.CharField(max_length=5, choices=SaidBy)
    reach = models.CharField(max_length=6, choices=SentenceReach, default=SentenceReach.OURS)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=SentenceKind.values), name="sentence_kind"),
            models.CheckConstraint(condition=Q(said_by__in=SaidBy.values), name="sentence_said_by"),
            models.CheckConstraint(condition=Q(reach__in=SentenceReach.values), name="sentence_reach"),
            # Words or the day they were taken back: one of the two, never both.
            models.CheckConstraint(
                condition=(~Q(text="") & Q(taken_back_on__isnull=True)) | Q(text="", taken_back_on__isnull=False),
                name="sentence_words_or_taken_back",
            ),
        ]


class SentenceTranslation(Translation):
    """A sentence in another language, beside the first words."""

    sentence = models.ForeignKey(Sentence, on_delete=models.CASCADE, related_name="translations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sentence", "lang"], name="sentencetranslation_one_a_language")]


class ReadBack(Held, Words, Record):
    """What was made of a room's words was read back to it on a day; `text` is what the room changed, if anything.

    `not_found` says in words, never by name, who of the room could not be found.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="readbacks")
    text = models.TextField(blank=True)
    on = models.DateField()
    what = models.CharField(max_length=300, blank=True)
    not_found = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [*Held.Meta.constraints]
