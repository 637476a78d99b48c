"""The index on SQLite: one FTS5 table. Words come in folded; the tokenizer only parts them at blanks.

Its row numbers are the numbers of entries, so that it finds in their order and stops early. FTS5 keeps deleted words in its
pages until they are merged: only common records ever come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection

from smallplaces.core.search.asked import Asked, Entry, Term

COLUMNS = "rowid, title_words, words, facets, shown"


def quoted(word: str) -> str:
    """A word as FTS5 reads a text, whatever is in it."""
    return '"' + word.replace('"', '""') + '"'


def match(asked: Asked) -> str:
    """The question in the language of MATCH."""
    column = "title_words" if asked.in_title else "words"
    groups = [f"({' OR '.join(_term(term) for term in group)})" for group in asked.groups]
    sides = [f"({column} : ({(' OR ' if asked.any_group else ' AND ').join(groups)}))"] if groups else []
    sides += [f"(facets : {quoted(code(facet))})" for facet in asked.facets]
    if asked.kinds:
        sides.append(f"(facets : ({' OR '.join(quoted(code(f'kind:{kind}')) for kind in asked.kinds)}))")
    return " AND ".join(sides)


def _term(term: Term) -> str:
    return quoted(term.key) + (" *" if term.open else "")


def code(facet: str) -> str:
    """A facet as one word that the tokenizer leaves whole: anything else than ASCII letters and digits would part it."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"ƒ{ord(sign):x}ƒ" for sign in facet).lower()


def find(asked: Asked, most: int) -> list[Entry]:
    """The first entries that answer, in the order of their numbers."""
    sql = f"SELECT {COLUMNS} FROM search_entry WHERE search_entry MATCH %s ORDER BY rowid LIMIT %s"  # noqa: S608  (a constant)
    with connection.cursor() as cursor:
        cursor.execute(sql, [match(asked), most])
        return [Entry(number, title, words, (), shown) for number, title, words, _facets, shown in cursor]


def how_many(every: Sequence[Asked], most: int) -> list[int]:
    """How many entries answer each question, counted up to `most`."""
    one = "SELECT %s, count(*) FROM (SELECT 1 FROM search_entry WHERE search_entry MATCH %s LIMIT %s) AS first"
    arguments = [part for number, ask in enumerate(every) for part in (number, match(ask), most)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([one] * len(every)), arguments)
        return [count for _number, count in sorted(cursor)]


def write(entries: Iterable[Entry]) -> None:
    """Puts entries in; one of the same number is replaced."""
    sql = "INSERT OR REPLACE INTO search_entry (rowid, title_words, words, facets, shown) VALUES (%s, %s, %s, %s, %s)"
    with connection.cursor() as cursor:
        cursor.executemany(
            sql, [(one.number, one.title, one.words, " ".join(map(code, one.facets)), one.shown) for one in entries]
        )


def remove(facets: Sequence[str]) -> None:
    """Takes out the entries that have one of these facets."""
    sql = "DELETE FROM search_entry WHERE rowid IN (SELECT rowid FROM search_entry WHERE search_entry MATCH %s)"
    with connection.cursor() as cursor:
        cursor.execute(sql, [f"facets : ({' OR '.join(quoted(code(facet)) for facet in facets)})"])


def settle() -> None:
    """After much was written: merges what FTS5 keeps in parts."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_entry (search_entry) VALUES ('optimize')")
