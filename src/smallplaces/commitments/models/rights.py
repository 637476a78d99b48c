"""Rights and provisions beside what we ask, what texts say, and what was promised; and the recommendations that a promise answers."""

from __future__ import annotations

from django.db import models

from smallplaces.core.tables import Record
from smallplaces.issues.models import Made
from smallplaces.norms.models import RightLink
from smallplaces.norms.models.links import once


class DemandRight(RightLink):
    """A right or provision beside a demand."""

    demand = models.ForeignKey("commitments.Demand", on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("demand", "demandright")]

    def __str__(self) -> str:
        return f"{self.demand_id} {self.right_id or self.provision_id}"


class ClauseRight(RightLink):
    """A right or provision beside a clause."""

    clause = models.ForeignKey("commitments.Clause", on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("clause", "clauseright")]

    def __str__(self) -> str:
        return f"{self.clause_id} {self.right_id or self.provision_id}"


class PromiseRight(RightLink):
    """A right or provision beside a promise."""

    promise = models.ForeignKey("commitments.Promise", on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("promise", "promiseright")]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.right_id or self.provision_id}"


class PromiseRecommendation(Made, Record):
    """A promise of a place answers a recommendation to its State."""

    promise = models.ForeignKey("commitments.Promise", on_delete=models.CASCADE, related_name="recommended")
    recommendation = models.ForeignKey("norms.Recommendation", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promise", "recommendation"], name="promiserecommendation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.recommendation_id}"
