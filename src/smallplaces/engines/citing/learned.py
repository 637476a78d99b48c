"""Weights learned from labelled texts, one logistic regression a right: how they are held, asked and learned.

The chance of a right is 1 / (1 + exp(-(bias + sum of the weights of the features / sqrt(their number)))), where the
features are the single words and the pairs of neighbours that the weights know, each counted once.
Learned by AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011), one text at a time, in plain Python: no part is added to
the software for it, and the same texts in the same order give the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

from smallplaces.engines.citing.words import Word, words_of

LANG = "en"  # the labelled texts are English
_SMALL_ERROR = 0.01  # below it a right is right enough in a text to learn nothing


@dataclass(frozen=True)
class Weights:
    """What was learned. `features[f]` holds pairs (place in `rights`, weight); f is a word, or two with a blank."""

    rights: tuple[str, ...] = ()
    biases: tuple[float, ...] = ()
    features: Mapping[str, tuple[tuple[int, float], ...]] = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        object.__setattr__(self, "features", self.features or {})


def features_of(words: Sequence[Word]) -> dict[str, tuple[int, int]]:
    """Each feature of a text, once, with where it first stands. Numbers are none: they tell of a list, not of a right."""
    found: dict[str, tuple[int, int]] = {}
    words = [word for word in words if not word.key.isdigit()]
    for word in words:
        found.setdefault(word.key, (word.start, word.end))
    for one, two in pairwise(words):
        found.setdefault(f"{one.key} {two.key}", (one.start, two.end))
    return found


def chances(words: Sequence[Word], weights: Weights) -> tuple[dict[str, float], dict[str, tuple[int, int]]]:
    """The chance of each right, and the features behind it with where they stand; two empty dicts where none is known."""
    known = {name: span for name, span in features_of(words).items() if name in weights.features}
    if not known:
        return {}, {}
    sums = [0.0] * len(weights.rights)
    for name in known:
        for place, weight in weights.features[name]:
            sums[place] += weight
    scale = 1 / math.sqrt(len(known))
    return {
        right: _sigmoid(bias + total * scale)
        for right, bias, total in zip(weights.rights, weights.biases, sums, strict=True)
    }, known


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


@dataclass(frozen=True)
class Example:
    """A labelled text: rights that it has, and rights of which the label does not tell."""

    features: tuple[str, ...]
    rights: frozenset[str]
    unsure: frozenset[str] = frozenset()


def example(text: str, rights: Iterable[str], unsure: Iterable[str] = (), without: Container[str] = ()) -> Example:
    """An English text as the learner takes it, without features of these words. A right that is both is had."""
    had = frozenset(rights)
    features = features_of(words_of(text, LANG))
    kept = tuple(name for name in features if not any(word in without for word in name.split(" ")))
    return Example(kept, had, frozenset(unsure) - had)


def learn(
    orders: Iterable[Sequence[int]], examples: Sequence[Example], *, least: int, rate: float, start: float
) -> Learner:
    """Goes through the examples once for each order (places in `examples`); features in fewer than `least` are left out."""
    learner = Learner(examples, least=least, rate=rate, start=start)
    for order in orders:
        learner.go_through(order)
    return learner


class Learner:
    """The weights while they are learned: `columns[f][r]`, with the sum of the squared steps beside each."""

    def __init__(self, examples: Sequence[Example], *, least: int, rate: float, start: float) -> None:
        counts: dict[str, int] = {}
        for one in examples:
            for name in one.features:
                counts[name] = counts.get(name, 0) + 1
        self.names = sorted(name for name, count in counts.items() if count >= least)
        places = {name: place for place, name in enumerate(self.names)}
        self.rights = tuple(sorted({right for one in examples for right in one.rights}))
        self.texts = [[places[name] for name in one.features if name in places] for one in examples]
        self.targets = [[float(right in one.rights) for right in self.rights] for one in examples]
        self.unsure = [{self.rights.index(right) for right in one.unsure & {*self.rights}} for one in examples]
        self.rate = rate
        self.start = start
        self.columns = [[0.0] * len(self.rights) for _name in self.names]
        self.squares = [[self.start] * len(self.rights) for _name in self.names]
        self.biases = [-3.0] * len(self.rights)
        self.bias_squares = [1.0] * len(self.rights)

    def go_through(self, order: Sequence[int]) -> None:
        for number in order:
            self._step(number)

    def _step(self, number: int) -> None:
        text = self.texts[number]
        scale = 1 / math.sqrt(len(text) or 1)
        sums = [0.0] * len(self.rights)
        for place in text:
            sums = list(map(add, sums, self.columns[place]))
        for right, target in enumerate(self.targets[number]):
            error = _sigmoid(self.biases[right] + sums[right] * scale) - target
            if abs(error) > _SMALL_ERROR and right not in self.unsure[number]:
                self._learn(text, right, error, scale)

    def _learn(self, text: list[int], right: int, error: float, scale: float) -> None:
        step = error * scale
        square = step * step
        for place in text:
            squares = self.squares[place]
            squares[right] += square
            self.columns[place][right] -= self.rate * step / math.sqrt(squares[right])
        self.bias_squares[right] += error * error
        self.biases[right] -= self.rate * error / math.sqrt(self.bias_squares[right])

    def weights(self, *, smallest: float) -> Weights:
        """What was learned, rounded to hundredths; weights below `smallest` are left out."""
        features = {}
        for name, column in zip(self.names, self.columns, strict=True):
            if kept := tuple((place, round(w, 2)) for place, w in enumerate(column) if abs(w) >= smallest):
                features[name] = kept
        return Weights(self.rights, tuple(round(bias, 2) for bias in self.biases), features)
