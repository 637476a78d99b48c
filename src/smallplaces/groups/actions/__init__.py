"""Writes about groups, accounts, invitations, decisions, seats and alliances."""

from smallplaces.groups.actions.alliances import (
    ask_from_elsewhere,
    ask_to_join,
    leave_alliance,
    take_in,
    turn_away,
)
from smallplaces.groups.actions.decisions import correct_decision, publish_decision, record_decision
from smallplaces.groups.actions.holders import change_role, pass_on
from smallplaces.groups.actions.keys import note_keys
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
from smallplaces.groups.actions.seats import add_seat, ask_for_seat, change_seat, empty_seat, remove_seat
from smallplaces.groups.actions.sharing import share, unshare
from smallplaces.groups.actions.voices import agree_conduct, name_myself, note_harm, remove_harm, take_my_name_away

__all__ = [
    "add_seat",
    "agree_conduct",
    "ask_for_seat",
    "ask_from_elsewhere",
    "ask_new_password_link",
    "ask_to_join",
    "change_role",
    "change_seat",
    "close_group",
    "correct_decision",
    "describe_group",
    "empty_seat",
    "end_membership",
    "invite",
    "join_by_invitation",
    "leave_alliance",
    "make_account",
    "name_myself",
    "note_account_change",
    "note_harm",
    "note_keys",
    "open_group",
    "pass_on",
    "publish_decision",
    "record_decision",
    "refuse_group",
    "remove_harm",
    "remove_seat",
    "set_password_by_link",
    "share",
    "start_group",
    "take_in",
    "take_my_name_away",
    "turn_away",
    "unshare",
]
