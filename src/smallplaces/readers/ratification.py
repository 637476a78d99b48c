"""Who is bound by which instrument: a table for each instrument with a row for each State, one file or a ZIP of several.

The columns are iso2, member, "state party", "year ratification or accession", signatory, "no action", status and
perhaps note. They do not always agree with one another: the word of `status` counts, and the row is marked unsure. Codes are
not always right either: a caller compares them with the name, and asks where the two are of different States.
"""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.readers.packed import unpacked
from smallplaces.readers.refusals import MAX_BYTES, Refusal
from smallplaces.readers.table import Table

_YEAR = "year ratification or accession"
_FLAGS = ("state party", "signatory", "no action")
_STANDINGS = {"state party": "party", "signatory state": "signatory", "signatory": "signatory", "no action": "none"}
_EXPECTED = {"party": ("1", "0", "0"), "signatory": ("0", "1", "0"), "none": ("0", "0", "1")}
_PREFIX = "hr_status_"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one State stands: `standing` is "party", "signatory" or "none"; `sure` is False where its columns disagree.

    `state` is the code of two letters, "" where the file has none that can be one; `name` is the file's name for it.
    """

    state: str
    name: str
    standing: str
    year: int | None
    sure: bool
    note: str
    line: int


@dataclass(frozen=True, slots=True)
class RatificationTable:
    """One file: `instrument` is what its name says ("op_crc_ac" of hr_status_op_crc_ac.csv), "" where it says nothing."""

    file: str
    instrument: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Ratifications:
    """All tables that were brought, by their file's name."""

    tables: tuple[RatificationTable, ...]


def instrument_of(name: str) -> str:
    """What the name of a file says of its instrument, in small letters."""
    lowered = name.lower().removesuffix(".csv")
    return lowered.removeprefix(_PREFIX) if lowered.startswith(_PREFIX) else ""


def read_ratifications(data: bytes, name: str) -> Ratifications:
    """The table of one CSV file, or of each CSV file in a ZIP.

    Raises `Refusal`: as `Table` and `unpacked` do; ratification-status, ratification-state (no name), ratification-twice,
    ratification-none.
    """
    if not data.startswith(b"PK"):
        return Ratifications((_table(data, name),))
    files = unpacked(data, lambda base: base if base.lower().endswith(".csv") else "", most=MAX_BYTES)
    if not files:
        raise Refusal("ratification-none")
    return Ratifications(tuple(_table(files[file], file) for file in sorted(files)))


def _table(data: bytes, file: str) -> RatificationTable:
    table = Table(data, file)
    for column in ("iso2", "member", "status", _YEAR, *_FLAGS):
        table.place(column)
    standings: dict[str, Standing] = {}
    for line, cells in table.rows():
        found = _standing(dict(zip(table.columns, map(str.strip, cells), strict=True)), line, table)
        if found.name in standings:
            raise Refusal("ratification-twice", file=file, line=line, state=found.name)
        standings[found.name] = found
    if not standings:
        raise Refusal("table-empty", file=file)
    return RatificationTable(file, instrument_of(file), tuple(standings.values()))


def _standing(cells: dict[str, str], line: int, table: Table) -> Standing:
    code, standing = cells["iso2"].upper(), _STANDINGS.get(cells["status"].lower(), "")
    if not (len(code) == 2 and code.isascii() and code.isalpha()):
        code = ""
    if not cells["member"]:
        raise Refusal("ratification-state", file=table.file, line=line)
    if not standing:
        raise Refusal("ratification-status", file=table.file, line=line)
    year = table.number(cells[_YEAR], line, _YEAR) if cells[_YEAR] else None
    agree = tuple(cells[flag] for flag in _FLAGS) == _EXPECTED[standing]
    dated = (year is not None) == (standing == "party")
    return Standing(code, cells["member"], standing, year, bool(code) and agree and dated, cells.get("note", ""), line)
