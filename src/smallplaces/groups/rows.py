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
    """The groups, their people without passwords, and their decisions.

    What was shared, and the groups of an alliance that are here, point at other groups: they go with all of them only.
    """
    members = MemberGroup.objects.filter(scope.held("alliance_id"))
    return (
        Account.objects.filter(scope.held("memberships__group_id")),
        Group.objects.filter(scope.held("id")),
        Decision.objects.filter(scope.held()),
        Membership.objects.filter(scope.held()),
        Seat.objects.filter(scope.held()),
        NamedPerson.objects.filter(scope.held()),
        members if scope.everything else members.filter(group__isnull=True),
        Harm.objects.filter(scope.held()),
        Share.objects.all() if scope.everything else Share.objects.none(),
    )
