"""CSV files of others: a first line that names the columns, then rows, each with the line of the file where it begins."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from smallplaces.readers.detecting import detect
from smallplaces.readers.refusals import Refusal

_BREAK = re.compile(rb"\r\n|\r|\n")
_LONGEST_NUMBER = 15  # digits


class Table:
    """One CSV file, opened: `columns` in their order, and `rows()` with as many cells as there are columns.

    `file` is the name that refusals say. Raises `Refusal`: table-empty, table-not, table-html, table-encoding,
    table-quotes, table-cells.
    """

    def __init__(self, data: bytes, file: str, *, encodings: tuple[str, ...] = ("utf-8-sig",)) -> None:
        self.file = file
        self.encoding = _encoding(data, file, encodings)
        self._reading = _records(data, self.encoding, file)
        _line, first = next(self._reading, (1, []))
        self.columns = [name.strip() for name in first]
        if not any(self.columns):
            raise Refusal("table-empty", file=file)

    def find(self, column: str) -> int | None:
        """The place of the column, or None. Raises `Refusal` where two have this name."""
        if self.columns.count(column) > 1:
            raise Refusal("table-column-twice", file=self.file, column=column)
        return self.columns.index(column) if column in self.columns else None

    def place(self, column: str) -> int:
        """The place of a column that has to be there. Raises `Refusal` where it is missing."""
        found = self.find(column)
        if found is None:
            raise Refusal("table-column", file=self.file, column=column)
        return found

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with its line; once. Raises `Refusal` at the first with too few or too many cells."""
        wanted = len(self.columns)
        for line, cells in self._reading:
            if len(cells) != wanted:
                raise Refusal("table-cells", file=self.file, line=line, found=len(cells), wanted=wanted)
            yield line, cells

    def number(self, words: str, line: int, column: str) -> int:
        """The whole number, not below nought, that a cell holds. Raises `Refusal`."""
        words = words.strip()
        if not (words.isascii() and words.isdigit() and len(words) <= _LONGEST_NUMBER):
            raise Refusal("table-number", file=self.file, line=line, column=column)
        return int(words)


def pairs(data: bytes, file: str) -> dict[str, str]:
    """A file without a first line that has a word and its value in each row. Raises `Refusal` as `Table` does."""
    found = {}
    for line, cells in _records(data, _encoding(data, file, ("utf-8-sig",)), file):
        if len(cells) != 2:
            raise Refusal("table-cells", file=file, line=line, found=len(cells), wanted=2)
        found[cells[0].strip()] = cells[1]
    return found


def _encoding(data: bytes, file: str, encodings: tuple[str, ...]) -> str:
    """The first of these encodings in which every letter can be read."""
    kind = detect(data, "")
    if kind != "text":
        raise Refusal({"empty": "table-empty", "html": "table-html"}.get(kind, "table-not"), file=file)
    line = 1
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else encodings:
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            line = len(_BREAK.findall(data[: error.start])) + 1
        else:
            return encoding
    raise Refusal("table-encoding", file=file, line=line)


def _records(data: bytes, encoding: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The records that hold anything, each with the line where it begins; a line may end in a bare carriage return.

    The bytes are decoded bit by bit: a whole file as text, and once more as lines, takes several times its size.
    """
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        raise Refusal("table-quotes", file=file, line=line) from None
