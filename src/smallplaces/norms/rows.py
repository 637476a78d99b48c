"""Rows of norms in an archive. Norms themselves are common: they come along where something points at them."""

from django.db.models import Q

from smallplaces.core.rows import Scope, Tables
from smallplaces.norms.models import Norm, NormVersion, Provision, SignOn


def tables(scope: Scope) -> Tables:
    """What a group signed, and the principles that it brought."""
    return (
        Norm.objects.filter(scope.held()),
        NormVersion.objects.filter(scope.held("norm__group_id")),
        # What stands in a version comes along with a name under it, whoever brought the text.
        Provision.objects.filter(
            scope.held("version__norm__group_id")
            | Q(version__in=SignOn.objects.filter(scope.held()).values("version_id"))
        ),
        SignOn.objects.filter(scope.held()),
    )
