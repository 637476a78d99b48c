"""What a text would become: read before anything is written, and what its clauses seem to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from smallplaces.commitments.enums import BINDING_KINDS, ClauseKind
from smallplaces.engines import anatomy

SUGGESTIONS_MOST = 200


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What a clause seems to ask, in its own words; empty where it is not stated."""

    who: str
    what: str
    by_when: str
    money: str


@dataclass(frozen=True, kw_only=True)
class ReadClause:
    """One part of a text as it was read."""

    own_kind: str
    own_kind_words: str
    label: str
    text: str
    suggestion: Suggestion | None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A text as it was read. Nothing of it is left out: what has no place is `unplaced`."""

    title: str
    clauses: tuple[ReadClause, ...]
    binding: tuple[ReadClause, ...]
    recitals: int
    unplaced: tuple[ReadClause, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def binds(self) -> bool:
        """Whether any clause says what shall be done."""
        return bool(self.binding)


def read_act(text: str, *, lang: str) -> Reading:
    """The parts of a text. Writes nothing."""
    parts = anatomy.split(text, lang=lang)
    clauses = tuple(_clauses(tuple(piece for piece in parts.pieces if piece.text)))
    counted = Counter(one.own_kind for one in clauses)
    return Reading(
        title=parts.title,
        clauses=clauses,
        binding=tuple(one for one in clauses if one.own_kind in BINDING_KINDS),
        recitals=counted[ClauseKind.RECITAL],
        unplaced=tuple(one for one in clauses if one.own_kind == ClauseKind.UNPLACED),
        counts=tuple(
            (_short(kind), counted[kind]) for kind in ClauseKind if counted[kind] and kind != ClauseKind.TITLE
        ),
    )


def suggestion_of(text: str) -> Suggestion:
    """What one clause seems to ask: a person keeps it or corrects it."""
    found = anatomy.suggest(text)
    return Suggestion(
        who=_words(found.addressee),
        what=_words(found.task),
        by_when=_words(found.due_words),
        money=_words(found.money_words),
    )


def _short(kind: ClauseKind) -> str:
    return str(kind.label).partition(":")[0]


def _words(found: anatomy.Found | None) -> str:
    return " ".join(found.text.split()) if found else ""


def _clauses(pieces: tuple[anatomy.Piece, ...]) -> Iterator[ReadClause]:
    """The parts in order. Only the first ones get a suggestion: a code of thousands is read in a moment all the same."""
    suggested = 0
    for piece in pieces:
        kind = ClauseKind(piece.kind.value)
        wanted = kind in BINDING_KINDS and suggested < SUGGESTIONS_MOST
        suggested += wanted
        yield ReadClause(
            own_kind=kind.value,
            own_kind_words=str(kind.label),
            label=piece.label,
            text=piece.text,
            suggestion=suggestion_of(piece.text) if wanted else None,
        )
