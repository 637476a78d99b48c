"""Rows of places in an archive."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.places.models import Claim, Correction, Milestone, Place, PublicBody


def tables(scope: Scope) -> Tables:
    """Places with their facts, bodies, history, and what people said is wrong. All are common records."""
    return (
        Place.objects.filter(scope.at("id")),
        Claim.objects.filter(scope.at()),
        Milestone.objects.filter(scope.at()),
        Correction.objects.filter(scope.at()),
        PublicBody.objects.filter(scope.at()),
    )
