"""What we ask, of whom, and who signs it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.commitments.enums import AnsweredBy, DemandState
from smallplaces.core.enums import MadeIn
from smallplaces.core.tables import Record
from smallplaces.core.words import Words
from smallplaces.groups.models import Held


class Demand(Held, Words, Record):
    """A demand from an issue: on public bodies, companies or ourselves."""

    text = models.TextField(blank=True)
    issue = models.ForeignKey("issues.Issue", on_delete=models.PROTECT, related_name="+")
    made_in = models.CharField(max_length=10, choices=MadeIn, default=MadeIn.DESK)
    state = models.CharField(max_length=10, choices=DemandState, default=DemandState.TALKED)
    asked_on = models.DateField(null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=DemandState.values), name="demand_state"),
            models.CheckConstraint(
                condition=(~Q(text="") & Q(taken_back_on__isnull=True)) | Q(text="", taken_back_on__isnull=False),
                name="demand_words_or_taken_back",
            ),
        ]


class DemandSentence(Record):
    """A sentence that a demand was made from. `verbatim` when the demand's own words hold it: then they go with it."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="made_from")
    sentence = models.ForeignKey("meetings.Sentence", on_delete=models.CASCADE, related_name="+")
    verbatim = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["demand", "sentence"], name="demandsentence_once")]

    def __str__(self) -> str:
        return f"{self.demand_id} {self.sentence_id}"


class DemandOn(Record):
    """On whom a demand is: a body, or ourselves. A demand can be on several."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="on_whom")
    body = models.ForeignKey("places.PublicBody", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ourselves = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(body__isnull=True, ourselves=True) | Q(body__isnull=False, ourselves=False),
                name="demandon_one",
            ),
            models.UniqueConstraint(fields=["demand", "body"], name="demandon_body_once"),
            models.UniqueConstraint(fields=["demand"], condition=Q(ourselves=True), name="demandon_ourselves_once"),
        ]

    def __str__(self) -> str:
        return f"{self.demand_id} {self.body_id}"


class Signer(Record):
    """A group or a person who chose to stand under a demand or an act, by name, with sector; a person until a day."""

    demand = models.ForeignKey(Demand, null=True, blank=True, on_delete=models.CASCADE, related_name="signers")
    act = models.ForeignKey("commitments.Act", null=True, blank=True, on_delete=models.CASCADE, related_name="signers")
    name = models.CharField(max_length=200)
    is_person = models.BooleanField(default=False)
    sector = models.CharField(max_length=100, blank=True)
    identification_only = models.BooleanField(default=False)
    signed_on = models.DateField()
    shown_until = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(demand__isnull=True, act__isnull=False) | Q(demand__isnull=False, act__isnull=True),
                name="signer_of_one",
            ),
            # Nobody's name stands in public for ever.
            models.CheckConstraint(
                condition=Q(is_person=False) | Q(shown_until__isnull=False), name="signer_person_until"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Answer(Words, Record):
    """A body's own words on a demand: through its answer link, or typed in from a letter or the record."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="answers")
    body = models.ForeignKey("places.PublicBody", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    answered_by = models.CharField(max_length=8, choices=AnsweredBy)
    source = models.CharField(max_length=1000, blank=True)
    link_id = models.CharField(max_length=26, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(answered_by=AnsweredBy.LINK, link_id=""), name="answer_by_link_names_it"
            ),
            models.CheckConstraint(
                condition=Q(answered_by=AnsweredBy.LINK) | ~Q(source=""), name="answer_typed_in_has_source"
            ),
        ]
