"""The order of what was found: our own, so that it is the same on every database. No clock, no counts of readers."""

from __future__ import annotations

from collections.abc import Sequence

from smallplaces.core.search.asked import Entry, Term

# How BM25 lets a word that comes again, and a long text, count less; the length is that of a clause.
SATURATION = 1.2
LENGTH_COUNTS = 0.75
USUAL_LENGTH = 60
IN_TITLE = 3.0
WHOLE_TITLE = 10.0
TITLE_BEGINS = 4.0
TOGETHER_IN_TITLE = 2.0
TOGETHER = 1.0
OF_TITLE = 2.0
Group = Sequence[Term]


def needle(term: Term) -> str:
    """What to look for among words that are parted by one blank, with a blank at both ends."""
    return f" {term.key}" if term.open else f" {term.key} "


class Scale:
    """Weighs entries for one question: words of the title first, then how often in how long a text, then side by side."""

    def __init__(self, groups: Sequence[Group], weights: Sequence[float] = ()) -> None:
        needles = [tuple(dict.fromkeys(needle(term) for term in group)) for group in groups]
        self.groups = list(zip(needles, weights or [1.0] * len(groups), strict=True))
        self.whole = f" {' '.join(group[0].key for group in groups)} "

    def score(self, entry: Entry) -> float:
        """How well an entry answers; more is better."""
        title, words = f" {entry.title} ", f" {entry.words} "
        length = words.count(" ") - 1
        often = SATURATION * (1 - LENGTH_COUNTS + LENGTH_COUNTS * length / USUAL_LENGTH)
        total, named = 0.0, 0
        for needles, weight in self.groups:
            times = sum(map(words.count, needles))
            total += weight * times * (SATURATION + 1) / (times + often)
            if entry.title and any(one in title for one in needles):
                named += 1
                total += weight * IN_TITLE
        if named:
            total += OF_TITLE * min(1.0, named / (title.count(" ") - 1))
        return round(total + self._together(title, words), 6)

    def _together(self, title: str, words: str) -> float:
        """More for a title that is what was asked, begins so, or holds it word for word; and for a text that does."""
        if title == self.whole:
            return WHOLE_TITLE
        if title.startswith(self.whole):
            return TITLE_BEGINS
        if len(self.groups) == 1:
            return 0.0
        if self.whole in title:
            return TOGETHER_IN_TITLE
        return TOGETHER if self.whole in words else 0.0
