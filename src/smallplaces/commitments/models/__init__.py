"""The tables of commitments."""

from smallplaces.commitments.models.acts import Act, ActDemand, ActVersion, Borrowing, Clause
from smallplaces.commitments.models.demands import Answer, Demand, DemandOn, DemandSentence, Signer
from smallplaces.commitments.models.promises import Assessment, FollowUp, Promise, PromiseDemand, PromiseIssue
from smallplaces.commitments.models.rights import ClauseRight, DemandRight, PromiseRecommendation, PromiseRight

__all__ = [
    "Act",
    "ActDemand",
    "ActVersion",
    "Answer",
    "Assessment",
    "Borrowing",
    "Clause",
    "ClauseRight",
    "Demand",
    "DemandOn",
    "DemandRight",
    "DemandSentence",
    "FollowUp",
    "Promise",
    "PromiseDemand",
    "PromiseIssue",
    "PromiseRecommendation",
    "PromiseRight",
    "Signer",
]
