"""Rows of commitments in an archive."""

from django.db.models import Q

from smallplaces.commitments.models import (
    Act,
    ActDemand,
    ActVersion,
    Answer,
    Assessment,
    Borrowing,
    Clause,
    ClauseRight,
    Demand,
    DemandOn,
    DemandRight,
    DemandSentence,
    FollowUp,
    Promise,
    PromiseDemand,
    PromiseIssue,
    PromiseRecommendation,
    PromiseRight,
    Signer,
)
from smallplaces.core.rows import Scope, Tables


def _common(scope: Scope, path: str = "") -> Q:
    """What the groups hold, and common records of their places."""
    if scope.everything:
        return Q()
    return scope.held(f"{path}group_id") | (Q(**{f"{path}group__isnull": True}) & scope.at(f"{path}place_id"))


def tables(scope: Scope) -> Tables:
    """Demands, texts, promises with both sides' words. Another group's "we say" stays with that group."""
    demands = scope.held("demand__group_id")
    promises = _common(scope, "promise__")
    acts = _common(scope, "act__")
    signed = Q() if scope.everything else demands | acts & Q(act__isnull=False)
    we = Q() if scope.everything else Q(side="they") | scope.held()
    return (
        Demand.objects.filter(scope.held()),
        DemandOn.objects.filter(demands),
        DemandSentence.objects.filter(demands),
        Answer.objects.filter(demands),
        Act.objects.filter(_common(scope)),
        ActVersion.objects.filter(acts),
        Clause.objects.filter(_common(scope, "version__act__")),
        ActDemand.objects.filter(acts & demands),
        Borrowing.objects.filter(acts),
        Signer.objects.filter(signed),
        Promise.objects.filter(_common(scope)),
        PromiseDemand.objects.filter(promises & demands),
        PromiseIssue.objects.filter(promises & scope.held("issue__group_id")),
        PromiseRecommendation.objects.filter(promises),
        DemandRight.objects.filter(demands),
        ClauseRight.objects.filter(_common(scope, "clause__version__act__")),
        PromiseRight.objects.filter(promises),
        FollowUp.objects.filter(scope.held()),
        Assessment.objects.filter(promises & we),
    )
