"""Rights stand beside statements, where the group that holds the dialogue set them."""

from __future__ import annotations

from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.models import Statement, StatementRight
from smallplaces.dialogues.queries.beside import statements_beside_rights
from smallplaces.norms.linking import Linkable, Said, register


def said_of_statement(statement: Statement) -> Said:
    """Its words; none where they were taken back."""
    return Said(statement.text, statement.lang)


def may_link_statement(viewer: Viewer, statement: Statement) -> bool:
    """The people of the group that holds the dialogue."""
    return viewer.is_member_of(statement.dialogue.group_id)


def register_kinds() -> None:
    """Called once, when the app is ready."""
    register(
        Linkable(
            "statement",
            StatementRight,
            statements_beside_rights,
            said_of_statement,
            may_link_statement,
            "dialogue__place_id",
            "dialogue__group_id",
        )
    )
