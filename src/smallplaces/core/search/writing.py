"""Filling the index: inside the transaction of whatever changes a record, or anew as a whole."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection, transaction

from smallplaces.core.search import near
from smallplaces.core.search.asked import Asked, Entry
from smallplaces.core.search.documents import Document, Source, sources
from smallplaces.core.search.folding import words_of
from smallplaces.core.search.index import index_here

# Raised whenever words, numbers or facets are made in another way: the next `migrate` makes the index anew.
RECIPE = "1"
LONGEST = 40_000
PART = 500
REMOVED_AT_ONCE = 100
EVERYTHING = 10_000_000
HASH_BITS = 40
MOST_WORDS = 2**20 - 1


def entry_of(document: Document) -> Entry:
    """A document as the index keeps it. Its number is made of its length and a checksum, never of when it came."""
    text = document.text[:LONGEST]
    title = words_of(document.title)
    words = [*title, *words_of(text), *words_of(document.around)]
    name = "\x1f".join((document.kind, document.thing_id, document.lang, *document.parts))
    checksum = int.from_bytes(hashlib.sha256(name.encode()).digest()) >> (256 - HASH_BITS)
    shown = {"title": document.title, "text": text, "lang": document.lang, "around": document.around}
    more = {"parts": document.parts, "fictional": document.fictional}
    return Entry(
        number=(min(len(words), MOST_WORDS) << HASH_BITS) | checksum,
        title=" ".join(title),
        words=" ".join(words),
        facets=tuple(_facets(document)),
        shown=f"{document.kind} {document.thing_id} {json.dumps(shown | more, ensure_ascii=False)}",
    )


def thing(kind: str, thing_id: str) -> str:
    """The facet by which all entries of a record are known."""
    return f"thing:{kind}:{thing_id}"


def _facets(document: Document) -> Iterator[str]:
    yield thing(document.kind, document.thing_id)
    yield f"kind:{document.kind}"
    yield f"lang:{document.lang.partition('-')[0].lower()}"
    if not document.fictional:
        yield "real"
    if document.place_id:
        yield f"place:{document.place_id}"
    if document.country:
        yield f"country:{document.country}"
    yield from document.facets


def index(kind: str, ids: Iterable[str]) -> None:
    """Brings these records up to date in the index, in the caller's transaction; those that are public no more leave it."""
    source = sources().get(kind)
    every = list(dict.fromkeys(ids))
    unindex(kind, every)
    if source is not None:
        for start in range(0, len(every), PART):
            _put_in(source, every[start : start + PART])


def unindex(kind: str, ids: Iterable[str]) -> None:
    """Takes records out of the index, in the caller's transaction: for those that are removed."""
    facets = [thing(kind, one) for one in ids]
    for start in range(0, len(facets), REMOVED_AT_ONCE):
        index_here().remove(facets[start : start + REMOVED_AT_ONCE])


def index_at(place_id: str) -> None:
    """Brings all that was found at a place up to date, in the caller's transaction: the place changed its name or kind."""
    ids = defaultdict(list)
    for entry in index_here().find(Asked((), facets=(f"place:{place_id}",)), EVERYTHING):
        kind, one, _rest = entry.shown.split(" ", 2)
        ids[kind].append(one)
    for kind, its in ids.items():
        index(kind, its)


def reindex() -> int:
    """Makes the whole index anew, in one transaction. Returns how many entries it has."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for table in ("search_entry", "search_word", "search_near", "search_made"):
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608  (our own names)
        made = sum(_put_in(source, None) for source in sources().values())
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_made (recipe) VALUES (%s)", [_recipe()])
        index_here().settle()
    return made


def up_to_date() -> bool:
    """Whether the index was made by the present recipe, of the present kinds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT recipe FROM search_made")
        return [row[0] for row in cursor] == [_recipe()]


def _recipe() -> str:
    return " ".join([RECIPE, *sources()])


def _put_in(source: Source, ids: Sequence[str] | None) -> int:
    """Writes a source's documents in parts, so that a long list is never whole in memory."""
    here, made = index_here(), 0
    for part in _parts(source.rows(ids)):
        entries = [entry_of(document) for document in part]
        here.write(entries)
        near.learn({word for entry in entries for word in entry.words.split()})
        made += len(entries)
    return made


def _parts(documents: Iterable[Document]) -> Iterator[list[Document]]:
    part: list[Document] = []
    for document in documents:
        part.append(document)
        if len(part) == PART:
            yield part
            part = []
    if part:
        yield part
