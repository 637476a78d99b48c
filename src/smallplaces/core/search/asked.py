"""What is asked of an index, before it is written in a database's own language."""

from __future__ import annotations

from dataclasses import dataclass

# Whole words of fewer letters are not lengthened: half of a language begins with one letter.
SHORTEST_BEGINNING = 3
# Among several words only longer ones are: each of them would bring in half of the index.
SHORTEST_AMONG_OTHERS = 4
# Plurals of many languages end so; what is found for their beginning holds the singular too.
PLURAL = "s"


@dataclass(frozen=True)
class Term:
    """A word, or signs that stand side by side; `open` when longer words that begin so count too."""

    words: tuple[str, ...]
    open: bool = False

    @property
    def key(self) -> str:
        """The words with blanks between them, as a record keeps its own."""
        return " ".join(self.words)

    def begun(self, *, alone: bool) -> Term:
        """The same as a beginning, where it is long enough to be one."""
        word = self.words[-1]
        if len(self.words) > 1 or len(word) < (SHORTEST_BEGINNING if alone else SHORTEST_AMONG_OTHERS):
            return self
        if len(word) > SHORTEST_BEGINNING + 1 and word.endswith(PLURAL) and not word.endswith(PLURAL * 2):
            word = word[:-1]
        return Term((word,), open=True)


@dataclass(frozen=True)
class Asked:
    """Records that have one term of each group (of `any_group` at least one group), and all of `facets`."""

    groups: tuple[tuple[Term, ...], ...]
    facets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    in_title: bool = False
    any_group: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms."""
        return tuple(term for group in self.groups for term in group)


@dataclass(frozen=True)
class Entry:
    """A record as an index keeps it. Its number tells in which order records are looked at: short ones first."""

    number: int
    title: str
    words: str
    facets: tuple[str, ...]
    shown: str
