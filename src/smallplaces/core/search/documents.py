"""What can be found: documents of common records, and what each app registers for its kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from smallplaces.core.viewers import Viewer


@dataclass(frozen=True)
class Document:
    """One common record, as everybody may find it. A record in several languages is several documents of one `thing_id`.

    `text` and `around` (where it stands, whose it is) are found as well as `title`, which weighs more. `parts` is what an
    address needs beside the id. `facets` are further plain codes to filter by.
    """

    kind: str
    thing_id: str
    title: str
    text: str = ""
    lang: str = "en"
    around: str = ""
    parts: tuple[str, ...] = ()
    place_id: str = ""
    country: str = ""
    fictional: bool = False
    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """What an app registers for a kind.

    `rows` gives the documents of these ids, or of all for None: accepted, public, common records and no others.
    `visible` gives those of these ids that this viewer may read now: it has the last word on what is shown.
    """

    rows: Callable[[Sequence[str] | None], Iterable[Document]]
    visible: Callable[[Collection[str], Viewer], Collection[str]]


@dataclass(frozen=True)
class Filters:
    """What to look among. Empty means everywhere; made-up records only when they are asked for."""

    place_id: str = ""
    country: str = ""
    lang: str = ""
    facets: tuple[str, ...] = ()
    fictional: bool = False


class Reason(StrEnum):
    """Why a record was found: it has the words; longer words that begin so; words written much like them; some of them."""

    WORDS = "words"
    BEGINNING = "beginning"
    SPELLING = "spelling"
    SOME = "some"


@dataclass(frozen=True)
class Piece:
    """A run of a text; `marked` where it is one of the words that were looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class Hit:
    """One record that was found, with the words that matched."""

    kind: str
    id: str
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    lang: str
    dir: str
    around: str
    parts: tuple[str, ...]
    fictional: bool
    reason: Reason


@dataclass(frozen=True)
class Found:
    """What a search gave: `total` records, or at least so many when `more`; `like` are the words that it looked for instead."""

    words: str
    total: int
    more: bool
    hits: tuple[Hit, ...]
    like: tuple[str, ...] = ()


_sources: dict[str, Source] = {}


def register(kind: str, source: Source) -> None:
    """Called from `AppConfig.ready`. Kinds that were registered first stand first where all else is equal."""
    _sources[kind] = source


def sources() -> Mapping[str, Source]:
    """Every registered kind, in the order of registering."""
    return _sources
