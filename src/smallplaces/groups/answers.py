"""What a group is asked when it begins, and can say otherwise later. Nothing here is ever required."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.groups.enums import Definition, StartedBy, TalkedWith

# A fourth answer that pages offer, so that whoever would give it reads why it cannot be.
PUBLIC_BODY = "public_body"
ANSWERS = (
    "started_by",
    "definition",
    "definition_words",
    "talked_with",
    "talked_with_words",
    "principles_not_yet",
)
CHOICES = {"started_by": StartedBy.values, "definition": Definition.values, "talked_with": TalkedWith.values}


def check_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as they are kept. Raises RefusedError for one that no list has, and for a public body that would hold
    the records of a community."""
    if answers.get("started_by") == PUBLIC_BODY:
        raise RefusedError(
            _(
                "A public body or its office cannot hold the records of a community. It has its say in public all the"
                " same: a group sends it a link, and its answer stands beside theirs."
            ),
            field="started_by",
        )
    for name, known in CHOICES.items():
        if answers.get(name, "") not in ["", *known]:
            raise RefusedError(_("Choose from the list."), field=name)
    told = {name: value.strip() if isinstance(value, str) else value for name, value in answers.items()}
    # Own words are an answer, whether or not the line above them was chosen.
    if told.get("definition_words") and not told.get("definition"):
        told["definition"] = Definition.OWN
    if told.get("talked_with_words") and not told.get("talked_with"):
        told["talked_with"] = TalkedWith.SAID
    unknown = set(told) - set(ANSWERS)
    if unknown:
        raise TypeError(", ".join(sorted(unknown)))
    return told
