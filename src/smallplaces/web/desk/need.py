"""One thing that waits for us. The sources of `needs.py` give lists of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import Truncator


@dataclass(frozen=True)
class Need:
    """One thing that waits for us: a sentence, what it is about, and where one can do it."""

    sentence: str
    kind: str
    id: str
    url: str


def shortened(words: str) -> str:
    """The beginning of somebody's words, for a list of what to do."""
    return Truncator(words.rstrip(".")).chars(90)
