"""Reads the files of this folder. Everything is kept once read: it is the same for everybody."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from smallplaces.core.words import direction

HERE = Path(__file__).parent
# In the order in which a group meets them.
PLANS = (
    "first-meeting",
    "read-an-article",
    "problem-tree",
    "who-gains",
    "what-we-want",
    "draft-a-demand",
    "hearing-rehearsal",
    "read-back",
    "human-rights-day",
)
GUIDES = ("public-comment", "records-request", "complaint", "hearing")
TEXT_LANGUAGES = ("en", "es", "fr")
SHEET_LANGUAGES = (*TEXT_LANGUAGES, "ar")


@dataclass(frozen=True)
class InLanguage:
    """A text in one language."""

    lang: str

    @property
    def dir(self) -> str:
        """The direction in which it is written."""
        return direction(self.lang)


@dataclass(frozen=True)
class Sheet(InLanguage):
    """Every word that stands on the printed sheets. `{number}` and `{contact}` are filled in by the page."""

    our_question: str
    plan: str
    minutes: str
    read_aloud: str
    consent: tuple[str, ...]
    reach_title: str
    stays: str
    stays_means: str
    ours: str
    ours_means: str
    public: str
    public_means: str
    story: str
    story_at: str
    article: str
    declaration: str
    last_sentence: str
    talk: str
    prompts: tuple[str, ...]
    sentences: str
    sentences_help: str
    how_it_is: str
    what_we_want: str
    everyone: str
    most: str
    half: str
    few: str
    one: str
    tree: str
    tree_help: str
    shows: str
    immediate: str
    underlying: str
    root: str
    came_of: str
    came_none: str
    came_issue: str
    came_demand: str
    came_done: str
    came_read_back: str
    next_meeting: str
    next_none: str
    on_a_screen: str


@dataclass(frozen=True)
class Heads(InLanguage):
    """The headings of a printed session plan or guide."""

    minutes: str
    bring: str
    say: str
    steps: str
    wrong: str
    ends: str
    look_up: str
    laws_differ: str
    risks: str
    check: str


@dataclass(frozen=True)
class Box:
    """One time box of a plan."""

    minutes: int
    title: str
    do: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """What can go wrong, and what then."""

    what: str
    then: str


@dataclass(frozen=True)
class Plan(InLanguage):
    """A session plan. `say` is said at the start, after the consent words; `ends` is how the meeting ends."""

    key: str
    title: str
    why: str
    minutes: int
    bring: tuple[str, ...]
    say: tuple[str, ...]
    steps: tuple[Box, ...]
    wrong: tuple[Wrong, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A part of a guide: a heading and what to do."""

    title: str
    do: tuple[str, ...]


@dataclass(frozen=True)
class Guide(InLanguage):
    """How to take one kind of step. `look_up` differs by country and is found out here; `risks` says for whom."""

    key: str
    title: str
    why: str
    look_up: tuple[str, ...]
    parts: tuple[Part, ...]
    risks: tuple[Wrong, ...]
    check: tuple[str, ...]


def language_for(lang: str, among: tuple[str, ...] = TEXT_LANGUAGES) -> str:
    """Which of these languages serves somebody who reads `lang`; empty where none does."""
    first = lang.split("-", maxsplit=1)[0].lower()
    return first if first in among else ""


@cache
def sheet(lang: str) -> Sheet | None:
    """The words of the printed sheets, or None where nobody has written them in this language yet."""
    code = language_for(lang, SHEET_LANGUAGES)
    return Sheet(lang=code, **_read(f"sheet/{code}")) if code else None


@cache
def heads(lang: str) -> Heads:
    """The headings of plans and guides; in English where they are not written in this language."""
    code = language_for(lang) or "en"
    return Heads(lang=code, **_read(f"heads/{code}"))


@cache
def plan(key: str, lang: str) -> Plan | None:
    """One plan; in English where it is not written in this language. None for a key that no plan has."""
    if key not in PLANS:
        return None
    code = language_for(lang) or "en"
    words = _read(f"plans/{code}/{key}")
    words["steps"] = tuple(Box(**{**one, "do": tuple(one["do"])}) for one in words["steps"])
    words["wrong"] = tuple(Wrong(**one) for one in words["wrong"])
    return Plan(lang=code, key=key, ends=tuple(words.pop("end")["do"]), **words)


@cache
def guide(key: str, lang: str) -> Guide | None:
    """One guide; in English where it is not written in this language. None for a key that no guide has."""
    if key not in GUIDES:
        return None
    code = language_for(lang) or "en"
    words = _read(f"guides/{code}/{key}")
    words["parts"] = tuple(Part(one["title"], tuple(one["do"])) for one in words["parts"])
    words["risks"] = tuple(Wrong(**one) for one in words["risks"])
    return Guide(lang=code, key=key, **words)


def plans(lang: str) -> list[Plan]:
    """All plans in their order."""
    return [found for key in PLANS if (found := plan(key, lang))]


def guides(lang: str) -> list[Guide]:
    """All guides in their order."""
    return [found for key in GUIDES if (found := guide(key, lang))]


def _read(name: str) -> dict[str, Any]:
    words = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    return {key: tuple(value) if isinstance(value, list) else value for key, value in words.items()}
