"""The tables of groups: who holds records, and who may see them."""

from smallplaces.groups.models.accounts import Account, AccountManager
from smallplaces.groups.models.committee import Harm, MemberGroup, NamedPerson, Seat
from smallplaces.groups.models.groups import Decision, Group, Held, Membership, Share

__all__ = [
    "Account",
    "AccountManager",
    "Decision",
    "Group",
    "Harm",
    "Held",
    "MemberGroup",
    "Membership",
    "NamedPerson",
    "Seat",
    "Share",
]
