"""Rows of norms in an archive. Norms and rights are common: they come along where something points at them."""

from django.db.models import Q, QuerySet

from smallplaces.core.rows import Scope, Tables
from smallplaces.norms.models import (
    ArticleText,
    MeaningNote,
    Norm,
    NormVersion,
    Provision,
    ProvisionRight,
    ProvisionTarget,
    Ratification,
    Recommendation,
    RecommendationRight,
    Right,
    RightTarget,
    RightTranslation,
    SignOn,
)


def _with_everything(scope: Scope, *models: type) -> list[QuerySet]:  # type: ignore[type-arg]
    """All rows of the catalogue with an installation; with one group, those alone that something points at."""
    return [model.objects.all() if scope.everything else model.objects.none() for model in models]  # type: ignore[attr-defined]


def _read_by(scope: Scope) -> Q:
    """What stands in a version comes along with a name under it, whoever brought the text."""
    if scope.everything:
        return Q()  # joined to another condition it would be that condition alone
    signed = SignOn.objects.filter(scope.held()).values("version_id")
    return scope.held("version__norm__group_id") | Q(version__in=signed)


def tables(scope: Scope) -> Tables:
    """What a group signed, the principles that it brought, and what rights mean in its words."""
    return (
        *_with_everything(scope, Right, RightTranslation),
        Norm.objects.filter(scope.held()),
        NormVersion.objects.filter(scope.held("norm__group_id")),
        Provision.objects.filter(_read_by(scope)),
        *_with_everything(scope, ProvisionRight, ProvisionTarget, RightTarget, ArticleText, Ratification),
        *_with_everything(scope, Recommendation, RecommendationRight),
        MeaningNote.objects.filter(scope.held()),
        SignOn.objects.filter(scope.held()),
    )
