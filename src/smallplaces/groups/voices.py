"""Who speaks for a group by their own choice, until a day; and what harmed the group, for its own eyes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group, Harm, NamedPerson
from smallplaces.groups.queries import get_group


@dataclass(frozen=True)
class NamedLine:
    """A person whom the group's page names. Nobody reads it after its day, the group's own people neither."""

    name: str
    does: str
    reach: str
    lang: str
    dir: str
    until: dt.date
    is_you: bool


@dataclass(frozen=True)
class HarmLine:
    """One line of what harmed us."""

    id: str
    what: str
    text: str
    lang: str
    dir: str
    on: dt.date
    hours: int | None


def named_people(group: Group, *, viewer: Viewer) -> tuple[NamedLine, ...]:
    """Those who chose to be named, until their day: for everybody while the group is open. One query."""
    if group.state != GroupState.OPEN and not viewer.is_member_of(group.pk):
        return ()
    rows = NamedPerson.objects.filter(group=group, until__gte=today(group.place.zone)).order_by("name", "id")
    return tuple(
        NamedLine(
            name=row.name,
            does=row.does,
            reach=row.reach,
            lang=row.lang,
            dir=row.dir,
            until=row.until,
            is_you=bool(viewer.account_id) and row.account_id == viewer.account_id,
        )
        for row in rows
    )


def our_group(slug: str, *, viewer: Viewer) -> Group:
    """A group by its address, for its own people alone. Raises NotVisibleError."""
    group = get_group(slug, viewer=viewer)
    if not viewer.is_member_of(group.pk):
        raise NotVisibleError(slug)
    return group


def harms_of(group: Group, *, viewer: Viewer) -> tuple[HarmLine, ...]:
    """What harmed the group, newest first; nothing for those outside it. One query."""
    if not viewer.is_member_of(group.pk):
        return ()
    return tuple(
        HarmLine(
            id=row.pk,
            what=str(row.get_kind_display()),
            text=row.text,
            lang=row.lang,
            dir=row.dir,
            on=row.on,
            hours=row.hours,
        )
        for row in Harm.objects.filter(group=group).order_by("-on", "id")
    )


def get_harm(harm_id: str, *, viewer: Viewer) -> Harm:
    """One line of what harmed us, for the group's own people. Raises NotVisibleError."""
    row = Harm.objects.filter(pk=harm_id, group_id__in=viewer.group_ids).select_related("group__place").first()
    if row is None:
        raise NotVisibleError(harm_id)
    return row


def conduct_of(group: Group, *, viewer: Viewer) -> str:
    """How the people of a group treat one another: for everybody while the group is open. No query."""
    return group.conduct if group.state == GroupState.OPEN or viewer.is_member_of(group.pk) else ""
