"""What States recommend to a State, word for word. Common records: nobody holds them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Words
from smallplaces.norms.enums import LabelRelation, Mechanism, RecommendationAnswer
from smallplaces.norms.models.links import RightLink, once
from smallplaces.places.models import is_country


class Recommendation(Words, Record):
    """One recommendation (`text`) to a State. `reference` is made of To, From, session and text: the same one comes in once.

    `answer` is what the State said to it; `answer_words` the source's own word. `labels` are the source's themes.
    """

    reference = models.CharField(max_length=64, unique=True)
    mechanism = models.CharField(max_length=12, choices=Mechanism, default=Mechanism.UPR)
    state = models.CharField(max_length=2, validators=[is_country])
    by_state = models.CharField(max_length=2, blank=True)
    by_name = models.CharField(max_length=200)
    session = models.CharField(max_length=20, blank=True)
    answer = models.CharField(max_length=10, choices=RecommendationAnswer, blank=True)
    answer_words = models.CharField(max_length=100, blank=True)
    action = models.CharField(max_length=100, blank=True)
    labels = models.JSONField(default=list)
    source = models.CharField(max_length=1000)
    added_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(mechanism__in=Mechanism.values), name="recommendation_mechanism"),
            models.CheckConstraint(condition=Q(answer__in=RecommendationAnswer.values), name="recommendation_answer"),
        ]
        indexes = [models.Index(fields=["state", "session"])]


class RecommendationRight(RightLink):
    """A recommendation is about a right. By a label of its source it is a suggestion until a person accepts it."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="rights")
    relation = models.CharField(max_length=8, choices=LabelRelation, blank=True)

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("recommendation", "recommendationright")]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.right_id or self.provision_id}"
