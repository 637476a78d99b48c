"""The Markdown of treaty texts: a heading for each article, one language after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from smallplaces.readers.refusals import Refusal

_ARTICLE = re.compile(r"(article|artikel|art[ií]culo|artigo|articolo)\s+(\d{1,3}|[ivxl]{1,8})\.?", re.IGNORECASE)
# Which languages call an article so, each with small words that only it is full of.
_LANGUAGES: dict[str, dict[str, set[str]]] = {
    "article": {"en": {"the", "of", "and", "shall"}, "fr": {"le", "la", "les", "des", "et"}},
    "artikel": {"nl": {"het", "van", "een", "en"}, "de": {"der", "und", "das", "zu"}},
    "artículo": {"es": set()},
    "articulo": {"es": set()},
    "artigo": {"pt": set()},
    "articolo": {"it": set()},
}
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_\n]+?)(?<=\S)\1(?!\w)")
_LEFT_OUT = re.compile(r"<meta\b[^>]*>|Treedt in werking op een nader te bepalen tijdstip", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """One treaty in one language, which calls an article `word`. `articles` are number, title and text."""

    word: str
    title: str = ""
    preamble: str = ""
    articles: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def lang(self) -> str:
        """The language that has most of its small words here, of those that have this word for an article."""
        languages = _LANGUAGES[self.word]
        words = Counter(word for _number, _title, text in self.articles for word in text.lower().split())
        return max(languages, key=lambda lang: sum(words[small] for small in languages[lang]))


@dataclass(slots=True)
class _Block:
    """What stands under one heading."""

    heading: str
    lines: list[str] = field(default_factory=list)


def parts(words: str) -> Iterator[Part]:
    """Each text of the file: a language, or a further treaty in it. Raises `Refusal`: treaty-order."""
    part: Part | None = None
    before: list[_Block] = []  # what stands before the first article of a part: its title and its preamble
    for block in _blocks(words):
        named = _ARTICLE.fullmatch(block.heading)
        if named is None:
            _take_in(part, before, block)
            continue
        word = named.group(1).lower()
        number = _number(named.group(2))
        if part is None or word != part.word or (number == 1 and before):
            if part is not None:
                yield part
            part = Part(word, *_opening(before))
        before = []
        if number != len(part.articles) + 1:
            raise Refusal("treaty-order", number=number, place=len(part.articles) + 1)
        part.articles.append((number, "", "\n".join(block.lines)))
    if part is not None:
        yield part


def _take_in(part: Part | None, before: list[_Block], block: _Block) -> None:
    """A heading that names no article: the title of the article just begun, or a title before the next."""
    if part is not None and not before and block.lines and part.articles and not part.articles[-1][2]:
        number, title, _none = part.articles[-1]
        if not title:
            part.articles[-1] = (number, block.heading.removeprefix("-").strip(), "\n".join(block.lines))
            return
    before.append(block)


def _opening(before: list[_Block]) -> tuple[str, str]:
    """Title and preamble. Files open with their title in both languages: the one that words follow is the text's own."""
    headed = [block for block in before if block.heading]
    own = next((block for block in headed if block.lines), headed[0] if headed else _Block(""))
    return own.heading, "\n".join(own.lines)


def _blocks(words: str) -> Iterator[_Block]:
    block = _Block("")
    for line in words.split("\n"):
        if line.lstrip().startswith("#"):
            yield block
            block = _Block(" ".join(_plain(line.strip().strip("#")).split()))
        elif told := " ".join(_plain(line).split()):
            block.lines.append(told)
    yield block


def _plain(line: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _LEFT_OUT.sub("", line)))


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    values = ["_ivxl".index(sign) for sign in words.lower()]
    worth = [(0, 1, 5, 10, 50)[value] for value in values]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))
