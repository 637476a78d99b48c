"""The people of the tests: each with a browser of their own and with what the house knows of them.

The plug-in list of `tests/conftest.py` names this file, so that every test can ask for `cast`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tests.factories.groups import make_account, make_group, make_membership
from tests.factories.places import make_place

if TYPE_CHECKING:
    from smallplaces.core.viewers import Viewer
    from smallplaces.groups.models import Account, Group
    from smallplaces.places.models import Place


@dataclass(frozen=True)
class Person:
    """One of the cast. `account` is None for those who need none."""

    client: Client
    account: Account | None = None

    @property
    def viewer(self) -> Viewer:
        """What the house knows of the person at this moment."""
        from smallplaces.core.viewers import ANYBODY
        from smallplaces.groups.queries import viewer_of

        return viewer_of(self.account) if self.account else ANYBODY


@dataclass(frozen=True)
class Cast:
    """A place with two open groups, and who stands where. `elsewhere` is in the second group of the same place."""

    place: Place
    group: Group
    other_group: Group
    resident: Person
    anybody: Person
    member: Person
    holder: Person
    other_holder: Person
    elsewhere: Person
    steward: Person

    @property
    def everybody(self) -> dict[str, Person]:
        """All of them by name, for a table of who may do what."""
        names = ("resident", "anybody", "member", "holder", "other_holder", "elsewhere", "steward")
        return {name: getattr(self, name) for name in names}


def signed_in(account: Account) -> Person:
    """A person with an open session."""
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return Person(client, account)


def person_in(group: Group, role: str = "member") -> Person:
    """A new person of a group, signed in."""
    account = make_account()
    make_membership(group, account, role=role)
    return signed_in(account)


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, ready."""
    place = make_place()
    group, other_group = make_group(place=place), make_group(place=place)
    people = {
        "member": person_in(group),
        "holder": person_in(group, "holder"),
        "other_holder": person_in(group, "holder"),
        "elsewhere": person_in(other_group),
        "steward": signed_in(make_account(is_steward=True)),
        "resident": Person(Client()),
        "anybody": Person(Client()),
    }
    person_in(other_group, "holder")
    person_in(other_group, "holder")
    return Cast(place=place, group=group, other_group=other_group, **people)
