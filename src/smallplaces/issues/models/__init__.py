"""The tables of issues. Words that were *made from* a sentence or statement keep its key and are taken back with it."""

from smallplaces.issues.models.issues import (
    Cause,
    Duty,
    FromSentence,
    Gain,
    Issue,
    IssueLink,
    IssueSentence,
    IssueStatement,
    IssueTranslation,
    Made,
    PowerLine,
)
from smallplaces.issues.models.ranking import Priority, RankedIssue, Ranking
from smallplaces.issues.models.rights import CauseRight, IssueRight

__all__ = [
    "Cause",
    "CauseRight",
    "Duty",
    "FromSentence",
    "Gain",
    "Issue",
    "IssueLink",
    "IssueRight",
    "IssueSentence",
    "IssueStatement",
    "IssueTranslation",
    "Made",
    "PowerLine",
    "Priority",
    "RankedIssue",
    "Ranking",
]
