"""An address, a letter and a message of the first group, each with its marker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.cast import Cast
from tests.factories.letters import make_address, make_letter, make_message

MARKERS = {
    "mailing": "zaunkoenig@example.org",
    "letter": "Rohrdommel: the letter that is not sent",
    "message": "Regenpfeifer: what somebody wrote to the group",
}
WHERE = {
    "mailing": ("desk:addresses", "group.slug"),
    "letter": ("desk:letter", "letter.pk"),
    "message": ("desk:messages", "group.slug"),
}


@dataclass(frozen=True)
class LetterKeys:
    """What stands in the letters to one address."""

    yes: str
    leave: str


def letters_of(cast: Cast) -> dict[str, Any]:
    """What the addresses of the table name."""
    from smallplaces.letters.keys import leave_key, yes_key

    mailing = make_address(cast.group, email=MARKERS["mailing"])
    return {
        "mailing": mailing,
        "letter_keys": LetterKeys(yes_key(mailing.pk), leave_key(mailing.pk)),
        "letter": make_letter(cast.group, text=MARKERS["letter"]),
        "message": make_message(cast.group, text=MARKERS["message"]),
    }
