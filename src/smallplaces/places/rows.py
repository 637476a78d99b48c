"""Rows of places in an archive."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.places.models import Claim, Place, PublicBody


def tables(scope: Scope) -> Tables:
    """Places with their facts and bodies. All are common records."""
    return Place.objects.filter(scope.at("id")), Claim.objects.filter(scope.at()), PublicBody.objects.filter(scope.at())
