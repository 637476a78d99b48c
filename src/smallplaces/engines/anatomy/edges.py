"""The two ends of a text: what stands before the first piece, and the drafting marks after the last one."""

import re

from smallplaces.engines.anatomy.marks import Line
from smallplaces.engines.anatomy.model import Kind

LONGEST_TITLE = 600  # characters; more than that before the first recital is no title
_SPONSOR = re.compile(
    r"(?:By (?:the )?(?:Council|Committee|Alder|Commissioner|Representative|Senator|Delegate|Mayor|Member|Speaker)|Introduced by\b|Sponsor)",
    re.IGNORECASE,
)
_DRAFTING = re.compile(
    r"(?:LS ?#? ?\d.{0,60}|\d{1,2}/\d{1,2}/\d{2,4}.{0,40}|[A-Z]{2,4}(?:/[A-Za-z]{2,4}){0,3}|[a-z]{2,4}(?:/[a-z]{2,4})?|(?:[A-Z]\.){1,4}"
    r"|[-–] ?\d{1,3} ?[-–]|\d{1,3}|Page \d{1,3}(?: of \d{1,3})?|(?:Res|Int)\.? No\.?.{0,60}|(?:Date|Time|Initials)\b.{0,40}|_{2,})"
)
_FOOTNOTE = re.compile(r"\[\d{1,4}\] |\*{1,3} ?(?=[A-Z])")


def notes_start(text: str, lines: list[Line]) -> int:
    """Where the drafting marks, page numbers and footnotes at the end begin; the length of the text when there are none."""
    start = len(text)
    for line in reversed(lines):
        words = text[line.start : line.end]
        if not (_DRAFTING.fullmatch(words) or _FOOTNOTE.match(words)):
            return start
        start = line.start
    return len(text)  # a text of nothing but such marks is no note to anything


def head_parts(text: str, end: int, lines: list[Line], *, alone: bool) -> list[tuple[int, Kind, int]]:
    """What stands before the first piece, as (start, kind, end): sponsors, the title, a line that leads to a list, the rest.

    `alone` says that the text has no other piece; then only a first line that looks like a heading is a title.
    """
    inside = [line for line in lines if line.start < end]
    parts: list[tuple[Kind, Line]] = []
    titled, looking = 0, len(inside) > 1 or not alone
    for index, line in enumerate(inside):
        words = text[line.start : min(line.end, end)].rstrip()
        kind = Kind.UNPLACED
        if _SPONSOR.match(words):
            kind = Kind.NOTE
        elif not alone and index and index == len(inside) - 1 and words.endswith(":"):
            kind = Kind.FORMULA
        elif looking and _carries_title(words, titled, alone=alone):
            kind, titled = Kind.TITLE, titled + len(words)
        looking = looking and kind is not Kind.UNPLACED
        parts.append((kind, line))
    return _joined(parts, end)


def _carries_title(words: str, titled: int, *, alone: bool) -> bool:
    if titled + len(words) > LONGEST_TITLE:
        return False
    heading = not titled and len(words) < 160 and not words.endswith((".", ";", ",", ":"))
    return (heading or not alone) and any(letter.isalpha() for letter in words)


def _joined(parts: list[tuple[Kind, Line]], end: int) -> list[tuple[int, Kind, int]]:
    """Neighbours of one kind become one part; the first begins at 0 and each ends where the next begins."""
    starts: list[tuple[int, Kind]] = []
    for kind, line in parts:
        if not starts or starts[-1][1] is not kind:
            starts.append((line.start if starts else 0, kind))
    stops = [start for start, _ in starts[1:]] + [end] * bool(starts)
    return [(start, kind, stop) for (start, kind), stop in zip(starts, stops, strict=True)]
