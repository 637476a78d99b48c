"""A statement of a dialogue as the component of sentences shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from smallplaces.dialogues.lines import StatementLine


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
