"""Phrases found among words: a tree of them, asked word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")
ANY_ENDING = "*"  # "evict*" is every word that begins with "evict"
_SHORTEST, _LONGEST = 3, 14  # letters of such a beginning


@dataclass(slots=True)
class _Node(Generic[Value]):
    values: list[Value] = field(default_factory=list)
    words: dict[str, _Node[Value]] = field(default_factory=dict)
    beginnings: dict[str, _Node[Value]] = field(default_factory=dict)


class Phrases(Generic[Value]):
    """Phrases, each with a value. Asking costs no more than the longest phrase, however many there are."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, words: Sequence[str], value: Value) -> None:
        """One phrase. A word that ends in "*" stands for all that begin so; the beginning has 3 to 14 letters."""
        node = self._root
        for word in words:
            branch = node.beginnings if word.endswith(ANY_ENDING) else node.words
            node = branch.setdefault(word.removesuffix(ANY_ENDING), _Node())
        node.values.append(value)

    def at(self, keys: Sequence[str], plains: Sequence[str], start: int) -> Iterator[tuple[int, Value]]:
        """Each phrase that begins at a word, with its number of words. `plains` are compared with beginnings."""
        nodes = [self._root]
        place = start
        while nodes and place < len(keys):
            nodes = [after for node in nodes for after in _next(node, keys[place], plains[place])]
            place += 1
            for node in nodes:
                for value in node.values:
                    yield place - start, value


def _next(node: _Node[Value], key: str, plain: str) -> Iterator[_Node[Value]]:
    if key in node.words:
        yield node.words[key]
    if node.beginnings:
        for length in range(_SHORTEST, min(len(plain), _LONGEST) + 1):
            if plain[:length] in node.beginnings:
                yield node.beginnings[plain[:length]]
