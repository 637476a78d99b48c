"""An export of another tool as it was read: plain values, without times, names or numbers of people."""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import KINDS, Refusal
from smallplaces.readers.packed import packed
from smallplaces.readers.polis_votes import unpack
from smallplaces.readers.text import has_words

WITH_EVENTS = "votes.csv"
TURNING = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
MOST_READ = 100_000_000  # bytes of what was read, unpacked again between two presses


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of an export. `moderated` is -1 left out, 0 waiting, 1 shown; tallies of the source may be missing."""

    number: int
    text: str
    moderated: int
    meta: bool
    seed: bool
    said_agrees: int | None
    said_disagrees: int | None


@dataclass(frozen=True, slots=True)
class Export:
    """One conversation: three columns of equal length say which person (from 0) answered which statement how, at last.

    `events` are all answers that were given, where the export has them. `sha256` is of what was read: the same export
    has the same one, by whatever way its files came.
    """

    topic: str
    url: str
    description: str
    statements: tuple[Said, ...]
    persons: array[int]
    numbers: array[int]
    values: array[int]
    events: int | None
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What of an export comes in: statements by standing, and what is left out. `empty` statements have no words."""

    people: int
    answers: int
    events: int | None
    shown: int
    waiting: int
    not_shown: int
    empty: int
    lost_answers: int

    @property
    def statements(self) -> int:
        """How many statements come in."""
        return self.shown + self.waiting + self.not_shown

    @property
    def superseded(self) -> int:
        """How many answers people changed later, where the export tells."""
        return self.events - self.answers - self.lost_answers if self.events is not None else 0


def counted(export: Export, *, open_waiting: bool) -> Counted:
    """Counts what would come in."""
    kept = [one for one in export.statements if one.text]
    numbers = {one.number for one in kept}
    given = [who for who, number in zip(export.persons, export.numbers, strict=True) if number in numbers]
    waiting = sum(one.moderated == 0 for one in kept)
    return Counted(
        people=len(set(given)),
        answers=len(given),
        events=export.events,
        shown=sum(one.moderated > 0 for one in kept) + (waiting if open_waiting else 0),
        waiting=0 if open_waiting else waiting,
        not_shown=sum(one.moderated < 0 for one in kept),
        empty=len(export.statements) - len(kept),
        lost_answers=len(export.values) - len(given),
    )


def check_size(size: int) -> None:
    """Asked before the bytes are taken in. Raises RefusedError for more than is ever read."""
    try:
        KINDS["polis"].refuse_if_too_long(size)
    except Refusal as refusal:
        raise _refused(refusal) from refusal


def read_files(files: Mapping[str, bytes]) -> dict[str, Any]:
    """What the reader makes of an export's files, or of one ZIP of them. Raises RefusedError."""
    check_size(sum(map(len, files.values())))
    if not any(files.values()):
        raise RefusedError(
            _("There is nothing in it. Get the export again, and bring all of its files."), field="export"
        )
    (name, alone), *others = files.items()
    data = alone if not others and not name.lower().endswith(".csv") else packed(files)
    try:
        return read_in_sandbox("polis", data, name=name)
    except Refusal as refusal:
        raise _refused(refusal) from refusal


def export_of(value: Mapping[str, Any]) -> Export:
    """What the reader gave, as an export."""
    persons, numbers, values = unpack(value["votes"])
    return Export(
        topic=unturned(value["topic"]),
        url=value["url"],
        description=unturned(value["description"]),
        statements=tuple(_said(one) for one in value["statements"]),
        persons=persons,
        numbers=numbers,
        values=values,
        events=value["events"] if value["source"] == WITH_EVENTS else None,
        sha256=fingerprint(value),
    )


def fingerprint(value: Mapping[str, Any]) -> str:
    """SHA-256 of what was read. The reader deals the people's numbers by lot, so of the votes it takes the tallies."""
    kept = {key: value[key] for key in ("topic", "url", "description", "statements", "people", "events")}
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def pack_read(value: Mapping[str, Any]) -> bytes:
    """What was read, small, to be kept between two presses: it holds no time and nobody's number any more."""
    return zlib.compress(json.dumps(value).encode(), 6)


def unpack_read(data: bytes) -> dict[str, Any]:
    """What `pack_read` packed."""
    value: dict[str, Any] = json.loads(zlib.decompressobj().decompress(data, MOST_READ))
    return value


def unturned(words: str) -> str:
    """Words without marks that turn the direction of whatever follows them on a page; "" where nothing else is there to see."""
    left = words.translate(TURNING).strip()
    return left if has_words(left) else ""


def _said(one: Mapping[str, Any]) -> Said:
    return Said(
        number=one["number"],
        text=unturned(one["text"]),
        moderated=one["moderated"],
        meta=bool(one["is_meta"]),
        seed=bool(one["is_seed"]),
        said_agrees=one["said_agrees"],
        said_disagrees=one["said_disagrees"],
    )


def _refused(refusal: Refusal) -> RefusedError:
    return RefusedError(_(refusal.template).format(**refusal.params), field="export")
