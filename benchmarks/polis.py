"""Bringing Polis exports in: seconds from the files to the database, on SQLite and on PostgreSQL, beside the naive way.

    python -m benchmarks.polis

Needs the real exports (`SMALLPLACES_SHARED_DATA`, default ../shared/data). Makes a home of its own. For each of the three
exports, three times: the whole import (reading in the limited process, then writing), median; then the same rows of
answers alone, written as the import writes them and by the ORM's `bulk_create`, in one run. PostgreSQL as well
where DATABASE_URL names one. Fails where the largest takes 10 seconds or more.
"""

# ruff: noqa: PLC0415  (Django is set up for one database in a process of its own; nothing of it can be read before)

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXPORTS = ("15-per-hour-seattle", "bg2050-volunteers", "american-assembly.bowling-green")
RUNS, MOST_SECONDS = 3, 10.0
HOME = "SMALLPLACES_BENCHMARK_HOME"


def main() -> int:
    """Prints a table a database; 1 where the largest import took too long."""
    if not _exports().is_dir():
        print(f"needs the three real exports in {_exports()}: name their folder in SMALLPLACES_SHARED_DATA")
        return 1
    worst = 0
    addresses = ["", *([os.environ["DATABASE_URL"]] if os.environ.get("DATABASE_URL") else [])]
    for address in addresses:
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "SMALLPLACES_HOME": home, HOME: home}
            environment.pop("DATABASE_URL", None)
            if address:
                environment["DATABASE_URL"] = address
            inner = [sys.executable, "-m", "benchmarks.polis", "--inner"]
            worst = max(worst, subprocess.run(inner, env=environment, check=False).returncode)
    return worst


def _exports() -> Path:
    return Path(os.environ.get("SMALLPLACES_SHARED_DATA") or "../shared/data") / "polis"


def inner() -> int:
    """One database: a test database of its own, made and removed again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smallplaces.config.settings")
    import django

    django.setup()
    from django.db import connection

    connection.settings_dict["TEST"]["NAME"] = _own_name(connection.vendor)
    connection.creation.create_test_db(verbosity=0)
    try:
        return _measured(connection.vendor)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def _own_name(vendor: str) -> str:
    return f"test_polis_{os.getpid()}" if vendor == "postgresql" else str(Path(os.environ[HOME]) / "benchmark.sqlite3")


def _measured(vendor: str) -> int:
    print(
        f"\n{vendor}\n{'export':<34}{'answers':>9}{'in all':>9}{'reading':>9}{'answers alone':>15}{'bulk_create':>13}"
    )
    longest = 0.0
    for name in EXPORTS:
        files = {path.name: path.read_bytes() for path in sorted((_exports() / name).glob("*.csv"))}
        runs = [_one(files) for _run in range(RUNS)]
        whole, reading, ours, naive = (
            statistics.median(column) for column in zip(*(one[1:] for one in runs), strict=True)
        )
        print(f"{name:<34}{runs[0][0]:>9,}{whole:>8.2f}s{reading:>8.2f}s{ours:>14.2f}s{naive:>12.2f}s", flush=True)
        longest = max(longest, whole)
    return int(longest >= MOST_SECONDS)


def _one(files: dict[str, bytes]) -> tuple[int, float, float, float, float]:
    """Answers, seconds in all, of reading, and of writing the answers alone by either way."""
    from django.db import transaction

    from smallplaces.dialogues.actions import Wish, import_polis
    from smallplaces.dialogues.actions.votes import write_votes
    from smallplaces.dialogues.exports import export_of, read_files
    from smallplaces.dialogues.models import Vote
    from tests.factories.groups import make_group
    from tests.factories.meetings import inside

    group = make_group()
    begun = time.perf_counter()
    read = export_of(read_files(files))
    reading = time.perf_counter() - begun
    done = import_polis(group.place, export=read, group=group, wish=Wish(source="a benchmark"), by=inside(group))
    whole = time.perf_counter() - begun
    rows = sorted(Vote.objects.values_list("participant_id", "statement_id", "value"))
    times = []
    for write in (write_votes, lambda given: Vote.objects.bulk_create(_objects(given), batch_size=2000)):
        Vote.objects.all().delete()
        begun = time.perf_counter()
        with transaction.atomic():
            write(rows)
        times.append(time.perf_counter() - begun)
    done.dialogue.delete()
    return len(rows), whole, reading, *times


def _objects(rows: list[tuple[str, str, int]]) -> list[object]:
    from smallplaces.dialogues.models import Vote

    return [Vote(participant_id=who, statement_id=statement, value=value) for who, statement, value in rows]


if __name__ == "__main__":
    sys.exit(inner() if "--inner" in sys.argv else main())
