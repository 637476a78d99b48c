"""What lists of States call each one, and its two letters, from `registry/states.csv`. Unknown names are not guessed."""

from __future__ import annotations

import csv
import html
from functools import cache

from smallplaces.places.regions import FOLDER


@cache
def _codes() -> dict[str, str]:
    with (FOLDER / "states.csv").open(encoding="utf-8", newline="") as lines:
        return {_folded(row["name"]): row["code"] for row in csv.DictReader(lines)}


def _folded(name: str) -> str:
    return " ".join(html.unescape(name).replace("’", "'").split()).casefold()


def state_code(name: str) -> str | None:
    """The two letters of a State; "" for a name that says that nobody knows; None for one that we do not know."""
    return _codes().get(_folded(name))
