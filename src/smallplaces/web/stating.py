"""A statement of a dialogue as the component of sentences shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from smallplaces.dialogues.lines import StatementLine
from smallplaces.dialogues.wording import share


def stated(line: StatementLine, *, dialogue: bool = True, made_in: str = "") -> dict[str, Any]:
    """The context of `_components/sentence.html`: its words, and of its answers only what everybody may know."""
    return {
        "id": line.id,
        "text": line.text,
        "lang": line.lang,
        "dir": line.dir,
        "kind": line.words,
        "room": line.dialogue_title if dialogue else "",
        "url": reverse("public:dialogue", args=[line.dialogue_id]) if dialogue else "",
        "taken_back": line.taken_back,
        "page_url": reverse("public:statement", args=[line.id]),
        "went_url": reverse("public:statement", args=[line.id]),
        "made_in": made_in,
    }


def shares(line: StatementLine) -> str:
    """The two other shares in words; nothing where too few people answered."""
    if line.answers.hidden:
        return ""
    told = {"disagree": share(line.answers.disagree), "passed": share(line.answers.passed)}
    return _("disagree: %(disagree)s; passed: %(passed)s") % told
