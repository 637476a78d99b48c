"""Which database's index is used. Both answer the same questions with the same entries in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from django.db import connection

from smallplaces.core.search import postgres, sqlite
from smallplaces.core.search.asked import Asked, Entry


class Index(Protocol):
    """What a database's index does."""

    def find(self, asked: Asked, most: int) -> list[Entry]:
        """The first entries that answer, in the order of their numbers."""

    def how_many(self, every: Sequence[Asked], most: int) -> list[int]:
        """How many entries answer each question, counted up to `most`."""

    def write(self, entries: Iterable[Entry]) -> None:
        """Puts entries in."""

    def remove(self, facets: Sequence[str]) -> None:
        """Takes out the entries that have one of these facets."""

    def settle(self) -> None:
        """Tidies up after much was written."""


def index_here() -> Index:
    """The index of the database that settings name."""
    return cast("Index", sqlite if connection.vendor == "sqlite" else postgres)
