"""What the engine answers with: pieces of a text, and suggestions read from one clause."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TITLE = "title"
    RECITAL = "recital"
    FORMULA = "formula"
    OPERATIVE = "operative"
    SECTION = "section"
    DEFINITION = "definition"
    SIGNATURE = "signature"
    NOTE = "note"
    UNPLACED = "unplaced"


BINDING = frozenset({Kind.OPERATIVE, Kind.SECTION})


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the text: `source[start:end]` are its characters, `text` the same without the space around it.

    `label` is what announces it, as written ("Whereas", "Section 2.", "(a)"), or "". `level` is how deep a
    numbered piece lies: 1 for a section, 2 for its "(a)", 3 for the "(1)" below that; 0 for all else.
    """

    kind: Kind
    text: str
    label: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A text in its pieces, in order; joined end to end they are the text again."""

    title: str
    pieces: tuple[Piece, ...]

    @property
    def binds(self) -> bool:
        """Whether any clause says what is to be done; an excerpt of recitals alone says nothing of the kind."""
        return any(piece.kind in BINDING for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Found:
    """Words as they stand in the clause, and where: `clause[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one clause seems to say. None means: not stated, or not stated clearly enough to suggest."""

    verb: Found | None = None
    addressee: Found | None = None
    task: Found | None = None
    due_words: Found | None = None
    money_words: Found | None = None
