"""Reads about groups, and the one condition that decides who sees what a group holds."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from django.db.models import Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.enums import Purpose, Visibility
from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState, Role
from smallplaces.groups.models import Account, Decision, Group, Membership, Share

AT_WORK = (GroupState.OPENING, GroupState.OPEN)


def viewer_of(account: Account) -> Viewer:
    """The viewer that an account is at this moment. One query; role changes count at once."""
    if not account.is_active:
        return Viewer()
    present = Membership.objects.filter(account=account, until__isnull=True)
    rows = list(present.values_list("group_id", "role", "group__place_id", "group__state"))
    return Viewer(
        account_id=account.pk,
        is_steward=account.is_steward,
        roles=MappingProxyType({group_id: role for group_id, role, _place, _state in rows}),
        # A closed group still reads its records; it speaks for the place no more.
        place_ids=frozenset(place_id for _group, _role, place_id, state in rows if state in AT_WORK),
    )


def held_by_visible_groups(kind: str, viewer: Viewer, prefix: str = "") -> Q:
    """The condition under which a held record exists for a viewer. `prefix` walks to it, as in "issue__".

    Its own group sees it; a group it was shared with sees it; everybody sees what an open group made public.
    """
    own = Q(**{f"{prefix}group_id__in": viewer.group_ids})
    public = Q(**{f"{prefix}visibility": Visibility.PUBLIC, f"{prefix}group__state": GroupState.OPEN})
    if not viewer.group_ids:
        return public
    shared_ids = Share.objects.filter(kind=kind, group_id__in=viewer.group_ids).values("thing_id")
    shared = Q(**{f"{prefix}visibility": Visibility.SHARED, f"{prefix}id__in": shared_ids})
    return own | public | shared


def groups_visible_to(viewer: Viewer) -> QuerySet[Group]:
    """Open and closed groups for everybody; a group on its way for its own people and the stewards."""
    rows = Group.objects.select_related("place").order_by("name", "id")
    if viewer.is_steward:
        return rows
    own = Q(id__in=viewer.group_ids)
    if viewer.account_id:
        own |= Q(asked_by_id=viewer.account_id)
    return rows.filter(Q(state__in=[GroupState.OPEN, GroupState.CLOSED]) | own)


def get_group(slug: str, *, viewer: Viewer) -> Group:
    """One group by its address."""
    group = groups_visible_to(viewer).filter(slug=slug).first()
    if group is None:
        raise NotVisibleError(slug)
    return group


def groups_of_place(place_id: str, *, viewer: Viewer) -> list[Group]:
    """The groups that work in a place. One query."""
    return list(groups_visible_to(viewer).filter(place_id=place_id))


def groups_of(viewer: Viewer) -> list[Group]:
    """The viewer's own groups. One query."""
    return list(Group.objects.filter(pk__in=viewer.group_ids).select_related("place").order_by("name", "id"))


def groups_asked_for(viewer: Viewer) -> list[Group]:
    """Groups that wait for a steward. One query."""
    if not viewer.is_steward:
        return []
    return list(Group.objects.filter(state=GroupState.ASKED).select_related("place").order_by("asked_on", "id"))


def people_of(group: Group, *, viewer: Viewer) -> list[Membership]:
    """The present holders and members, for the group's own people. One query."""
    if not (viewer.is_member_of(group.pk) or viewer.is_steward):
        return []
    rows = Membership.objects.filter(group=group, until__isnull=True).select_related("account")
    return list(rows.order_by("role", "account__username"))


def holder_count(group: Group) -> int:
    """How many hold the group at present."""
    return Membership.objects.filter(group=group, until__isnull=True, role=Role.HOLDER).count()


def decisions_of(group: Group, *, viewer: Viewer) -> list[Decision]:
    """The decisions of a group that the viewer may read, newest first. One query."""
    rows = Decision.objects.filter(held_by_visible_groups("decision", viewer), group=group)
    return list(rows.order_by("-on", "id"))


def account_by_username(username: str) -> Account:
    """One account, for a command."""
    account: Account | None = Account.objects.filter(username__iexact=username).first()
    if account is None:
        raise NotVisibleError(username)
    return account


def get_account(account_id: str) -> Account:
    """One account, for actions and signals."""
    account: Account | None = Account.objects.filter(pk=account_id).first()
    if account is None:
        raise NotVisibleError(account_id)
    return account


def group_of_link(link: OneTimeLink) -> Group | None:
    """The group that an invitation leads to, whatever its state; whoever holds the link may know its name."""
    return Group.objects.filter(pk=link.group_id).select_related("place").first() if link.group_id else None


def get_membership(membership_id: str, *, viewer: Viewer) -> Membership:
    """One present membership, for the people of its group and the stewards."""
    row = Membership.objects.filter(pk=membership_id, until__isnull=True).select_related("group", "account").first()
    if row is None or not (viewer.is_member_of(row.group_id) or viewer.is_steward):
        raise NotVisibleError(membership_id)
    return row


def get_decision(decision_id: str, *, viewer: Viewer) -> Decision:
    """One decision that the viewer may read."""
    row = Decision.objects.filter(held_by_visible_groups("decision", viewer), pk=decision_id).first()
    if row is None:
        raise NotVisibleError(decision_id)
    return row


def password_wishes(group: Group, *, viewer: Viewer) -> dict[str, str]:
    """For whom a first holder asked for a new password link, and who that was; for the group's holders. One query."""
    if not viewer.is_holder_of(group.pk):
        return {}
    rows = OneTimeLink.objects.filter(
        purpose=Purpose.PASSWORD, group_id=group.pk, seconded_by_id="", until__gte=today()
    )
    rows = rows.filter(spent_on=None, revoked_on=None)
    return dict(rows.values_list("thing_id", "made_by_id"))


def groups_shared_with(kind: str, thing_id: str) -> list[Group]:
    """The groups that a record of one's own group is shown to. The caller has looked whose record it is. One query."""
    shown_to = Share.objects.filter(kind=kind, thing_id=thing_id).values("group_id")
    return list(Group.objects.filter(pk__in=shown_to).select_related("place").order_by("name", "id"))


def shared_with_groups_of(viewer: Viewer) -> dict[str, list[str]]:
    """What other groups name the viewer's groups for: ids by kind. What was closed again since is still in it. One query."""
    found: dict[str, list[str]] = {}
    rows = Share.objects.filter(group_id__in=viewer.group_ids).order_by("-made_on", "id")
    for kind, thing_id in rows.values_list("kind", "thing_id"):
        found.setdefault(kind, []).append(thing_id)
    return found


def decisions_by_ids(ids: Iterable[str], *, viewer: Viewer) -> list[Decision]:
    """Those of these decisions that the viewer may read. One query."""
    rows = Decision.objects.filter(held_by_visible_groups("decision", viewer), pk__in=list(ids))
    return list(rows.select_related("group").order_by("-on", "id"))


def groups_open() -> list[Group]:
    """Every open group; all of them are public. One query."""
    return list(Group.objects.filter(state=GroupState.OPEN).select_related("place").order_by("name", "id"))


def open_groups_beside(group_id: str) -> list[Group]:
    """Open groups, all public, other than this one: those that something can be shared with. One query."""
    rows = Group.objects.filter(state=GroupState.OPEN).exclude(pk=group_id).select_related("place")
    return list(rows.order_by("place__name", "name", "id"))
