"""What the engine takes and what it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Because(StrEnum):
    LEXICON = "lexicon"
    CITATION = "citation"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True)
class Reason:
    """The words that speak for a right: `text[start:end] == words`."""

    kind: Because
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One right, how strongly it is suggested (above 0, at most 1), and the words that caused it, in order of place."""

    right: str
    score: float
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A norm that the text names: `text[start:end] == words`.

    `provision` is the number as cited ("25", "11(1)"), "" where the instrument is named alone; `listed` the closest
    number that the catalogue has ("11"). Provisions of one list share its words.
    """

    instrument: str
    provision: str
    listed: str
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Norms:
    """Which norms there are. The names are compiled once: make it once, and hand it in each time.

    `names`: (instrument, kind, name), kind "full", "short", "loose" (needs a capital) or "code" (as it is written).
    `provisions`: instrument -> number -> rights that it protects. `whole`: instrument -> rights that it is all about.
    """

    names: tuple[tuple[str, str, str], ...] = ()
    provisions: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    whole: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Term:
    """A word or phrase in one language that speaks for a right; `weight` 1 weak, 2 plain, 3 strong.

    "evict*" is every word that begins so; "cut .. water" is two parts with up to three words between them.
    """

    lang: str
    right: str
    words: str
    weight: float = 2
