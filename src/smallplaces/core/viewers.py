"""Who is looking, and who acts. Queries and policies decide with a viewer; actions are done by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Viewer:
    """A person or a command before the house.

    `roles` maps the id of a group to "holder" or "member"; `place_ids` are the places of those groups. A person with a one-time link has no account:
    `purpose` and `thing_id` say what the link opens, and nothing else is open.
    """

    account_id: str = ""
    is_steward: bool = False
    is_command: bool = False
    roles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    place_ids: frozenset[str] = frozenset()
    purpose: str = ""
    thing_id: str = ""

    @property
    def group_ids(self) -> frozenset[str]:
        """The groups whose records this viewer may read."""
        return frozenset(self.roles)

    @property
    def kind(self) -> str:
        """How the audit names the one who acted: account, command, link or public."""
        if self.account_id:
            return "account"
        if self.is_command:
            return "command"
        return "link" if self.purpose else "public"

    def is_member_of(self, group_id: str) -> bool:
        """Holder or member of the group."""
        return group_id in self.roles

    def is_holder_of(self, group_id: str) -> bool:
        """One of the two or more who hold the group's records."""
        return self.roles.get(group_id) == "holder"

    def may_accept_at(self, place_id: str) -> bool:
        """Whether this viewer may accept what others propose about a place."""
        return self.is_steward or place_id in self.place_ids

    def has_link_to(self, purpose: str, thing_id: str) -> bool:
        """Whether a one-time link for this purpose and thing was traded for entry."""
        return bool(thing_id) and self.purpose == purpose and self.thing_id == thing_id


ANYBODY = Viewer()


def command(group_ids: Mapping[str, str] | None = None) -> Viewer:
    """The viewer of a command typed on the machine: a steward, and what roles the command was given."""
    return Viewer(is_steward=True, is_command=True, roles=MappingProxyType(dict(group_ids or {})))
