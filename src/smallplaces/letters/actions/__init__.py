"""Writes about addresses, letters and messages."""

from smallplaces.letters.actions.addresses import (
    Brought,
    ask_to_hear,
    bring_in_addresses,
    forget_unconfirmed,
    leave_list,
    note_came_back,
    remove_address,
    say_yes,
    take_addresses_along,
)
from smallplaces.letters.actions.letters import (
    change_letter,
    go_on,
    leave_unsure,
    remove_letter,
    send_letter,
    send_unsure_again,
    stop_letter,
    write_letter,
)
from smallplaces.letters.actions.messages import (
    forget_held,
    note_answered,
    note_waiting,
    remove_message,
    write_to_group,
)

__all__ = [
    "Brought",
    "ask_to_hear",
    "bring_in_addresses",
    "change_letter",
    "forget_held",
    "forget_unconfirmed",
    "go_on",
    "leave_list",
    "leave_unsure",
    "note_answered",
    "note_came_back",
    "note_waiting",
    "remove_address",
    "remove_letter",
    "remove_message",
    "say_yes",
    "send_letter",
    "send_unsure_again",
    "stop_letter",
    "take_addresses_along",
    "write_letter",
    "write_to_group",
]
