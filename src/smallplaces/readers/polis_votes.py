"""The votes of a Polis export: of each person on each statement the last one, packed, and nothing that tells who it was."""

from __future__ import annotations

import base64
import secrets
import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from smallplaces.readers.refusals import Refusal
from smallplaces.readers.table import Table

_VALUES = {
    "1": 1,
    "0": 0,
    "-1": -1,
}  # the exports say agree as 1; only the database of Polis has it the other way round
_SECONDS = 100_000_000_000  # a time below it is in seconds, as newer exports write; above it in milliseconds


@dataclass(frozen=True, slots=True)
class PackedVotes:
    """Three columns of equal length in base64, little-endian: person (from 0) and statement 4 bytes, vote 1 byte.

    Agree is 1, disagree -1, pass 0. Rows go by person and statement; the numbers of the persons were dealt by lot.
    """

    count: int
    people: str
    statements: str
    votes: str


@dataclass(frozen=True, slots=True)
class Votes:
    """The last votes: by person, the statement's number with the vote; and how many rows or cells they came from."""

    by_person: list[dict[int, int]]
    events: int


@dataclass(slots=True)
class _Last:
    """Keeps for each person and statement the vote with the latest time; of equal times the one that stands later."""

    times: dict[int, int] = field(default_factory=dict)
    votes: dict[int, int] = field(default_factory=dict)

    def take(self, statement: int, time: int, vote: int) -> None:
        if time >= self.times.get(statement, -1):
            self.times[statement] = time
            self.votes[statement] = vote


def last_votes(table: Table, numbers: Mapping[str, int]) -> Votes:
    """From votes.csv, where each change of mind is a row of its own, in no order that can be relied on."""
    time_at, statement_at = table.place("timestamp"), table.place("comment-id")
    person_at, vote_at = table.place("voter-id"), table.place("vote")
    people: dict[str, _Last] = {}
    events = 0
    for line, cells in table.rows():
        statement = numbers.get(cells[statement_at].strip())
        if statement is None:
            number = table.number(cells[statement_at], line, "comment-id")
            raise Refusal("polis-no-statement", file=table.file, line=line, number=number)
        time = table.number(cells[time_at], line, "timestamp")
        person = cells[person_at].strip()
        if not person:
            raise Refusal("table-number", file=table.file, line=line, column="voter-id")
        last = people.get(person) or people.setdefault(person, _Last())
        last.take(statement, time * 1000 if time < _SECONDS else time, _vote(cells[vote_at], table, line))
        events += 1
    return Votes([last.votes for last in people.values()], events)


def votes_by_person(table: Table, numbers: Mapping[str, int]) -> Votes:
    """From participants-votes.csv, a row for each person and a column for each statement; an empty cell is no vote."""
    person_at = table.place("participant")
    columns = [(at, name, numbers.get(name)) for at, name in enumerate(table.columns) if name.isdigit()]
    for _at, name, _statement in columns:
        table.find(name)  # refuses where two columns have this number
    people: dict[str, dict[int, int]] = {}
    for line, cells in table.rows():
        person = cells[person_at].strip()
        if not person or person in people:
            raise Refusal("polis-person-twice", file=table.file, line=line)
        votes = people[person] = {}
        for at, name, statement in columns:
            if not cells[at]:
                continue
            if statement is None:
                raise Refusal("polis-no-statement", file=table.file, line=line, number=int(name[:15]))
            votes[statement] = _vote(cells[at], table, line)
    given = [votes for votes in people.values() if votes]
    return Votes(given, sum(map(len, given)))


def without_group(table: Table) -> int:
    """How many people of participants-votes.csv Polis put into no group."""
    at = table.place("group-id")
    return sum(not cells[at].strip() for _line, cells in table.rows())


def pack(by_person: list[dict[int, int]]) -> PackedVotes:
    """The votes in three columns. The order of the people tells nothing: they are shuffled by the system's own lot."""
    people, statements, votes = array("I"), array("I"), array("b")
    shuffled = list(by_person)
    secrets.SystemRandom().shuffle(shuffled)
    for person, given in enumerate(shuffled):
        numbers = sorted(given)
        people.extend([person] * len(numbers))
        statements.extend(numbers)
        votes.extend([given[number] for number in numbers])
    return PackedVotes(len(votes), _text(people), _text(statements), _text(votes))


def unpack(value: Mapping[str, Any]) -> tuple[array[int], array[int], array[int]]:
    """The columns of a `PackedVotes` that came back as JSON: person, statement, vote."""
    columns = array("I"), array("I"), array("b")
    for column, name in zip(columns, ("people", "statements", "votes"), strict=True):
        column.frombytes(base64.b64decode(value[name]))
        if sys.byteorder == "big":
            column.byteswap()
    return columns


def _text(column: array[int]) -> str:
    if sys.byteorder == "big":
        column.byteswap()
    return base64.b64encode(column.tobytes()).decode("ascii")


def _vote(words: str, table: Table, line: int) -> int:
    vote = _VALUES.get(words) if words in _VALUES else _VALUES.get(words.strip())
    if vote is None:
        raise Refusal("polis-vote", file=table.file, line=line)
    return vote
