"""The table of steps: the one record that organisers asked for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.dates import Dated, Due
from smallplaces.core.tables import Record
from smallplaces.core.words import Words
from smallplaces.groups.models import Held
from smallplaces.norms.models import RightLink
from smallplaces.norms.models.links import once


def exactly_one(*names: str) -> Q:
    """Exactly one of these keys is set."""
    condition = Q()
    for chosen in names:
        condition |= Q(**{f"{name}__isnull": name != chosen for name in names})
    return condition


class Step(Held, Dated, Due, Words, Record):
    """Who does what (`text`) by when, for one issue, demand, promise or decision; and what came of it. `on` is the day it was done.

    `volunteers` and `hours` are counts for all of it together, where the group wants them; never one person's.
    """

    who = models.CharField(max_length=200)
    kind = models.CharField(max_length=60, blank=True)
    issue = models.ForeignKey("issues.Issue", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    demand = models.ForeignKey("commitments.Demand", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    promise = models.ForeignKey(
        "commitments.Promise", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    decision = models.ForeignKey("groups.Decision", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    volunteers = models.PositiveSmallIntegerField(null=True, blank=True)
    hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    came_of_it = models.TextField(blank=True)
    dropped_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            *Dated.Meta.constraints,
            *Due.Meta.constraints,
            models.CheckConstraint(
                condition=exactly_one("issue", "demand", "promise", "decision"), name="step_for_one"
            ),
        ]


class StepRight(RightLink):
    """A right or provision beside a step."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("step", "stepright")]

    def __str__(self) -> str:
        return f"{self.step_id} {self.right_id or self.provision_id}"


class Reminder(Record):
    """A person of the group asked for a letter before a step is due. It goes once, to the address of the account."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="reminders")
    account = models.ForeignKey("groups.Account", on_delete=models.CASCADE, related_name="+")
    days_before = models.PositiveSmallIntegerField(default=2)
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "account"], name="reminder_once")]

    def __str__(self) -> str:
        return str(self.step_id)
