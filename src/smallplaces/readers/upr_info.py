"""The export of the UPR Info database: recommendations that States gave one another, a row for each.

The raw files end their lines with a bare carriage return, write their letters in Mac Roman, put a comma without a
blank between labels and brackets as entities. Files in UTF-8 with any end of line are read as well.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass

from smallplaces.readers.refusals import Refusal
from smallplaces.readers.table import Table

# "Voluntary pledges" are no recommendation, but stand in the same database. Rejected was the word of early sessions.
_ANSWERS = {
    "accepted": "accepted",
    "supported": "accepted",
    "noted": "noted",
    "rejected": "noted",
    "voluntary pledge": "pledge",
    "pledge": "pledge",
}
_ENTITY = re.compile(r"&#?\w{1,10};")
# Mac Roman gives every byte a letter: those of another encoding show as a capital inside a word, or as a strange sign.
_WRONG_LETTER = re.compile(r"[a-zß-ÿ][À-ÖØ-Þ]|[^\x00-\x7f\w\s‘’“”–—•…«»§°¿¡]")


@dataclass(frozen=True, slots=True)
class UprRecommendation:
    """One row. `key` is the same for the same recommendation in every export; `line` is where the row begins.

    `response` is the file's word and `answer` ours: "accepted", "noted", "pledge", or "" for a word not known here.
    `action` is the file's scale from 1 (ask others) to 5 (a specific act), None where it has none.
    """

    key: str
    line: int
    state: str
    state_group: str
    state_organisations: tuple[str, ...]
    text: str
    by: str
    by_group: str
    by_organisations: tuple[str, ...]
    response: str
    answer: str
    action: int | None
    labels: tuple[str, ...]
    session: int


@dataclass(frozen=True, slots=True)
class UprExport:
    """All rows in their order, repeated ones too."""

    rows: tuple[UprRecommendation, ...]


def read_upr_info(data: bytes, name: str) -> UprExport:
    """The rows of one raw file. Raises `Refusal`: as `Table` does, upr-no-words, upr-no-state."""
    raw = b"\n" not in data
    table = Table(data, name, encodings=("utf-8-sig", "mac_roman") if raw else ("utf-8-sig",))
    for column in ("To", "Text", "From", "Response", "Action", "Issue", "Session"):
        table.place(column)
    rows = tuple(_row(dict(zip(table.columns, cells, strict=True)), line, table) for line, cells in table.rows())
    if not rows:
        raise Refusal("table-empty", file=name)
    return UprExport(rows)


def recommendation_key(state: str, by: str, session: int, text: str) -> str:
    """What tells one recommendation from another: the SHA-256 of both States, the session and the text, blanks folded."""
    told = "\x1f".join(" ".join(words.split()) for words in (state, by, str(session), text))
    return hashlib.sha256(told.encode()).hexdigest()


def _row(cells: dict[str, str], line: int, table: Table) -> UprRecommendation:
    if table.encoding == "mac_roman" and any(map(_WRONG_LETTER.search, cells.values())):
        raise Refusal("table-encoding", file=table.file, line=line)
    found = {column: " ".join(_ENTITY.sub(_entity, words).split()) for column, words in cells.items()}
    if not found["Text"]:
        raise Refusal("upr-no-words", file=table.file, line=line)
    if not found["To"] or not found["From"]:
        raise Refusal("upr-no-state", file=table.file, line=line)
    session = table.number(found["Session"], line, "Session")
    return UprRecommendation(
        key=recommendation_key(found["To"], found["From"], session, found["Text"]),
        line=line,
        state=found["To"],
        state_group=found.get("To-Rgrp", ""),
        state_organisations=_several(found.get("To-Org", "")),
        text=found["Text"],
        by=found["From"],
        by_group=found.get("From-Rgrp", ""),
        by_organisations=_several(found.get("From-Org", "")),
        response=found["Response"],
        answer=_ANSWERS.get(found["Response"].lower(), ""),
        action=table.number(found["Action"], line, "Action") if found["Action"] else None,
        labels=_several(found["Issue"]),
        session=session,
    )


def _entity(found: re.Match[str]) -> str:
    return html.unescape(found.group())


def _several(words: str) -> tuple[str, ...]:
    """The parts between commas, each once and in their order."""
    return tuple(dict.fromkeys(part for part in map(str.strip, words.split(",")) if part))
