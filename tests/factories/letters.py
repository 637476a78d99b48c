"""The smallest valid objects of letters."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from tests.factories.core import DAY
from tests.factories.groups import make_group

if TYPE_CHECKING:
    from smallplaces.groups.models import Group
    from smallplaces.letters.models import Address, Letter, Message

_numbers = count(1)


def make_address(group: Group | None = None, **fields: Any) -> Address:
    """An address that said yes."""
    from smallplaces.letters.models import Address

    smallest = {"email": f"ana{next(_numbers)}@example.org", "state": "confirmed", "asked_on": DAY, "confirmed_on": DAY}
    return Address.objects.create(**smallest | {"group": group or make_group()} | fields)


def make_letter(group: Group | None = None, **fields: Any) -> Letter:
    """A letter that is not sent."""
    from smallplaces.letters.models import Letter

    smallest = {"subject": "We meet on Thursday", "text": "Come at six.", "made_on": DAY}
    return Letter.objects.create(**smallest | {"group": group or make_group()} | fields)


def make_message(group: Group | None = None, **fields: Any) -> Message:
    """A message that waits for an answer."""
    from smallplaces.letters.models import Message

    smallest = {"text": "Can I bring my mother?", "on": DAY}
    return Message.objects.create(**smallest | {"group": group or make_group()} | fields)
