"""Phrases found among words: a tree of them, asked word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")
ANY_ENDING = "*"  # "evict*" is every word that begins with "evict"
_SHORTEST = 3  # letters of such a beginning


@dataclass(slots=True)
class _Node(Generic[Value]):
    values: list[Value] = field(default_factory=list)
    words: dict[str, _Node[Value]] = field(default_factory=dict)
    # By their first three letters, so that a word asks for few of them.
    beginnings: dict[str, list[tuple[str, _Node[Value]]]] = field(default_factory=dict)


class Phrases(Generic[Value]):
    """Phrases, each with a value. Asking costs no more than the longest phrase, however many there are."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, words: Sequence[str], value: Value) -> None:
        """One phrase. A word that ends in "*" stands for all that begin so; the beginning has at least 3 letters."""
        node = self._root
        for word in words:
            if word.endswith(ANY_ENDING):
                node = _beginning(node, word.removesuffix(ANY_ENDING))
            else:
                node = node.words.setdefault(word, _Node())
        node.values.append(value)

    def begin_with(self, word: str) -> bool:
        """Whether any phrase begins with this very word."""
        return word in self._root.words

    def at(self, keys: Sequence[str], plains: Sequence[str], start: int) -> Iterator[tuple[int, Value]]:
        """Each phrase that begins at a word, with its number of words. `plains` are compared with beginnings."""
        nodes = _next(self._root, keys[start], plains[start])
        place = start + 1
        while nodes:
            for node in nodes:
                for value in node.values:
                    yield place - start, value
            if place == len(keys):
                return
            nodes = [after for node in nodes for after in _next(node, keys[place], plains[place])]
            place += 1


def _beginning(node: _Node[Value], letters: str) -> _Node[Value]:
    if len(letters) < _SHORTEST:
        raise ValueError(f"{letters}* is too short: too many words begin so.")
    others = node.beginnings.setdefault(letters[:_SHORTEST], [])
    for known, after in others:
        if known == letters:
            return after
    others.append((letters, _Node()))
    return others[-1][1]


def _next(node: _Node[Value], key: str, plain: str) -> list[_Node[Value]]:
    after = [node.words[key]] if key in node.words else []
    if node.beginnings:
        after += [one for letters, one in node.beginnings.get(plain[:_SHORTEST], ()) if plain.startswith(letters)]
    return after
