"""Writes about groups, accounts, invitations and decisions."""

from smallplaces.groups.actions.decisions import record_decision
from smallplaces.groups.actions.opening import (
    close_group,
    describe_group,
    open_group,
    refuse_group,
    start_group,
)
from smallplaces.groups.actions.passwords import (
    ask_new_password_link,
    note_account_change,
    set_password_by_link,
)
from smallplaces.groups.actions.people import end_membership, invite, join_by_invitation, make_account
from smallplaces.groups.actions.sharing import share, unshare

__all__ = [
    "ask_new_password_link",
    "close_group",
    "describe_group",
    "end_membership",
    "invite",
    "join_by_invitation",
    "make_account",
    "note_account_change",
    "open_group",
    "record_decision",
    "refuse_group",
    "set_password_by_link",
    "share",
    "start_group",
    "unshare",
]
