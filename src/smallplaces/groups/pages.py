"""What a group's page shows, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.core.history import deeds_of_group
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.verbs import in_words
from smallplaces.core.viewers import Viewer
from smallplaces.groups.decided import DecisionLine, decision_lines
from smallplaces.groups.enums import GroupState, Role
from smallplaces.groups.models import Account, Group
from smallplaces.groups.policies import may_hold, may_invite
from smallplaces.groups.queries import (
    AT_WORK,
    get_group,
    groups_asked_for,
    groups_of,
    holder_count,
    password_wishes,
    people_of,
)


@dataclass(frozen=True)
class GroupPage:
    """A group for everybody; `is_own` for its people."""

    id: str
    slug: str
    name: str
    lang: str
    dir: str
    group_kind: str
    place_name: str
    place_slug: str
    place_lang: str
    fictional: bool
    about: str
    contact: str
    story_contact: str
    state: str
    state_words: str
    opened_on: dt.date | None
    is_own: bool
    needs_holder: bool
    decisions: tuple[DecisionLine, ...]
    kind: str = "group"


def group_page(slug: str, *, viewer: Viewer) -> GroupPage:
    """One group by its address. Raises NotVisibleError. Three queries."""
    group = get_group(slug, viewer=viewer)
    return GroupPage(
        id=group.pk,
        slug=group.slug,
        name=group.name,
        lang=group.lang,
        dir=group.dir,
        group_kind=str(group.get_kind_display()),
        place_name=group.place.name,
        place_slug=group.place.slug,
        place_lang=group.place.lang,
        fictional=group.place.fictional,
        about=group.about,
        contact=group.contact,
        story_contact=group.story_contact,
        state=group.state,
        state_words=str(group.get_state_display()),
        opened_on=group.opened_on,
        is_own=viewer.is_member_of(group.pk),
        needs_holder=group.state == GroupState.OPENING and holder_count(group) < 2,
        decisions=decision_lines(group, viewer=viewer),
    )


@dataclass(frozen=True)
class PersonLine:
    """One person of a group, for its own people."""

    id: str
    account_id: str
    username: str
    name: str
    is_holder: bool
    since: dt.date
    is_you: bool
    password_asked: bool
    password_asked_by_you: bool


@dataclass(frozen=True)
class PeoplePage:
    """The people of a group, and what the viewer may do about them."""

    group: GroupPage
    people: tuple[PersonLine, ...]
    may_hold: bool
    may_invite: bool
    holders: int


def people_page(slug: str, *, viewer: Viewer) -> PeoplePage:
    """The page of a group's people. Raises NotVisibleError for those outside it. Six queries."""
    group = get_group(slug, viewer=viewer)
    if not (viewer.is_member_of(group.pk) or viewer.is_steward):
        raise NotVisibleError(slug)
    wishes = password_wishes(group, viewer=viewer)
    people = tuple(
        PersonLine(
            id=row.pk,
            account_id=row.account_id,
            username=row.account.username,
            name=row.account.name,
            is_holder=row.role == Role.HOLDER,
            since=row.since,
            is_you=row.account_id == viewer.account_id,
            password_asked=row.account_id in wishes,
            password_asked_by_you=wishes.get(row.account_id) == viewer.account_id,
        )
        for row in people_of(group, viewer=viewer)
    )
    return PeoplePage(
        group=group_page(slug, viewer=viewer),
        people=people,
        may_hold=may_hold(group, viewer),
        may_invite=may_invite(group, viewer) and group.state in AT_WORK,
        holders=sum(person.is_holder for person in people),
    )


@dataclass(frozen=True)
class GroupLine:
    """A group in a list."""

    id: str
    slug: str
    name: str
    lang: str
    dir: str
    place_name: str
    place_slug: str
    state: str
    state_words: str
    about: str
    contact: str
    asked_on: dt.date
    is_held: bool
    fictional: bool


def group_line(group: Group, viewer: Viewer) -> GroupLine:
    """A group as lists show it."""
    return GroupLine(
        id=group.pk,
        slug=group.slug,
        name=group.name,
        lang=group.lang,
        dir=group.dir,
        place_name=group.place.name,
        place_slug=group.place.slug,
        state=group.state,
        state_words=str(group.get_state_display()),
        about=group.about,
        contact=group.contact,
        asked_on=group.asked_on,
        is_held=viewer.is_holder_of(group.pk),
        fictional=group.place.fictional,
    )


def own_groups(viewer: Viewer) -> list[GroupLine]:
    """The viewer's own groups. One query."""
    return [group_line(group, viewer) for group in groups_of(viewer)]


def waiting_groups(viewer: Viewer) -> list[GroupLine]:
    """Groups that wait for a steward. One query."""
    return [group_line(group, viewer) for group in groups_asked_for(viewer)]


@dataclass(frozen=True)
class DeedLine:
    """One line of who did what. Somebody who left the house is told by no name."""

    on: dt.date
    what: str
    by: str


@dataclass(frozen=True)
class DeedsPage:
    """Who did what in a group, for its own people."""

    slug: str
    name: str
    fictional: bool
    deeds: tuple[DeedLine, ...]


def deeds_page(slug: str, *, viewer: Viewer) -> DeedsPage:
    """The latest two hundred deeds in a group. Four queries. Raises NotVisibleError to all but its own people."""
    group = get_group(slug, viewer=viewer)
    if not viewer.is_member_of(group.pk):
        raise NotVisibleError(slug)
    deeds = deeds_of_group(group.pk, viewer=viewer)
    names = {
        one.pk: str(one)
        for one in Account.objects.filter(pk__in={deed.by_id for deed in deeds if deed.by_kind == "account"})
    }
    others = {"link": _("through a one-time link"), "command": _("a command on the machine"), "public": _("a visitor")}
    lines = tuple(
        DeedLine(
            deed.at.date(),
            in_words(deed.verb),
            names.get(deed.by_id) or others.get(deed.by_kind, _("somebody who left")),
        )
        for deed in deeds
    )
    return DeedsPage(group.slug, group.name, group.place.fictional, lines)
