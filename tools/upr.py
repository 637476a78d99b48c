"""The labelled recommendations that the weights are learned from: exports of the UPR Info database, made by others.

They are found by `SMALLPLACES_SHARED_DATA` (default ../shared/data) and never become part of this repository. Their
traps: Mac Roman, a bare carriage return at the end of a line, labels split by a comma without a blank.
"""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from smallplaces.engines.citing.words import words_of

ROOT = Path(__file__).resolve().parents[1]
# A label's right counts as right where it is the same or holds it whole; where it is close, the label does not tell.
COUNTED = ("same", "broader")
# Of the names of states, the words that are words as well.
_ORDINARY = frozenset(
    ["and", "of", "new", "south", "north", "central", "united", "state", "republic", "democratic", "people", "island"]
)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation, in English; `rights` count as right, `unsure` are close to a label of it."""

    text: str
    session: int
    rights: frozenset[str]
    unsure: frozenset[str]


def folder() -> Path:
    """Where the recommendations are, whether or not they are there."""
    return Path(os.environ.get("SMALLPLACES_SHARED_DATA") or ROOT.parent / "shared/data") / "upr"


def label_rights() -> dict[str, dict[str, str]]:
    """Label -> right -> relation, as shipped. A label without a right has an empty one."""
    text = (resources.files("smallplaces.norms") / "catalogue/upr_info_labels.csv").read_text("utf-8")
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in csv.DictReader(io.StringIO(text)):
        found[row["label"]] |= {row["right"]: row["relation"]} if row["right"] else {}
    return dict(found)


def proper_names(where: Path) -> frozenset[str]:
    """Words of the states' names, and words written with a capital wherever they stand: none may speak for a right.

    As the engine compares words. Letters such as CEDAW are no names in this sense.
    """
    rows = [row for path in sorted(where.glob("*.csv")) for row in _rows(path)]
    states = {word.key for row in rows for side in ("To", "From") for word in words_of(row[side], "en")} - _ORDINARY
    named: set[str] = set()
    small: set[str] = set()
    for row in rows:
        for word in words_of(row["Text"], "en"):
            written = row["Text"][word.start : word.end]
            if written.istitle() or written.islower():
                (small if written.islower() else named).add(word.key)
    return frozenset(states | (named - small))


def recommendations(where: Path) -> Iterator[Recommendation]:
    """Every recommendation of the files in a folder, in their order. A label that is not in our list is an error."""
    labels = label_rights()
    for path in sorted(where.glob("*.csv")):
        for row in _rows(path):
            related = [pair for label in row["Issue"].split(",") for pair in labels[label.strip()].items()]
            had = frozenset(right for right, relation in related if relation in COUNTED)
            close = frozenset(right for right, _relation in related) - had
            yield Recommendation(row["Text"], int(row["Session"]), had, close)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    text = path.read_bytes().decode("mac_roman").replace("\r\n", "\n").replace("\r", "\n")
    yield from csv.DictReader(io.StringIO(text))
