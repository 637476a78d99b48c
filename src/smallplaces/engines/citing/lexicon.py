"""Plain and legal words that speak for a right, found in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from smallplaces.engines.citing.model import Term
from smallplaces.engines.citing.phrases import ANY_ENDING, Phrases
from smallplaces.engines.citing.words import SKIPPED, Word, fold, folded_words, stem

APART = " .. "  # between two parts of a term
_FARTHEST = 4  # words from the end of the first part to the beginning of the second
LANGS = tuple(SKIPPED)


@dataclass(frozen=True, slots=True)
class Found:
    """A term in the text: `text[start:end]`; what it says of a right."""

    right: str
    weight: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A whole term (`second` None), or the first (0) or second (1) half of the pair with this number."""

    right: str
    weight: float
    pair: int = -1
    second: bool = False


class Lexicon:
    """Terms of several languages, ready to be looked for. Make it once; it never changes."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._phrases: dict[str, Phrases[_Part]] = {lang: Phrases() for lang in LANGS}
        for number, term in enumerate(terms):
            halves = term.words.split(APART)
            for place, half in enumerate(halves):
                part = _Part(term.right, term.weight, number if len(halves) > 1 else -1, place > 0)
                self._phrases[term.lang].add(list(_keys(half, term.lang)), part)

    def find(self, words: list[Word], lang: str) -> list[Found]:
        """Every term among words of one language, in order of where it ends its first part; a pair close together."""
        keys, plains = [word.key for word in words], [word.plain for word in words]
        phrases = self._phrases[lang]
        begun: dict[int, tuple[int, int]] = {}  # pair -> where its first half begins, and the place after it
        found = []
        for place in range(len(words)):
            for length, part in phrases.at(keys, plains, place):
                start, end = words[place].start, words[place + length - 1].end
                if part.pair < 0:
                    found.append(Found(part.right, part.weight, start, end))
                elif not part.second:
                    begun[part.pair] = start, place + length
                elif part.pair in begun and 0 <= place - begun[part.pair][1] < _FARTHEST:
                    found.append(Found(part.right, part.weight, begun[part.pair][0], end))
        return found


def _keys(words: str, lang: str) -> Iterator[str]:
    """The words of a term as they are compared: stems, and beginnings with their "*" still on."""
    skipped = SKIPPED[lang]
    for piece in words.split():
        if piece.endswith(ANY_ENDING):
            *before, (last, _start, _end) = folded_words(piece)
            yield from (stem(word, lang) for word, _at, _to in before if word not in skipped)
            yield fold(last) + ANY_ENDING
        else:
            yield from (stem(word, lang) for word, _at, _to in folded_words(piece) if word not in skipped)
