"""Rows of issues in an archive, power sheets included: it is the group's own move."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.issues.models import (
    Cause,
    CauseRight,
    Duty,
    Gain,
    Issue,
    IssueLink,
    IssueRight,
    IssueSentence,
    IssueStatement,
    IssueTranslation,
    PowerLine,
    Priority,
    RankedIssue,
    Ranking,
)


def tables(scope: Scope) -> Tables:
    """Issues and everything in them. A link to another group's issue stays behind with that issue."""
    inside = scope.held("issue__group_id")
    return (
        Issue.objects.filter(scope.held()),
        IssueTranslation.objects.filter(inside),
        IssueSentence.objects.filter(inside & scope.held("sentence__room__meeting__group_id")),
        IssueStatement.objects.filter(inside & scope.held("statement__dialogue__group_id")),
        IssueRight.objects.filter(inside),
        IssueLink.objects.filter(inside & scope.held("other__group_id")),
        Cause.objects.filter(inside),
        CauseRight.objects.filter(scope.held("cause__issue__group_id")),
        Gain.objects.filter(inside),
        Duty.objects.filter(inside),
        PowerLine.objects.filter(inside),
        Ranking.objects.filter(scope.held()),
        RankedIssue.objects.filter(scope.held("ranking__group_id") & scope.held("issue__group_id")),
        Priority.objects.filter(scope.held("ranking__group_id")),
    )
