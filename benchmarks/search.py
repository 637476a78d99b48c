"""Search over common records: milliseconds a question on SQLite and on PostgreSQL, beside plain ways of looking.

    python -m benchmarks.search

Needs the shared material (`SMALLPLACES_SHARED_DATA`, default ../shared/data). For each database one of its own, made and
removed again; PostgreSQL where DATABASE_URL names one. 120 questions of twelve sorts, each asked three times: over
1,000, 5,000 and 20,000 clauses made by joining halves of real ones (fixed seed), then over all common records that the
commands can bring in. A question's time is the whole of `core.search.search`: finding, order, snippets, the last look at
what may be shown. Beside it, over the same clauses: the database's own full text search alone (FTS5 with bm25, tsvector
with ts_rank), and every word by `icontains`; each for its first twenty. Fails where 95 of 100 questions take more than 60 ms.
"""

# ruff: noqa: PLC0415  (Django is set up for one database in a process of its own; nothing of it can be read before)

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

SIZES = (1000, 5000, 20_000)
TIMES, MOST_MILLISECONDS = 3, 60
HOME = "SMALLPLACES_BENCHMARK_HOME"
LINE = "{:<44} {:>9} {:>9} {:>9}"


def main() -> int:
    """Prints the tables of each database; 1 where one is too slow."""
    worst = 0
    addresses = ["", *([os.environ["DATABASE_URL"]] if os.environ.get("DATABASE_URL") else [])]
    for address in addresses:
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "SMALLPLACES_HOME": home, HOME: home}
            environment.pop("DATABASE_URL", None)
            if address:
                environment["DATABASE_URL"] = address
            inner = [sys.executable, "-m", "benchmarks.search", "--inner"]
            worst = max(worst, subprocess.run(inner, env=environment, check=False).returncode)
    return worst


def inner() -> int:
    """One database: a test database of its own, made and removed again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smallplaces.config.settings")
    import django

    django.setup()
    from django.db import connection

    name = (
        f"test_search_{os.getpid()}" if connection.vendor == "postgresql" else f"{os.environ[HOME]}/benchmark.sqlite3"
    )
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0)
    try:
        print(f"\n{connection.vendor}\n" + LINE.format("", "median ms", "p95 ms", "slowest"))
        slowest = max(_made(), _real())
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    return int(slowest > MOST_MILLISECONDS)


def _made() -> float:
    """The curve over made clauses, the sorts of questions over the longest list, and the plain ways beside it."""
    from benchmarks.search_material import made_clauses, questions, real_clauses

    texts = made_clauses(real_clauses(), SIZES[-1])
    asked = questions(texts)
    p95 = 0.0
    for size in SIZES:
        seconds = _index(texts[:size])
        every = {sort: _times(_ours, [words for its, words in asked if its == sort]) for sort, _words in asked}
        p95 = _line(
            f"{size:,} clauses (indexed in {seconds:.1f} s)", [one for times in every.values() for one in times]
        )
    for sort, times in every.items():
        _line(f"    {sort}", times)
    _put_plainly(texts)
    for name, ask in (("the database’s own search alone", _own), ("icontains", _icontains)):
        _line(f"{SIZES[-1]:,} clauses, {name}", _times(ask, [words for _sort, words in asked]))
    return p95


def _real() -> float:
    """All common records that the commands can bring in."""
    from benchmarks.search_material import questions, shared_data
    from smallplaces.core import search
    from smallplaces.core.search import documents
    from smallplaces.core.viewers import command
    from smallplaces.norms.actions import load_catalogue

    documents._sources.pop("clause-made", None)  # noqa: SLF001  (the benchmark's own kind)
    load_catalogue(by=command())
    upr = [
        ["recommendations", str(one), "--layout", "upr-info"] for one in sorted((shared_data() / "upr").glob("*.csv"))
    ]
    for arguments in (["registry"], *upr):
        _bring_in(arguments)
    begun = time.perf_counter()
    entries = search.reindex()
    seconds = time.perf_counter() - begun
    texts = [f"{one.title} {one.text}" for source in search.sources().values() for one in source.rows(None)]
    times = _times(_ours, [words for _sort, words in questions(texts)])
    return _line(f"{entries:,} common records (indexed in {seconds:.1f} s)", times)


def _bring_in(arguments: Sequence[str]) -> None:
    import io
    from contextlib import redirect_stderr, redirect_stdout

    from smallplaces.cli.main import main as smallplaces

    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        try:
            smallplaces(["import", *arguments], standalone_mode=False)
            told = ""
        except (Exception, SystemExit) as error:  # noqa: BLE001  (what cannot be brought in is said, and left out)
            told = f"(not brought in: {' '.join(arguments)}: {error!r})"
    if told:
        print(told)


def _index(texts: Sequence[str]) -> float:
    from smallplaces.core import search
    from smallplaces.core.search import Document, Source, documents

    documents._sources.clear()  # noqa: SLF001  (only the benchmark's own kind, and back again)
    rows = [Document("clause-made", str(number), "", text) for number, text in enumerate(texts)]
    search.register("clause-made", Source(lambda _ids: iter(rows), lambda ids, _viewer: ids))
    begun = time.perf_counter()
    search.reindex()
    seconds = time.perf_counter() - begun
    for app in ("places", "norms", "commitments"):
        __import__(f"smallplaces.{app}.finding", fromlist=["register"]).register()
    return seconds


def _times(ask: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    """Milliseconds of each question, each asked three times."""
    found = []
    for words in asked:
        for _ in range(TIMES):
            begun = time.perf_counter()
            ask(words)
            found.append((time.perf_counter() - begun) * 1000)
    return found


def _ours(words: str) -> object:
    from smallplaces.core.search import search
    from smallplaces.core.viewers import ANYBODY

    return search(words, viewer=ANYBODY)


def _put_plainly(texts: Sequence[str]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("CREATE VIRTUAL TABLE plain USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
        else:
            cursor.execute(
                "CREATE TABLE plain (text text, vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED)"
            )
            cursor.execute("CREATE INDEX plain_words ON plain USING gin (vector)")
        cursor.executemany("INSERT INTO plain (text) VALUES (%s)", [(text,) for text in texts])
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE plain")


def _own(words: str) -> object:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            quoted = " ".join(f'"{word}"' for word in words.split())
            cursor.execute("SELECT rowid FROM plain WHERE plain MATCH %s ORDER BY rank LIMIT 20", [quoted])
        else:
            sql = "SELECT ctid FROM plain, plainto_tsquery('simple', %s) AS asked WHERE vector @@ asked ORDER BY ts_rank(vector, asked) DESC LIMIT 20"
            cursor.execute(sql, [words])
        return cursor.fetchall()


def _icontains(words: str) -> object:
    from django.db import connection

    upper = connection.vendor == "postgresql"
    each = " AND ".join(["UPPER(text) LIKE UPPER(%s)" if upper else "text LIKE %s"] * len(words.split()))
    sql = f"SELECT text FROM plain WHERE {each} ORDER BY text LIMIT 20"  # noqa: S608  (marks alone)
    with connection.cursor() as cursor:
        cursor.execute(sql, [f"%{word}%" for word in words.split()])
        return cursor.fetchall()


def _line(name: str, times: Sequence[float]) -> float:
    p95 = statistics.quantiles(times, n=20)[-1]
    print(LINE.format(name, *(f"{one:.1f}" for one in (statistics.median(times), p95, max(times)))), flush=True)
    return p95


if __name__ == "__main__":
    sys.exit(inner() if "--inner" in sys.argv else main())
