"""A text as a reader finds it: the part where the words stand, with each of them marked."""

from __future__ import annotations

from collections.abc import Collection

from smallplaces.core.search.asked import Term
from smallplaces.core.search.documents import Piece
from smallplaces.core.search.folding import spans

LENGTH = 240
BEFORE = 60
CUT = "…"
Span = tuple[int, int]


def marked(text: str, terms: Collection[Term]) -> tuple[Piece, ...]:
    """The whole text in pieces."""
    return _pieces(text, _matches(text, terms), 0, len(text))


def snippet(text: str, terms: Collection[Term]) -> tuple[Piece, ...]:
    """The part of a text with the most of these words, or its beginning; marks where it was cut."""
    found = _matches(text, terms)
    if len(text) <= LENGTH:
        return _pieces(text, found, 0, len(text))
    start = _best_start(text, found)
    end = min(len(text), start + LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + LENGTH // 2)
    pieces = _pieces(text, found, start, end)
    first = (Piece(CUT),) if start else ()
    return (*first, *pieces, *((Piece(CUT),) if end < len(text) else ()))


def _matches(text: str, terms: Collection[Term]) -> list[Span]:
    """Where words that were looked for begin and end."""
    whole = {term.words[0] for term in terms if len(term.words) == 1 and not term.open}
    beginnings = tuple(term.words[0] for term in terms if term.open)
    chains = [term.words for term in terms if len(term.words) > 1]
    every = list(spans(text))
    found = [(start, end) for start, end, word in every if word in whole or word.startswith(beginnings)]
    for chain in chains:
        for place in range(len(every) - len(chain) + 1):
            part = every[place : place + len(chain)]
            if tuple(word for _start, _end, word in part) == chain:
                found.append((part[0][0], part[-1][1]))
    return sorted(set(found))


def _best_start(text: str, found: list[Span]) -> int:
    """Where to begin so that the most matches are in sight: some words before the first of them."""
    if not found:
        return 0
    first = max(
        found, key=lambda one: (sum(one[0] <= start < one[0] + LENGTH - BEFORE for start, _end in found), -one[0])
    )[0]
    start = max(0, first - BEFORE)
    return text.find(" ", start, first) + 1 if start else 0


def _pieces(text: str, found: list[Span], start: int, end: int) -> tuple[Piece, ...]:
    pieces = []
    at = start
    for begin, close in found:
        if begin < at or close > end:
            continue
        pieces += [Piece(text[at:begin]), Piece(text[begin:close], marked=True)]
        at = close
    pieces.append(Piece(text[at:end]))
    return tuple(piece for piece in pieces if piece.text)
