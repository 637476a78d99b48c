"""What sign-in tells the audit: changes of a password and of one-time codes.

Who signs in when is not noted: it would tell who is at the desk at what hour.
"""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.dispatch import Signal

from smallplaces.groups.actions import note_account_change
from smallplaces.groups.queries import viewer_of

ADDED = {"totp": "codes_switched_on", "recovery_codes": "recovery_codes_made"}


def note(user: Any, verb: str) -> None:
    """One row in the audit, by the person."""
    note_account_change(user, verb=verb, by=viewer_of(user))


def password_changed(user: Any, **_more: Any) -> None:
    """A person changed the password."""
    note(user, "password_changed")


def authenticator_added(user: Any, authenticator: Any, **_more: Any) -> None:
    """One-time codes were switched on, or their recovery codes made."""
    note(user, ADDED[authenticator.type])


def authenticator_reset(user: Any, **_more: Any) -> None:
    """New recovery codes in place of the old ones."""
    note(user, "recovery_codes_made")


def authenticator_removed(user: Any, authenticator: Any, **_more: Any) -> None:
    """One-time codes were switched off; their recovery codes go with them, unsaid."""
    if authenticator.type == "totp":
        note(user, "codes_switched_off")


def connect() -> None:
    """Called once, from `AppConfig.ready`."""
    receivers: dict[Signal, Any] = {
        account.password_changed: password_changed,
        mfa.authenticator_added: authenticator_added,
        mfa.authenticator_reset: authenticator_reset,
        mfa.authenticator_removed: authenticator_removed,
    }
    for signal, receiver in receivers.items():
        signal.connect(receiver, dispatch_uid=f"smallplaces {receiver.__name__}")
