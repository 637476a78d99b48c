"""The Universal Declaration of Human Rights in every language that the package carries, as files, not rows.

    languages()              -> tuple[Tongue, ...]    by the name of the language
    tongue(code)             -> Tongue | None
    article(code, number)    -> Article | None        None where that language's text does not hold it
    code_for("pt-BR")        -> "por_BR"              the best text for a BCP 47 tag, "" for none

`code` is the file's own and the only key: six Chinese texts share one BCP 47 tag. docs/decisions/0022 says why files.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from smallplaces.readers.declaration import ARTICLES

FOLDER = Path(__file__).parent.parent / "assets/udhr"
# Where people name a script by the country.
BY_SCRIPT = {"zh-tw": "zh-hant", "zh-hk": "zh-hant", "zh-mo": "zh-hant", "pt": "pt-pt", "no": "nb", "fil": "tl"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """One text: a language, or a way of speaking or writing it. `name` is the file's, in English.

    `own_name` is what its speakers say, where we know it; `articles` of thirty are there.
    """

    code: str
    lang: str
    dir: str
    name: str
    own_name: str
    articles: int

    @property
    def complete(self) -> bool:
        return self.articles == ARTICLES

    @property
    def label(self) -> str:
        """For a list: the speakers' own word first, and the file's, which is never twice the same."""
        return f"{self.own_name} · {self.name}" if self.own_name and self.own_name != self.name else self.name


@dataclass(frozen=True, slots=True)
class Article:
    """The official text of one article in one language. Its paragraphs begin with their number where they have one."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    lang: str
    dir: str


@lru_cache(maxsize=1)
def languages() -> tuple[Tongue, ...]:
    """Every text, by the name of its language. One file, read once."""
    texts = [Tongue(*row) for row in json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))]
    names = Counter(one.name for one in texts)
    told_apart = (replace(one, name=f"{one.name} ({one.code})") if names[one.name] > 1 else one for one in texts)
    return tuple(sorted(told_apart, key=lambda one: one.name.lstrip("(").casefold()))


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Tongue]:
    return {one.code: one for one in languages()}


def tongue(code: str) -> Tongue | None:
    """The text with this code, if there is one."""
    return _by_code().get(code)


@lru_cache(maxsize=32)  # about 15 kB each; a meeting uses two
def _articles(code: str) -> dict[int, tuple[str, tuple[str, ...]]]:
    held: dict[str, Any] = json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8"))
    return {number: (title, tuple(paragraphs)) for number, title, paragraphs in held["articles"]}


def article(code: str, number: int) -> Article | None:
    """The article in that language; None where the text does not hold it, or the code is nobody's."""
    spoken = tongue(code)
    if spoken is None or number not in _articles(code):
        return None
    title, paragraphs = _articles(code)[number]
    return Article(number=number, title=title, paragraphs=paragraphs, lang=spoken.lang, dir=spoken.dir)


def code_for(lang: str) -> str:
    """The best text for a BCP 47 tag such as "es", "pt-BR" or "ar-EG"; "" for none.

    Tried in turn: the tag itself, the tag without its last part, then any text that begins with its language.
    """
    tag = re.sub(r"[^a-z0-9-]", "", lang.replace("_", "-").lower())
    tag = BY_SCRIPT.get(tag, tag)
    wanted = tag
    while wanted:
        if code := _best([one for one in languages() if one.lang.lower() == wanted]):
            return code
        wanted = wanted.rpartition("-")[0]
    return _best([one for one in languages() if tag and one.lang.lower().startswith(tag.partition("-")[0] + "-")])


def _best(texts: list[Tongue]) -> str:
    """Of texts with one tag: whole before part, the language before its dialects, a newer one before an older."""
    chosen = sorted(texts, key=lambda one: one.code, reverse=True)
    chosen.sort(key=lambda one: (not one.complete, one.code[0].isdigit(), len(one.code)))
    return chosen[0].code if chosen else ""
