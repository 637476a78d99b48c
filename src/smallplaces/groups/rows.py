"""Rows of groups in an archive."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.groups.models import (
    Account,
    Decision,
    Group,
    Harm,
    MemberGroup,
    Membership,
    NamedPerson,
    Seat,
    Share,
)


def tables(scope: Scope) -> Tables:
    """The groups, their people without passwords, and their decisions. What was shared points at other groups."""
    return (
        Account.objects.filter(scope.held("memberships__group_id")),
        Group.objects.filter(scope.held("id")),
        Decision.objects.filter(scope.held()),
        Membership.objects.filter(scope.held()),
        Seat.objects.filter(scope.held()),
        NamedPerson.objects.filter(scope.held()),
        MemberGroup.objects.filter(scope.held("alliance_id")),
        Harm.objects.filter(scope.held()),
        Share.objects.all() if scope.everything else Share.objects.none(),
    )
