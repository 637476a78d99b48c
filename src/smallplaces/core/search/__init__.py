"""Search over common records. What people said is never in the index: it is searched by reading it.

An app registers each of its kinds in `AppConfig.ready` (`register(kind, Source(...))`), and its actions call `index(kind,
ids)` in the transaction in which such a record is accepted, changed or brought in. `search(words, ...)` finds; `reindex()`
makes the whole index anew.
"""

from smallplaces.core.search.documents import (
    Document,
    Filters,
    Found,
    Hit,
    Piece,
    Reason,
    Source,
    register,
    sources,
)
from smallplaces.core.search.searching import search
from smallplaces.core.search.writing import index, index_at, reindex, unindex, up_to_date

__all__ = [
    "Document",
    "Filters",
    "Found",
    "Hit",
    "Piece",
    "Reason",
    "Source",
    "index",
    "index_at",
    "register",
    "reindex",
    "search",
    "sources",
    "unindex",
    "up_to_date",
]
