"""Texts that commit: their versions, their clauses, and what was borrowed from whom."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from smallplaces.commitments.enums import ActKind, ActStatus, ClauseKind, VersionStage
from smallplaces.core.dates import Dated
from smallplaces.core.enums import Visibility
from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.issues.models import Made
from smallplaces.places.models import Common


class Act(Common, Dated, Spoken, Record):
    """A local text that commits. Without a group it is a common record; a group's own pledge is held by it.

    Without a version it is a card: that the text exists is known, its words are not here yet. `kind_words` and
    `body_words` are the source's own words for what it is and who passed it; `code` is the registry's key. `lesson` is what a failed, sent-back or lapsed attempt taught, in the words of those who made it.
    """

    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=ActKind)
    title = models.CharField(max_length=500)
    number = models.CharField(max_length=60, blank=True)
    body = models.ForeignKey("places.PublicBody", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("groups.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.PUBLIC)
    status = models.CharField(max_length=10, choices=ActStatus, blank=True, default=ActStatus.NOT_STATED)
    vote = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    lesson = models.TextField(blank=True)
    kind_words = models.CharField(max_length=60, blank=True)
    body_words = models.CharField(max_length=300, blank=True)
    code = models.CharField(max_length=60, blank=True)
    numbers_in_words = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            *Common.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=ActKind.values), name="act_kind"),
            models.CheckConstraint(condition=Q(status__in=ActStatus.values), name="act_status"),
            # A common record is never private: only what a group holds can be.
            models.CheckConstraint(
                condition=Q(group__isnull=False) | Q(visibility=Visibility.PUBLIC), name="act_common_is_public"
            ),
            # The same number twice in a place is the same act.
            models.UniqueConstraint(
                fields=["place", "kind", "number"],
                condition=~Q(number="") & Q(group__isnull=True),
                name="act_number_once",
            ),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="act_one_a_code"),
        ]

    def __str__(self) -> str:
        return self.title


class ActVersion(Dated, Words, Record):
    """One version of an act's whole text (`text`), with the file it came from."""

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="versions")
    stage = models.CharField(max_length=10, choices=VersionStage, blank=True, default=VersionStage.NOT_STATED)
    position = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, db_index=True)
    file = models.ForeignKey("core.File", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["act", "position"], name="actversion_one_a_position"),
            models.UniqueConstraint(fields=["act", "sha256"], name="actversion_text_once"),
        ]


class Clause(Record):
    """One part of a version's text: `start` to `end` count characters of it. Nothing of the text is outside a clause."""

    version = models.ForeignKey(ActVersion, on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=ClauseKind)
    label = models.CharField(max_length=40, blank=True)
    level = models.PositiveSmallIntegerField(default=0)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="clause_one_a_position"),
            models.CheckConstraint(condition=Q(kind__in=ClauseKind.values), name="clause_kind"),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="clause_span"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.kind}".strip()


class Borrowing(Words, Record):
    """What another place took up: an act made after a clause of another, what was changed, and what came of it (`text`)."""

    text = models.TextField(blank=True)
    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="borrowed")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="taken_up")
    changed = models.TextField(blank=True)
    told_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["act", "clause"], name="borrowing_once")]


class ActDemand(Made, Record):
    """A text answers a demand, also where nothing was promised: a motion that lapsed hangs on what was asked by it."""

    act = models.ForeignKey(Act, on_delete=models.CASCADE, related_name="answers_to")
    demand = models.ForeignKey("commitments.Demand", on_delete=models.CASCADE, related_name="acts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["act", "demand"], name="actdemand_once")]

    def __str__(self) -> str:
        return f"{self.act_id} {self.demand_id}"
