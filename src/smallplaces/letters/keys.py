"""Keys in letters: they hold an id and our mark of it, never an address."""

from __future__ import annotations

import datetime as dt

from django.core import signing
from django.utils.crypto import salted_hmac

from smallplaces.core.ids import is_id
from smallplaces.core.refusals import NotVisibleError

GOOD_FOR = dt.timedelta(days=14)
YES, LEAVE = "smallplaces.letters.yes", "smallplaces.letters.leave"


def yes_key(address_id: str) -> str:
    """For the button that says yes; good for fourteen days."""
    return signing.TimestampSigner(salt=YES, sep="~").sign(address_id)


def leave_key(address_id: str) -> str:
    """For leaving; good for as long as the address is there."""
    return signing.Signer(salt=LEAVE, sep="~").sign(address_id)


def id_of_yes(key: str) -> str:
    """The address that a key says yes for. Raises NotVisibleError where it is not ours or too old."""
    return _id(signing.TimestampSigner(salt=YES, sep="~"), key, max_age=GOOD_FOR)


def id_of_leave(key: str) -> str:
    """The address that a key removes. Raises NotVisibleError where it is not ours."""
    return _id(signing.Signer(salt=LEAVE, sep="~"), key)


def _id(signer: signing.Signer, key: str, **options: object) -> str:
    try:
        found = str(signer.unsign(key, **options))
    except signing.BadSignature as error:
        raise NotVisibleError("key") from error
    if not is_id(found):
        raise NotVisibleError("key")
    return found


def left_mark(group_id: str, email: str) -> str:
    """What is kept of an address that left: it can be compared with, and not turned back into it without our secret."""
    return salted_hmac("smallplaces.letters.left", f"{group_id}|{email}", algorithm="sha256").hexdigest()
