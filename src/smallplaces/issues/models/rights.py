"""Rights beside issues and causes. None is required."""

from __future__ import annotations

from django.db import models

from smallplaces.issues.models.issues import Cause, Issue
from smallplaces.norms.models import RightLink
from smallplaces.norms.models.links import once


class IssueRight(RightLink):
    """A right or provision beside an issue."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("issue", "issueright")]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.right_id or self.provision_id}"


class CauseRight(RightLink):
    """A right or provision beside a cause."""

    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("cause", "causeright")]

    def __str__(self) -> str:
        return f"{self.cause_id} {self.right_id or self.provision_id}"
