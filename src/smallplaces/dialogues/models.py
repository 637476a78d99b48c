"""The tables of dialogues. Keys that point here from other apps have no way back but `core.ends`."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record, WithoutRowid
from smallplaces.core.words import Spoken, Words
from smallplaces.dialogues.enums import Answered, DialogueOrigin, StatementStanding
from smallplaces.groups.models import Held
from smallplaces.norms.models import RightLink
from smallplaces.norms.models.links import once


class Dialogue(Held, Spoken, Record):
    """A question that many people answered by agreeing or not with one another's statements.

    `told` is what they were told would be done with their words. `people` answered at least once, `answers` are last
    ones, `events` all that were given, where the source has them. `sha256` is of the files that it came from.
    """

    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=10, choices=DialogueOrigin, default=DialogueOrigin.POLIS)
    title = models.CharField(max_length=500)
    description = models.TextField(blank=True)
    url = models.CharField(max_length=1000, blank=True)
    source = models.CharField(max_length=1000)
    told = models.CharField(max_length=1000, blank=True)
    people = models.PositiveIntegerField(default=0)
    answers = models.PositiveIntegerField(default=0)
    events = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(origin__in=DialogueOrigin.values), name="dialogue_origin"),
            models.UniqueConstraint(fields=["group", "sha256"], name="dialogue_files_once_a_group"),
        ]

    def __str__(self) -> str:
        return self.title


class Statement(Words, Record):
    """What somebody put to everybody. Whose it was is not kept. Taken back, the words are gone and the row says so.

    `agrees`, `disagrees` and `passes` count each person's last answer; `said_agrees` and `said_disagrees` are the
    source's own numbers, which may count answers that people changed later.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="statements")
    text = models.TextField(blank=True)
    number = models.PositiveIntegerField()
    standing = models.CharField(max_length=10, choices=StatementStanding)
    seed = models.BooleanField(default=False)
    meta = models.BooleanField(default=False)
    agrees = models.PositiveIntegerField(default=0)
    disagrees = models.PositiveIntegerField(default=0)
    passes = models.PositiveIntegerField(default=0)
    said_agrees = models.PositiveIntegerField(null=True, blank=True)
    said_disagrees = models.PositiveIntegerField(null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="statement_one_a_number"),
            models.CheckConstraint(condition=Q(standing__in=StatementStanding.values), name="statement_standing"),
            models.CheckConstraint(
                condition=(~Q(text="") & Q(taken_back_on__isnull=True)) | Q(text="", taken_back_on__isnull=False),
                name="statement_words_or_taken_back",
            ),
        ]


class Participant(Record):
    """Somebody who answered: a fresh random id and nothing else."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="participants")

    def __str__(self) -> str:
        return str(self.pk)


class Vote(WithoutRowid, models.Model):
    """One person's last answer to one statement. It leaves by no page, file, archive or feed."""

    pk = models.CompositePrimaryKey("participant_id", "statement_id")
    # The key begins with it: a second index would say nothing more.
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="votes", db_index=False)
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="votes")
    value = models.SmallIntegerField(choices=Answered)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(value__in=Answered.values), name="vote_value")]

    def __str__(self) -> str:
        return str(self.value)


class StatementRight(RightLink):
    """A right or provision beside a statement. It goes when the statement is taken back."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("statement", "statementright")]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.right_id or self.provision_id}"
