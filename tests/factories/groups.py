"""The smallest valid objects of groups."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.factories.core import DAY
from tests.factories.places import make_place

if TYPE_CHECKING:
    from smallplaces.core.viewers import Viewer
    from smallplaces.groups.models import (
        Account,
        Decision,
        Group,
        Harm,
        MemberGroup,
        Membership,
        NamedPerson,
        Seat,
    )

_numbers = count(1)
PASSWORD = "nobody guesses this one"


def make_account(**fields: Any) -> Account:
    """An account that signs in with PASSWORD only where `password` is asked for; a hash takes a tenth of a second."""
    from smallplaces.groups.models import Account

    password = fields.pop("password", None)
    account = Account(**{"username": f"person{next(_numbers)}", "joined_on": DAY} | fields)
    if password:
        account.set_password(password)
    else:
        account.set_unusable_password()
    account.save()
    return account


def make_group(**fields: Any) -> Group:
    """An open group in a place of its own. Its holders are the caller's to add."""
    from smallplaces.groups.models import Group

    number = next(_numbers)
    place = fields.pop("place", None) or make_place()
    smallest = {"name": f"Mill Circle {number}", "slug": f"mill-circle-{number}", "place": place, "asked_on": DAY}
    return Group.objects.create(**smallest | {"state": "open", "opened_on": DAY, "contact": "at the mill"} | fields)


def make_membership(group: Group | None = None, account: Account | None = None, **fields: Any) -> Membership:
    """A present membership."""
    from smallplaces.groups.models import Membership

    people = {"group": group or make_group(), "account": account or make_account()}
    return Membership.objects.create(**people | {"role": "member", "since": DAY} | fields)


def make_viewer(group: Group | None = None, role: str = "member", **fields: Any) -> Viewer:
    """The viewer of a fresh account, in a group where one is named."""
    from smallplaces.groups.queries import viewer_of

    account = make_account(**fields)
    if group:
        make_membership(group, account, role=role)
    return viewer_of(account)


def make_decision(group: Group | None = None, **fields: Any) -> Decision:
    """A private decision of a group."""
    from smallplaces.groups.models import Decision

    smallest = {"text": "Meet on Thursdays", "result": "agreed", "on": DAY, "made_on": DAY}
    return Decision.objects.create(**smallest | {"group": group or make_group()} | fields)


def make_seat(group: Group | None = None, **fields: Any) -> Seat:
    """An empty private seat of a group, for the neighbours."""
    from smallplaces.groups.models import Seat

    return Seat.objects.create(**{"group": group or make_group(), "sector": "residents", "made_on": DAY} | fields)


def make_named_person(group: Group, account: Account | None, **fields: Any) -> NamedPerson:
    """Somebody whom the group's page names for a year from today."""
    from smallplaces.core.clock import today
    from smallplaces.groups.models import NamedPerson

    smallest = {"name": "Rosa", "since": today(), "until": today() + dt.timedelta(days=365)}
    return NamedPerson.objects.create(**smallest | {"group": group, "account": account or make_account()} | fields)


def make_harm(group: Group | None = None, **fields: Any) -> Harm:
    """One line of what harmed a group."""
    from smallplaces.groups.models import Harm

    smallest = {"text": "A list lay open.", "kind": "near_miss", "on": DAY, "made_on": DAY}
    return Harm.objects.create(**smallest | {"group": group or make_group()} | fields)


def make_member_group(alliance: Group, **fields: Any) -> MemberGroup:
    """A group in an alliance; one elsewhere where no group is named."""
    from smallplaces.groups.models import MemberGroup

    smallest: dict[str, Any] = {"alliance": alliance, "state": "member", "asked_on": DAY}
    if "group" not in fields:
        smallest |= {"name": "Harbour Table", "place_name": "Elsewhere", "reach": "at the harbour"}
    return MemberGroup.objects.create(**smallest | fields)
