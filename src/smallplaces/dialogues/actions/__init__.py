"""Writes about dialogues: bringing one in, what of it is shown, and taking a statement back."""

from smallplaces.dialogues.actions.importing import Imported, Wish, import_polis
from smallplaces.dialogues.actions.showing import hide_statement, open_statement, publish_dialogue
from smallplaces.dialogues.actions.taking_back import take_back_statement

__all__ = [
    "Imported",
    "Wish",
    "hide_statement",
    "import_polis",
    "open_statement",
    "publish_dialogue",
    "take_back_statement",
]
