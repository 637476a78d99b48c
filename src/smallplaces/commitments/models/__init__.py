"""The tables of commitments."""

from smallplaces.commitments.models.acts import Act, ActDemand, ActVersion, Borrowing, Clause
from smallplaces.commitments.models.demands import Answer, Demand, DemandOn, DemandSentence, Signer
from smallplaces.commitments.models.promises import Assessment, FollowUp, Promise, PromiseDemand, PromiseIssue

__all__ = [
    "Act",
    "ActDemand",
    "ActVersion",
    "Answer",
    "Assessment",
    "Borrowing",
    "Clause",
    "Demand",
    "DemandOn",
    "DemandSentence",
    "FollowUp",
    "Promise",
    "PromiseDemand",
    "PromiseIssue",
    "Signer",
]
