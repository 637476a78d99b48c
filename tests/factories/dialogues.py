"""The smallest valid objects of dialogues."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from tests.factories.core import DAY
from tests.factories.groups import make_group
from tests.factories.meetings import inside

if TYPE_CHECKING:
    from smallplaces.dialogues.models import Dialogue, Participant, Statement, Vote
    from smallplaces.groups.models import Group

_numbers = count(1)
EVERYTHING = ("C1", "C2", "C3", "C4", "C5", "C6")
STAIRS = "The stairs are dark after nine."


def make_dialogue(group: Group | None = None, **fields: Any) -> Dialogue:
    """A private dialogue that 164 people answered, without statements."""
    from smallplaces.dialogues.models import Dialogue

    group = group or make_group()
    smallest = {"title": "Who comes back?", "source": "an export of ours", "told": "We print it.", "made_on": DAY}
    smallest |= {"sha256": f"{next(_numbers):064x}", "people": 164, "answers": 900}
    return Dialogue.objects.create(**smallest | {"group": group, "place": group.place} | fields)


def make_statement(dialogue: Dialogue | None = None, uses: tuple[str, ...] = EVERYTHING, **fields: Any) -> Statement:
    """A statement that is shown and may be quoted, with 70 % of 250 people for it."""
    from smallplaces.core.actions import give_permission
    from smallplaces.dialogues.models import Statement

    smallest = {"text": STAIRS, "number": next(_numbers), "standing": "shown", "agrees": 175, "disagrees": 50}
    row = Statement.objects.create(**smallest | {"passes": 25, "dialogue": dialogue or make_dialogue()} | fields)
    give_permission("statement", [row.pk], uses=uses, decided_by="import")
    return row


def make_participant(dialogue: Dialogue | None = None) -> Participant:
    """Somebody who answered."""
    from smallplaces.dialogues.models import Participant

    return Participant.objects.create(dialogue=dialogue or make_dialogue())


def make_vote(statement: Statement | None = None, **fields: Any) -> Vote:
    """One answer: agree."""
    from smallplaces.dialogues.models import Vote

    statement = statement or make_statement()
    participant = fields.pop("participant", None) or make_participant(statement.dialogue)
    return Vote.objects.create(**{"participant": participant, "statement": statement, "value": 1} | fields)


def import_export(group: Group, files: dict[str, bytes] | None = None, **wish: Any) -> Any:
    """Brings an export in for a group, as one of its members; the older one of the tests where none is named."""
    from smallplaces.dialogues.actions import Wish, import_polis
    from smallplaces.dialogues.exports import export_of, read_files
    from tests.readers.polis_files import export

    read = export_of(read_files(files or export()))
    asked = Wish(**{"source": "an export of ours"} | wish)
    return import_polis(group.place, export=read, group=group, wish=asked, by=inside(group))
