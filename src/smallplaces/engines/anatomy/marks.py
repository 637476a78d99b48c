"""Places in a text where a new piece may begin: what opens there, and the rules of the place that allow it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

BREAKS = "\n\r\v\f\u2028\u2029"
_LINE = re.compile(rf"[^{BREAKS}]+")
_QUOTES = "\"'“‘«„"
_AND = re.compile(r"\b(?:and|y|e|et|be it|further|therefore)[,;]?$", re.IGNORECASE)


class Opens(StrEnum):
    RECITAL = auto()
    EARLY_RECITAL = auto()
    LISTED_RECITAL = auto()
    FORMULA = auto()
    OPERATIVE = auto()
    ENACTING = auto()
    FINDING = auto()
    PLEDGE = auto()
    SIGNATURE = auto()
    STRONG = auto()
    WEAK = auto()
    BULLET = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a piece may begin. `number` is the bare number or letter of a numbered one; `wrapper` how it is written."""

    start: int
    end: int
    opens: Opens
    label: str = ""
    inline: bool = False
    number: str = ""
    wrapper: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: `start` is its first character that is not space, `end` the place after the last one."""

    start: int
    end: int
    after_gap: bool


def lines_of(text: str) -> list[Line]:
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        start = match.start() + len(words) - len(words.lstrip())
        gap = sum(text.count(sign, last, start) for sign in BREAKS) - text.count("\r\n", last, start)
        found.append(Line(start, start + len(stripped), after_gap=gap > 1 or not found))
        last = start + len(stripped)
    return found


class Place:
    """What stands before a position; asked once for each mark, so it looks back only as far as it must."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.lines = lines
        self.starts = [line.start for line in lines]

    def line_at(self, position: int) -> Line:
        return self.lines[bisect_right(self.starts, position) - 1]

    def opens_line(self, position: int) -> bool:
        return self.line_at(position).start == position

    def before(self, position: int) -> str:
        """Up to forty characters before the space that precedes `position`."""
        line = self.line_at(position)
        if line.start < position:
            return self.text[max(line.start, position - 60) : position].rstrip()[-40:]
        index = bisect_right(self.starts, position) - 2
        return (
            self.text[max(self.lines[index].start, self.lines[index].end - 40) : self.lines[index].end]
            if index >= 0
            else ""
        )

    def ends_sentence(self, position: int, signs: str = ".;:") -> bool:
        """Whether a sentence or a part of a list ends before `position`."""
        before = self.before(position).rstrip("\"'”’»)")
        return not before or before[-1] in signs

    def joined_by_and(self, position: int) -> bool:
        return _AND.search(self.before(position)) is not None

    def quoted(self, position: int) -> bool:
        return position > 0 and self.text[position - 1] in _QUOTES

    def sentence_start(self, position: int) -> int | None:
        """Where the sentence round `position` begins, never before its line; None when that is over 200 characters back."""
        line = self.line_at(position).start
        floor = max(line, position - 200)
        stop = max(self.text.rfind(sign, floor, position) for sign in ".;:")
        if stop < 0 and floor > line:
            return None
        start = stop + 1 if stop >= 0 else floor
        return start + len(self.text[start:position]) - len(self.text[start:position].lstrip())


def shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def last_word(words: str) -> str:
    return words.rsplit(None, 1)[-1] if words.strip() else ""


def in_order(marks: Iterator[Mark]) -> list[Mark]:
    """Marks by place; of several at one place the one that was found first."""
    first: dict[int, Mark] = {}
    for mark in marks:
        first.setdefault(mark.start, mark)
    return [first[start] for start in sorted(first)]
