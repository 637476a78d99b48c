"""The doors of dialogues and of their statements."""

from __future__ import annotations

from tests.access.rules import (
    MISSING,
    OK,
    SIGN_IN,
    UNFINISHED,
    Row,
    button,
    everybody,
    our_desk,
    ours,
    rule,
    workbench,
)

# Whoever is in a group here brings one in for it; a steward says for which place.
GROUPS_BRING_IN = [rule(SIGN_IN, status, status, MISSING) for status in (OK, UNFINISHED)]

DIALOGUES = [
    *(
        Row(f"public:dialogue{ending}", thing, answer)
        for ending in ("", "_json", "_csv")
        for thing, answer in (("dialogue.pk", everybody()), ("hidden_dialogue.pk", ours()))
    ),
    Row("public:statement", "statement.pk", everybody()),
    Row("public:statement", "kept_statement.pk", ours()),
    Row("public:statement", "waiting_statement.pk", ours()),
    Row("public:statement", "hidden_statement.pk", ours()),
    Row("desk:dialogues", "group.slug", our_desk()),
    Row("desk:dialogue_bring_in", "", *GROUPS_BRING_IN),
    Row("desk:dialogue", "dialogue.pk", our_desk()),
    Row("desk:dialogue", "hidden_dialogue.pk", our_desk()),
    button("desk:dialogue_publish", "dialogue.pk"),
    workbench("desk:statement", "statement.pk"),
    button("desk:statement_standing", "waiting_statement.pk"),
    button("desk:statement_issue", "statement.pk"),
    button("desk:statement_let_go", "statement.pk", sent={"issue": "issue.pk"}),
    workbench("desk:statement_take_back", "hidden_statement.pk", OK),
]
