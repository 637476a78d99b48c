"""Everything at once: the real material that is at hand comes in by the commands, and every kind of public page is asked for.

    python -m benchmarks.everything [HOME] [--each]

Needs `SMALLPLACES_SHARED_DATA` (default ../shared/data). In HOME, or in a folder of its own that is gone afterwards: the
demonstration place, the registry, the texts of three treaties, who ratified what, three conversations, two files of
recommendations, five local texts, and an issue made from statements with the rights that their words suggest. Each step
prints its last line and its seconds. Then the pages, as `benchmarks.pages` measures them; of each kind of page at most
so many that the run ends: the fullest place, dialogues and issue are always among them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import everything_inside
from benchmarks.pages import BIN, measure, pages_of, running, show

STARTS = ("/", "/places/seattle/", "/places/bowling-green/", "/atlas/", "/search/", "/recommendations/", "/rights/")
SECONDS = {"recommendations": 15.0, "polis american-assembly.bowling-green": 10.0}


def steps(data: Path, texts: Path) -> Iterator[tuple[str, list[str]]]:
    """Each step: its name, and the command that does it."""
    yield "demonstration", ["demo", "--today", "2026-03-01", "--out", str(texts), "--no-serve", "--with-fiction"]
    yield "registry", ["import", "registry"]
    for code in ("ICCPR", "ICERD", "UDHR"):
        file = data / "treaties/nl_markdown" / f"{code}.md"
        yield f"text of {code}", ["import", "norm-text", str(file), "--instrument", code, "--lang", "en"]
    bad = data / "treaties/data/icerd.json"
    yield "a corrupt article", ["import", "norm-text", str(bad), "--instrument", "ICERD", "--lang", "en"]
    yield "ratifications", ["import", "ratifications", str(data / "ratification")]
    yield (
        "Bowling Green",
        ["place", "add", "Bowling Green", "--kind", "town", "--country", "US", "--zone", "America/Chicago"],
    )
    yield "groups", ["-inside", "groups"]
    for name, place in (
        ("15-per-hour-seattle", "seattle"),
        ("bg2050-volunteers", "bowling-green"),
        ("american-assembly.bowling-green", "bowling-green"),
    ):
        told = ["--told", "Statements and answers are published.", "--may", "read,counted,retold,quoted,reported"]
        yield f"polis {name}", ["import", "polis", str(data / "polis" / name), "--place", place, *told]
    files = [str(data / "upr" / name) for name in ("1-5.csv", "6-9.csv")]
    yield "recommendations to the United States", ["import", "recommendations", *files, "--state", "US"]
    yield "recommendations", ["import", "recommendations", *files]
    yield from acts(data, texts)
    yield "an issue from statements", ["-inside", "issue"]


def acts(data: Path, texts: Path) -> Iterator[tuple[str, list[str]]]:
    """Five local texts, and the promises of one of them."""
    yield "New York", ["place", "add", "New York", "--kind", "city", "--country", "US", "--zone", "America/New_York"]
    for name, place, more, file in everything_inside.local_texts(data, texts):
        yield name, ["import", "act", str(file), "--place", place, *more]
    yield "promises of Toledo's text", ["-inside", "promises"]


def run(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """One step, with its last line and its seconds; whether it kept to its limit."""
    inside = command[0] == "-inside"
    whole = [sys.executable, "-m", "benchmarks.everything_inside", *command[1:]] if inside else [str(BIN), *command]
    begun = time.perf_counter()
    done = subprocess.run(whole, env=environment, capture_output=True, text=True, check=False)
    took = time.perf_counter() - begun
    lines = (done.stdout.strip() or done.stderr.strip()).splitlines() or [""]
    print(f"{took:6.1f} s  {name}: {lines[-1]}", flush=True)
    return took < SECONDS.get(name, 3600)


def main() -> int:
    """Loads, measures, prints; 1 where a limit is passed."""
    named = [one for one in sys.argv[1:] if not one.startswith("-")]
    data = Path(os.environ.get("SMALLPLACES_SHARED_DATA", "../shared/data")).resolve()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "SMALLPLACES_HOME": named[0] if named else f"{folder}/home"}
        environment.pop("DATABASE_URL", None)
        Path(environment["SMALLPLACES_HOME"]).mkdir(exist_ok=True)
        kept = [run(name, command, environment) for name, command in steps(data, Path(folder))]
        with running(environment, keep="no") as visitor:
            paths = pages_of(visitor, *STARTS)
            anew = {path: measure(visitor, path) for path in paths}
        with running(environment, keep="yes") as visitor:
            again = {path: measure(visitor, path) for path in paths}
    return max(show(anew, again), int(not all(kept)))


if __name__ == "__main__":
    sys.exit(main())
