"""The tables of issues. Words that were *made from* a sentence keep its key and are taken back with it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from smallplaces.core.enums import MadeIn
from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Translation, Words
from smallplaces.groups.models import Held
from smallplaces.issues.enums import (
    CauseLevel,
    DutyKind,
    GainKind,
    IssueLinkKind,
    IssueState,
    PowerSide,
    RootName,
)


class FromSentence(models.Model):
    """Words that are the writer's own (no key), or made from one sentence or statement (its key kept).

    When that is taken back the words go with it and `taken_back_on` says so.
    """

    text = models.TextField(blank=True)
    from_sentence = models.ForeignKey(
        "meetings.Sentence", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    from_statement = models.ForeignKey(
        "dialogues.Statement", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=(~Q(text="") & Q(taken_back_on__isnull=True))
                | (
                    Q(text="", taken_back_on__isnull=False)
                    & (Q(from_sentence__isnull=False) | Q(from_statement__isnull=False))
                ),
                name="%(app_label)s_%(class)s_words_or_taken_back",
            ),
            models.CheckConstraint(
                condition=Q(from_sentence__isnull=True) | Q(from_statement__isnull=True),
                name="%(app_label)s_%(class)s_from_one",
            ),
        ]


class Made(models.Model):
    """Where a link, cause or demand was made, and on what day."""

    made_in = models.CharField(max_length=10, choices=MadeIn, default=MadeIn.DESK)
    made_on = models.DateField()

    class Meta:
        abstract = True


class Issue(FromSentence, Held, Words, Record):
    """What is wrong, in people's words (`text`). The thread hangs on it; no right is ever required."""

    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    made_in = models.CharField(max_length=10, choices=MadeIn, default=MadeIn.DESK)
    state = models.CharField(max_length=10, choices=IssueState, default=IssueState.OPEN)
    state_note = models.TextField(blank=True)
    disagreement = models.TextField(blank=True)
    tree_public = models.BooleanField(default=False)

    class Meta:
        constraints = [
            *FromSentence.Meta.constraints,
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=IssueState.values), name="issue_state"),
        ]


class IssueTranslation(Translation):
    """An issue's words in another language."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="translations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "lang"], name="issuetranslation_one_a_language")]


class IssueSentence(Made, Record):
    """A sentence gathered under an issue."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="gathered")
    sentence = models.ForeignKey("meetings.Sentence", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "sentence"], name="issuesentence_once")]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.sentence_id}"


class IssueStatement(Made, Record):
    """A statement of a dialogue gathered under an issue."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="gathered_statements")
    statement = models.ForeignKey("dialogues.Statement", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "statement"], name="issuestatement_once")]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.statement_id}"


class IssueLink(Made, Spoken, Record):
    """One issue worsens another, leads to it, or shares a root with it."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="linked_from")
    kind = models.CharField(max_length=14, choices=IssueLinkKind)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issue", "other", "kind"], name="issuelink_once"),
            models.CheckConstraint(condition=~Q(issue=F("other")), name="issuelink_two_issues"),
            models.CheckConstraint(condition=Q(kind__in=IssueLinkKind.values), name="issuelink_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.kind} {self.other_id}"


class Cause(FromSentence, Made, Words, Record):
    """One box of an issue's tree, in people's own words. `parent` is the box that it explains."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="causes")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="deeper")
    level = models.CharField(max_length=12, choices=CauseLevel)
    root_name = models.CharField(max_length=12, choices=RootName, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *FromSentence.Meta.constraints,
            models.CheckConstraint(condition=Q(level__in=CauseLevel.values), name="cause_level"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="cause_not_its_own_parent"),
        ]


class Gain(Made, Words, Record):
    """Who gains from it staying as it is. Public only in general words, or by name with a source."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="gains")
    kind = models.CharField(max_length=10, choices=GainKind, default=GainKind.INTEREST)
    source = models.CharField(max_length=1000, blank=True)
    public = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(public=False) | Q(kind=GainKind.INTEREST) | ~Q(source=""),
                name="gain_named_in_public_has_source",
            ),
        ]


class Duty(Made, Spoken, Record):
    """Who must act, with which duty, and what stops them. Without a body it is ourselves."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="duties")
    body = models.ForeignKey("places.PublicBody", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ourselves = models.BooleanField(default=False)
    duty = models.CharField(max_length=10, choices=DutyKind, blank=True)
    what_stops = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "duties"
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=True, ourselves=True) | Q(body__isnull=False, ourselves=False),
                name="duty_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.duty}"


class PowerLine(Words, Record):
    """One line of the power sheet: who decides, who gains, who stands with us, who could. Never public, in no bundle."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="power_lines")
    side = models.CharField(max_length=8, choices=PowerSide)
    made_on = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(side__in=PowerSide.values), name="powerline_side")]
