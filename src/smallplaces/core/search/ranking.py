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


def count(term: Term, words: str) -> int:
    """How often a term is among words that are parted by one blank, with a blank at both ends."""
    return words.count(f" {term.key}" if term.open else f" {term.key} ")


def score(entry: Entry, groups: Sequence[Group], weights: Sequence[float] = ()) -> float:
    """How well an entry answers: words of the title first, then how often in how long a text, then side by side."""
    title, words = f" {entry.title} ", f" {entry.words} "
    length = words.count(" ") - 1
    often = SATURATION * (1 - LENGTH_COUNTS + LENGTH_COUNTS * length / USUAL_LENGTH)
    total, named = 0.0, 0
    for group, weight in zip(groups, weights or [1.0] * len(groups), strict=True):
        times = sum(count(term, words) for term in group)
        in_title = any(count(term, title) for term in group)
        total += weight * (times * (SATURATION + 1) / (times + often) + IN_TITLE * in_title)
        named += in_title
    if entry.title:
        total += OF_TITLE * min(1.0, named / (title.count(" ") - 1))
    return round(total + _together(groups, title, words), 6)


def _together(groups: Sequence[Group], title: str, words: str) -> float:
    """More for a title that is what was asked, begins so, or holds it word for word; and for a text that does."""
    whole = " ".join(group[0].key for group in groups)
    if title == f" {whole} ":
        return WHOLE_TITLE
    if title.startswith(f" {whole} "):
        return TITLE_BEGINS
    if len(groups) == 1:
        return 0.0
    if f" {whole} " in title:
        return TOGETHER_IN_TITLE
    return TOGETHER if f" {whole} " in words else 0.0
