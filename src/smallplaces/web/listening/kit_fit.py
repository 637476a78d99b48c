"""How large the type of a kit may be so that its first sheet stays one sheet, on A4 and on US letter.

An estimate by the letters in each block, a little too high on purpose: the reader's own fonts are unknown to us.
The journey tests/journeys/test_kit.py prints the longest articles and counts the sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

# The room between the margins of static/css/kit.css: the width of A4, the height of US letter; the line FICTIONAL
# takes its part of it.
WIDTH, GAP, HEIGHT, FICTIONAL = 186.0, 6.0, 254.0, 12.0
POINT = 0.3528
# A letter's mean advance in parts of its size, and the space from line to line: our words, and what is read. Letters
# are as wide as in DejaVu, which few fonts are.
KIT, READ = (0.515, 1.3), (0.55, 1.4)
# Scripts whose letters are wider than Latin ones, or whose lines stand further apart.
WIDE = {"my": 0.95, "ta": 1.1, "ml": 1.3, "kn": 1.2, "te": 1.2, "si": 1.2, "km": 1.1, "zh": 1.75, "ja": 1.75, "ko": 1.6}
TALL = {"ar": 1.1, "fa": 1.2, "ur": 1.4, "my": 1.3, "km": 1.3, "ta": 1.15, "th": 1.15, "bo": 1.3}


@dataclass(frozen=True)
class Size:
    """A step of type, by its name in kit.css: points of our words, and of what is read."""

    name: str
    kit: float
    read: float


SIZES = (
    Size("large", 11.5, 15),
    Size("", 10, 12.5),
    Size("middle", 9.2, 11),
    Size("small", 8.6, 9.6),
    Size("tiny", 8, 8.4),
    Size("least", 7.4, 7.3),
)


@dataclass(frozen=True)
class Paragraph:
    """Letters of one paragraph, in which language; `scale` is its size in parts of the block's."""

    letters: int
    lang: str
    scale: float = 1


# One block of the sheet: its columns beside each other, and whether it is set in the type of what is read.
Block = tuple[Sequence[Sequence[Paragraph]], bool]


def fitting(blocks: Iterable[Block], *, fictional: bool) -> str:
    """The name of the largest size in which all blocks, one under the other, are one sheet; else the smallest."""
    kept, room = list(blocks), HEIGHT - FICTIONAL * fictional
    return next((size.name for size in SIZES if height(kept, size) <= room), SIZES[-1].name)


def height(blocks: Iterable[Block], size: Size) -> float:
    """Millimetres of all blocks in this size."""
    return sum(
        _block(columns, *((size.read, READ) if reads else (size.kit, KIT))) for columns, reads in blocks if columns
    )


def _block(columns: Sequence[Sequence[Paragraph]], points: float, type_: tuple[float, float]) -> float:
    width = (WIDTH - GAP * (len(columns) - 1)) / len(columns)
    return max(sum(_paragraph(one, points * POINT, width, *type_) for one in column) for column in columns) + 2


def _paragraph(one: Paragraph, em: float, width: float, letter: float, line: float) -> float:
    script, em = one.lang.partition("-")[0], em * one.scale
    lines = ceil(one.letters * em * letter * WIDE.get(script, 1) / (width - em))
    return em * (lines * line * TALL.get(script, 1) + 0.2)
