"""Promises, theirs and ours, and what became of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.commitments.enums import AnsweredBy, Judgement, PromiseOrigin, Side
from smallplaces.core.dates import Dated, Due
from smallplaces.core.tables import Record
from smallplaces.core.words import Words
from smallplaces.groups.models import Held
from smallplaces.issues.models import Made
from smallplaces.places.models import Common


class Promise(Common, Dated, Due, Words, Record):
    """One promise: who owes it (a body, or a group: ourselves), what (`text`), by when, with what money.

    Read from a clause, pledged by ourselves, or said aloud at a hearing. A body's promise is a common record; our own
    is held by the group that owes it.
    """

    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=12, choices=PromiseOrigin)
    clause = models.ForeignKey(
        "commitments.Clause", null=True, blank=True, on_delete=models.PROTECT, related_name="promises"
    )
    act = models.ForeignKey("commitments.Act", null=True, blank=True, on_delete=models.PROTECT, related_name="promises")
    body = models.ForeignKey("places.PublicBody", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("groups.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    private = models.BooleanField(default=False)
    money = models.CharField(max_length=300, blank=True)
    rhythm = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            *Common.Meta.constraints,
            *Dated.Meta.constraints,
            *Due.Meta.constraints,
            models.CheckConstraint(
                condition=Q(body__isnull=True, group__isnull=False) | Q(body__isnull=False, group__isnull=True),
                name="promise_owed_by_one",
            ),
            models.CheckConstraint(condition=Q(origin__in=PromiseOrigin.values), name="promise_origin"),
            models.CheckConstraint(
                condition=~Q(origin=PromiseOrigin.CLAUSE) | Q(clause__isnull=False), name="promise_of_a_clause_names_it"
            ),
            models.CheckConstraint(
                condition=Q(private=False) | Q(group__isnull=False), name="promise_of_a_body_is_public"
            ),
        ]


class PromiseDemand(Made, Record):
    """A promise answers a demand."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="answers_to")
    demand = models.ForeignKey("commitments.Demand", on_delete=models.CASCADE, related_name="promises")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["promise", "demand"], name="promisedemand_once")]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.demand_id}"


class PromiseIssue(Made, Record):
    """A promise bears on an issue, with or without a demand between."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="bears_on")
    issue = models.ForeignKey("issues.Issue", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["promise", "issue"], name="promiseissue_once")]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.issue_id}"


class FollowUp(Held, Dated, Words, Record):
    """What happened next on a promise: when, what (`text`), and the evidence with its source."""

    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="followups")
    source = models.CharField(max_length=1000, blank=True)
    file = models.ForeignKey("core.File", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [*Held.Meta.constraints, *Dated.Meta.constraints]


class Assessment(Words, Record):
    """What one side says became of a promise, with reasons (`text`). The latest of each side is shown first; all stay.

    `they` is the body's own word, through its link or typed in with a source; `we` is a group's.
    """

    text = models.TextField(blank=True)
    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="assessments")
    side = models.CharField(max_length=4, choices=Side)
    judgement = models.CharField(max_length=12, choices=Judgement)
    on = models.DateField()
    body = models.ForeignKey("places.PublicBody", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("groups.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    public = models.BooleanField(default=True)
    answered_by = models.CharField(max_length=8, choices=AnsweredBy, blank=True)
    source = models.CharField(max_length=1000, blank=True)
    link_id = models.CharField(max_length=26, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(side=Side.THEY, body__isnull=False, group__isnull=True)
                | Q(side=Side.WE, body__isnull=True, group__isnull=False),
                name="assessment_of_one_side",
            ),
            models.CheckConstraint(condition=Q(judgement__in=Judgement.values), name="assessment_judgement"),
            models.CheckConstraint(
                condition=Q(side=Side.WE) | Q(answered_by=AnsweredBy.LINK) | ~Q(source=""),
                name="assessment_typed_in_has_source",
            ),
        ]
