"""What pages and other rooms get to know about issues: plain values, already chosen for their viewer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class IssueLine:
    """An issue as one line. `text` is empty and `taken_back` true where the words are gone, or not this viewer's to read."""

    kind: str = "issue"
    id: str
    text: str
    lang: str
    dir: str
    taken_back: bool
    place_id: str
    place_slug: str
    place_name: str
    fictional: bool
    group_id: str
    group_name: str
    state: str
    state_words: str
    made_in: str
    made_in_words: str
    made_on: date
    visibility: str


@dataclass(frozen=True, kw_only=True)
class TranslationLine:
    """An issue's words in another language. `machine` until a person accepted it."""

    lang: str
    dir: str
    text: str
    by_words: str
    machine: bool


@dataclass(frozen=True, kw_only=True)
class IssueCore(IssueLine):
    """An issue with what stands at its head. `ours` says that the viewer works on it.

    `gathered_in` tells of each gathered sentence where it was put under the issue.
    """

    from_sentence_id: str
    sentence_ids: tuple[str, ...]
    gathered_in: Mapping[str, str] = field(default_factory=dict, hash=False)
    state_note: str
    disagreement: str
    tree_public: bool
    tree_visible: bool
    ours: bool
    translations: tuple[TranslationLine, ...]


@dataclass(frozen=True, kw_only=True)
class CauseNode:
    """One box of a tree with the boxes that explain it. `level` is in words, `level_key` the value."""

    kind: str = "cause"
    id: str
    text: str
    lang: str
    dir: str
    taken_back: bool
    level: str
    level_key: str
    root: bool
    root_name: str
    made_in: str
    made_in_words: str
    from_sentence_id: str
    children: tuple[CauseNode, ...] = ()


@dataclass(frozen=True, kw_only=True)
class IssueLinkLine:
    """How an issue bears on another, read from the one that the viewer looks at."""

    kind: str = "issuelink"
    id: str
    words: str
    other: IssueLine
    note: str
    lang: str
    dir: str
    made_in: str
    made_in_words: str


@dataclass(frozen=True, kw_only=True)
class GainLine:
    """Who is said to gain, with the source where there is one."""

    kind: str = "gain"
    id: str
    text: str
    lang: str
    dir: str
    gain_kind: str
    source: str
    public: bool
    made_in: str
    made_in_words: str


@dataclass(frozen=True, kw_only=True)
class DutyLine:
    """Who must act (`who` is a body's own name, or "ourselves"), with which duty, and what stops them."""

    kind: str = "duty"
    id: str
    who: str
    body_id: str
    ourselves: bool
    duty: str
    duty_words: str
    what_stops: str
    lang: str
    dir: str
    made_in: str
    made_in_words: str


@dataclass(frozen=True, kw_only=True)
class PowerWords:
    """One line of a power sheet."""

    id: str
    text: str
    lang: str
    dir: str


@dataclass(frozen=True, kw_only=True)
class PowerColumn:
    """One side of a power sheet with its lines."""

    side: str
    side_words: str
    lines: tuple[PowerWords, ...]


@dataclass(frozen=True, kw_only=True)
class PowerSheet:
    """The power sheet of an issue. It exists for the group's own people only."""

    issue: IssueLine
    columns: tuple[PowerColumn, ...]


@dataclass(frozen=True, kw_only=True)
class SentenceUse:
    """One place where an issue uses a sentence. `how` is "title", "cause" or "gathered"."""

    sentence_id: str
    how: str
    issue: IssueLine
