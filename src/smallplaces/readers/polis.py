"""An export of a Polis conversation: its statements, the last votes on them, and nothing that tells who said or voted what.

Both generations of the export are read. Where votes.csv is there, each change of mind is a row of it and the last
one counts: by its time, which older exports give in milliseconds and newer ones in seconds, and among equal times by
its place in the file. Else participants-votes.csv (participant-votes.csv in newer exports) has the last votes. Names,
times and numbers of people stay behind; people are numbered anew in an order drawn by lot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from smallplaces.readers import polis_votes
from smallplaces.readers.kinds import POLIS_BYTES
from smallplaces.readers.packed import unpacked
from smallplaces.readers.polis_votes import PackedVotes, Votes
from smallplaces.readers.refusals import Refusal
from smallplaces.readers.table import Table, pairs
from smallplaces.readers.text import cleaned

SUMMARY, STATEMENTS, EVENTS = "summary.csv", "comments.csv", "votes.csv"
PEOPLE = ("participants-votes.csv", "participant-votes.csv")  # the older name and the newer one
FILES = (SUMMARY, STATEMENTS, *PEOPLE, EVENTS)  # "x-participants-votes.csv" ends in "-votes.csv" too: the longer first
_FLAGS = {"true": True, "false": False, "1": True, "0": False, "t": True, "f": False, "": None}
_MODERATED = {"-1": -1, "0": 0, "1": 1}


@dataclass(frozen=True, slots=True)
class PolisStatement:
    """One statement: its number and words, what moderators did, and its last votes beside the export's own tallies.

    `moderated` is -1 rejected, 0 waiting, 1 shown. `said_agrees` and `said_disagrees` are the export's, which count
    votes that were changed later; None where it has none, as `is_meta` and `is_seed` are where it does not say.
    """

    number: int
    text: str
    moderated: int
    is_meta: bool | None
    is_seed: bool | None
    said_agrees: int | None
    said_disagrees: int | None
    agrees: int
    disagrees: int
    passes: int


@dataclass(frozen=True, slots=True)
class PolisExport:
    """One conversation. `events` counts the vote rows that were read, `votes.count` the last votes among them.

    `without_group` is how many people Polis put into no group, None where the export does not say; `source` is the
    file that the votes came from. A text may be empty.
    """

    topic: str
    url: str
    description: str
    statements: tuple[PolisStatement, ...]
    votes: PackedVotes
    people: int
    events: int
    without_group: int | None
    source: str


def known_name(name: str) -> str:
    """Which file of an export this is by its name, a prefix before a hyphen or underscore allowed; "" for any other."""
    lowered = name.lower()
    return next((file for file in FILES if lowered == file or lowered.endswith((f"-{file}", f"_{file}"))), "")


def read_polis_zip(data: bytes) -> PolisExport:
    """The conversation in a ZIP of the export's files; files with other names are left alone. Raises `Refusal`."""
    return read_polis(unpacked(data, known_name, most=POLIS_BYTES))


def read_polis(files: Mapping[str, bytes]) -> PolisExport:
    """The conversation of these files, by the names of `FILES`; summary.csv may be missing. Raises `Refusal`."""
    if STATEMENTS not in files:
        raise Refusal("polis-missing", file=STATEMENTS)
    people_file = next((name for name in PEOPLE if name in files), "")
    summary = pairs(files[SUMMARY], SUMMARY) if SUMMARY in files else {}
    table = Table(files[STATEMENTS], STATEMENTS)
    drafts = _drafts(table)
    votes = _votes(files, people_file, {str(number): number for number in drafts})
    counts = Counter((number, vote) for given in votes.by_person for number, vote in given.items())
    return PolisExport(
        topic=cleaned(summary.get("topic", "")).strip(),
        url=summary.get("url", "").strip(),
        description=cleaned(summary.get("conversation-description", "")).strip(),
        statements=tuple(_statement(number, drafts[number], counts) for number in sorted(drafts)),
        votes=polis_votes.pack(votes.by_person),
        people=len(votes.by_person),
        events=votes.events,
        without_group=polis_votes.without_group(Table(files[people_file], people_file)) if people_file else None,
        source=EVENTS if EVENTS in files else people_file,
    )


def _votes(files: Mapping[str, bytes], people_file: str, numbers: Mapping[str, int]) -> Votes:
    if EVENTS in files:
        return polis_votes.last_votes(Table(files[EVENTS], EVENTS), numbers)
    if not people_file:
        raise Refusal("polis-missing", file=EVENTS)
    return polis_votes.votes_by_person(Table(files[people_file], people_file), numbers)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement as comments.csv has it."""

    text: str
    moderated: int
    is_meta: bool | None
    is_seed: bool | None
    said_agrees: int | None
    said_disagrees: int | None


def _drafts(table: Table) -> dict[int, _Draft]:
    number_at, text_at, moderated_at = (table.place(name) for name in ("comment-id", "comment-body", "moderated"))
    drafts: dict[int, _Draft] = {}
    for line, cells in table.rows():
        number = table.number(cells[number_at], line, "comment-id")
        if number in drafts:
            raise Refusal("polis-statement-twice", file=table.file, line=line, number=number)
        moderated = _MODERATED.get(cells[moderated_at].strip())
        if moderated is None:
            raise Refusal("polis-moderated", file=table.file, line=line)
        drafts[number] = _Draft(
            cleaned(cells[text_at]).strip(),
            moderated,
            *(_flag(table, cells, line, column) for column in ("is-meta", "is-seed")),
            *(_tally(table, cells, line, column) for column in ("agrees", "disagrees")),
        )
    return drafts


def _flag(table: Table, cells: list[str], line: int, column: str) -> bool | None:
    at = table.find(column)
    words = cells[at].strip().lower() if at is not None else ""
    if words not in _FLAGS:
        raise Refusal("polis-flag", file=table.file, line=line, column=column)
    return _FLAGS[words]


def _tally(table: Table, cells: list[str], line: int, column: str) -> int | None:
    at = table.find(column)
    return table.number(cells[at], line, column) if at is not None and cells[at].strip() else None


def _statement(number: int, draft: _Draft, counts: Counter[tuple[int, int]]) -> PolisStatement:
    return PolisStatement(
        number=number,
        text=draft.text,
        moderated=draft.moderated,
        is_meta=draft.is_meta,
        is_seed=draft.is_seed,
        said_agrees=draft.said_agrees,
        said_disagrees=draft.said_disagrees,
        agrees=counts[number, 1],
        disagrees=counts[number, -1],
        passes=counts[number, 0],
    )
