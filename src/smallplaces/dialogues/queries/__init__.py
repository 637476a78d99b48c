"""Reads about dialogues. Each takes the viewer; a thing out of sight does not exist, and nobody's answer is ever read."""

from smallplaces.dialogues.queries.desk import (
    dialogue_desk,
    exact_line,
    get_dialogue,
    get_statement,
    statements_of_dialogue,
)
from smallplaces.dialogues.queries.pages import dialogue_page, dialogues_of_group, dialogues_of_place
from smallplaces.dialogues.queries.sight import dialogues_visible_to, statements_visible_to
from smallplaces.dialogues.queries.statements import (
    find_statement,
    find_statements,
    statements_by_ids,
    statements_of_group,
    unreadable_statements,
)

__all__ = [
    "dialogue_desk",
    "dialogue_page",
    "dialogues_of_group",
    "dialogues_of_place",
    "dialogues_visible_to",
    "exact_line",
    "find_statement",
    "find_statements",
    "get_dialogue",
    "get_statement",
    "statements_by_ids",
    "statements_of_dialogue",
    "statements_of_group",
    "statements_visible_to",
    "unreadable_statements",
]
