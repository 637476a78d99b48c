"""Dialogues: what everybody reads of a public one, and what its group alone reads."""

from __future__ import annotations

from typing import Any

from tests.cast import Cast
from tests.factories import dialogues, issues

EXACT = 7643211  # long enough to stand in no id by chance
MARKERS = {
    "private_dialogue": "Ringeltaube: the dialogue that is private",
    "private_statement": "Steinkauz: the statement of a private dialogue",
    "waiting_statement": "Wendehals: the statement that waits",
    "kept_statement": "Waldohreule: the statement that nobody may quote",
    "exact_answers": str(EXACT),
}
WHERE = {
    "private_dialogue": ("desk:dialogues", "group.slug"),
    "private_statement": ("desk:dialogue", "hidden_dialogue.pk"),
    "waiting_statement": ("desk:dialogue", "dialogue.pk"),
    "kept_statement": ("desk:dialogue", "dialogue.pk"),
    "exact_answers": ("desk:dialogue", "dialogue.pk"),
}


def things_of(cast: Cast, issue: Any) -> dict[str, Any]:
    """The things by name. The shown statement stands under the public issue, as the kept one does."""
    dialogue = dialogues.make_dialogue(cast.group, title="Who comes back?", visibility="public")
    hidden = dialogues.make_dialogue(cast.group, title=MARKERS["private_dialogue"])
    few = {"agrees": 3, "disagrees": 2, "passes": 1}
    shown = dialogues.make_statement(dialogue, text="The stairs are dark.", agrees=EXACT)
    kept = dialogues.make_statement(dialogue, uses=("C1", "C2"), text=MARKERS["kept_statement"])
    for one in (shown, kept, dialogues.make_statement(dialogue, text="Few answered this.", **few)):
        issues.make_stated(issue, one)
        dialogues.make_vote(one)
    waiting = {"text": MARKERS["waiting_statement"], "standing": "waiting"}
    return {
        "dialogue": dialogue,
        "hidden_dialogue": hidden,
        "statement": shown,
        "kept_statement": kept,
        "waiting_statement": dialogues.make_statement(dialogue, **waiting),
        "hidden_statement": dialogues.make_statement(hidden, text=MARKERS["private_statement"]),
    }
