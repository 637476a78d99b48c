"""The index on PostgreSQL: two columns of type tsvector with GIN. Words come in folded; no extension is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection

from smallplaces.core.database.bulk import insert_many
from smallplaces.core.search.asked import Asked, Entry, Term

# What a tsvector keeps: no position beyond this one, and no more of them a word.
LAST_POSITION = 16_383
MOST_POSITIONS = 250


def quoted(word: str) -> str:
    """A word as a tsquery or tsvector reads a text, whatever is in it."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def query(asked: Asked) -> str:
    """The question in the language of tsquery."""
    groups = [f"({' | '.join(_term(term) for term in group)})" for group in asked.groups]
    sides = [f"({(' | ' if asked.any_group else ' & ').join(groups)})"] if groups else []
    sides += [quoted(f"={facet}") for facet in asked.facets]
    if asked.kinds:
        sides.append(f"({' | '.join(quoted(f'=kind:{kind}') for kind in asked.kinds)})")
    return " & ".join(sides)


def _term(term: Term) -> str:
    return f"({' <-> '.join(quoted(word) for word in term.words)}{':*' if term.open else ''})"


def vector(words: str, facets: Sequence[str]) -> str:
    """Words with their positions, and facets, as a tsvector reads them."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for position, word in enumerate(words.split(), start=1):
        if len(places[word]) < MOST_POSITIONS:
            places[word].append(str(min(position, LAST_POSITION)))
    found = [f"{quoted(word)}:{','.join(its)}" for word, its in places.items()]
    return " ".join([*found, *(quoted(f"={facet}") for facet in facets)])


def _column(asked: Asked) -> str:
    return "title_vector" if asked.in_title else "vector"


def find(asked: Asked, most: int) -> list[Entry]:
    """The first entries that answer, in the order of their numbers."""
    sql = f"SELECT number, title_words, words, shown FROM search_entry WHERE {_column(asked)} @@ %s::tsquery ORDER BY number LIMIT %s"  # noqa: S608  (constants)
    with connection.cursor() as cursor:
        cursor.execute(sql, [query(asked), most])
        return [Entry(number, title, words, (), shown) for number, title, words, shown in cursor]


def how_many(every: Sequence[Asked], most: int) -> list[int]:
    """How many entries answer each question, counted up to `most`."""
    one = "SELECT %s, count(*) FROM (SELECT 1 FROM search_entry WHERE {} @@ %s::tsquery LIMIT %s) AS first"
    arguments = [part for number, ask in enumerate(every) for part in (number, query(ask), most)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one.format(_column(ask)) for ask in every), arguments)
        return [count for _number, count in sorted(cursor)]


def write(entries: Iterable[Entry]) -> None:
    """Puts entries in; one of the same number is replaced."""
    replaced = ("title_words", "words", "shown", "title_vector", "vector")
    rows = {
        one.number: (
            *(one.number, one.title, one.words, one.shown),
            *(vector(one.title, one.facets), vector(one.words, one.facets)),
        )
        for one in entries
    }
    insert_many(
        f"INSERT INTO search_entry (number, {', '.join(replaced)})",
        rows.values(),
        row="(%s, %s, %s, %s, %s::tsvector, %s::tsvector)",
        tail=f"ON CONFLICT (number) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in replaced)}",
    )


def remove(facets: Sequence[str]) -> None:
    """Takes out the entries that have one of these facets."""
    with connection.cursor() as cursor:
        wanted = " | ".join(quoted(f"={facet}") for facet in facets)
        cursor.execute("DELETE FROM search_entry WHERE vector @@ %s::tsquery", [wanted])


def settle() -> None:
    """After much was written: tells the planner how much."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_entry")
        cursor.execute("ANALYZE search_near")
