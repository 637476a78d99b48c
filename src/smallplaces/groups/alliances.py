"""Groups that are in an alliance, and who asks to be. An alliance reads nothing that its groups hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupKind, GroupState, MemberState, Role
from smallplaces.groups.models import Group, MemberGroup


@dataclass(frozen=True)
class MemberLine:
    """One group in an alliance. `slug` is empty for a group elsewhere; `reach` is the alliance's holders' alone."""

    id: str
    name: str
    slug: str
    lang: str
    dir: str
    place_name: str
    seat: str
    state: str
    state_words: str
    since: dt.date | None
    asked_on: dt.date
    reach: str
    is_here: bool


@dataclass(frozen=True)
class AllianceLine:
    """One alliance that a group is in, or asked to be in."""

    id: str
    name: str
    slug: str
    lang: str
    dir: str
    seat: str
    state: str
    state_words: str
    since: dt.date | None


def _member_line(row: MemberGroup, *, reach: str = "") -> MemberLine:
    here = row.group
    return MemberLine(
        id=row.pk,
        name=here.name if here else row.name,
        slug=here.slug if here else "",
        lang=here.lang if here else row.lang,
        dir=here.dir if here else row.dir,
        place_name=here.place.name if here else row.place_name,
        seat=row.seat,
        state=row.state,
        state_words=str(row.get_state_display()),
        since=row.since,
        asked_on=row.asked_on,
        reach=reach,
        is_here=here is not None,
    )


def members_of(alliance_id: str) -> tuple[MemberLine, ...]:
    """The groups in an open alliance, for everybody. A group here that is not open is left out. One query."""
    rows = MemberGroup.objects.filter(
        Q(group__isnull=True) | Q(group__state=GroupState.OPEN),
        alliance_id=alliance_id,
        alliance__state=GroupState.OPEN,
        alliance__kind=GroupKind.ALLIANCE,
        state=MemberState.MEMBER,
    ).select_related("group__place")
    return tuple(sorted((_member_line(row) for row in rows), key=lambda one: (one.name.casefold(), one.id)))


def asking_of(alliance: Group, *, viewer: Viewer) -> tuple[MemberLine, ...]:
    """Who asks to join, for the alliance's own people; how to reach them for its holders alone. One query."""
    if not viewer.is_member_of(alliance.pk):
        return ()
    rows = MemberGroup.objects.filter(alliance=alliance, state=MemberState.ASKED).select_related("group__place")
    holds = viewer.is_holder_of(alliance.pk)
    return tuple(_member_line(row, reach=row.reach if holds else "") for row in rows.order_by("asked_on", "id"))


def alliances_of(group_id: str, *, viewer: Viewer) -> tuple[AllianceLine, ...]:
    """The open alliances that a group is in; its own people also read where it asked. One query."""
    states = [MemberState.MEMBER]
    if viewer.is_member_of(group_id):
        states.append(MemberState.ASKED)
    rows = MemberGroup.objects.filter(
        group_id=group_id, group__state=GroupState.OPEN, state__in=states, alliance__state=GroupState.OPEN
    )
    return tuple(
        AllianceLine(
            id=row.pk,
            name=row.alliance.name,
            slug=row.alliance.slug,
            lang=row.alliance.lang,
            dir=row.alliance.dir,
            seat=row.seat,
            state=row.state,
            state_words=str(row.get_state_display()),
            since=row.since,
        )
        for row in rows.select_related("alliance").order_by("alliance__name", "id")
    )


def get_member_group(member_id: str, *, viewer: Viewer) -> MemberGroup:
    """One present line of an alliance, for the people of the alliance and of the group. Raises NotVisibleError."""
    rows = MemberGroup.objects.filter(pk=member_id, state__in=[MemberState.ASKED, MemberState.MEMBER])
    row = rows.select_related("alliance__place", "group__place").first()
    if row is None or not (viewer.is_member_of(row.alliance_id) or viewer.is_member_of(row.group_id or "")):
        raise NotVisibleError(member_id)
    return row


def groups_that_may_join(alliance: Group, *, viewer: Viewer) -> list[Group]:
    """The open groups that the viewer holds and that neither are in this alliance nor asked. One query."""
    held = [group_id for group_id, role in viewer.roles.items() if role == Role.HOLDER and group_id != alliance.pk]
    present = MemberGroup.objects.filter(alliance=alliance, group__isnull=False, until__isnull=True).values("group_id")
    rows = Group.objects.filter(pk__in=held, state=GroupState.OPEN).exclude(pk__in=present)
    return list(rows.select_related("place").order_by("name", "id"))


def alliances_to_join(group_id: str) -> list[Group]:
    """The open alliances that a group is not in and did not ask, for everybody; at most fifty. One query."""
    present = MemberGroup.objects.filter(group_id=group_id, until__isnull=True).values("alliance_id")
    rows = Group.objects.filter(kind=GroupKind.ALLIANCE, state=GroupState.OPEN)
    rows = rows.exclude(pk=group_id).exclude(pk__in=present)
    return list(rows.select_related("place").order_by("name", "id")[:50])


def asking_at_alliances(viewer: Viewer) -> list[MemberGroup]:
    """Groups that ask to join an alliance which the viewer holds. One query."""
    held = [group_id for group_id, role in viewer.roles.items() if role == Role.HOLDER]
    rows = MemberGroup.objects.filter(alliance_id__in=held, state=MemberState.ASKED)
    return list(rows.select_related("alliance", "group").order_by("asked_on", "id"))
