"""Every public page of the demonstration place: bytes on the wire at a first visit, and the server's median time.

    python -m benchmarks.pages [--each]

Makes a home of its own, loads Osier Bend as of 1 March 2026 and the registry, runs the site with one worker, follows the
links that a stranger can follow, of each kind of page at most six, and asks for each page eleven times: once with every request made anew from the database, once as it
is served (`web.kept_pages`). "First visit" is the page and all that it loads, compressed
as the browser asks for it, headers included. The server's time is from the request's last byte to the answer's last.
"""

from __future__ import annotations

import gzip
import http.client
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlparse

TIMES = 11
MOST_BYTES = 100_000
MOST_MILLISECONDS = 60
BIN = Path(sys.executable).parent / "smallplaces"
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')
LOADED = re.compile(
    r'<(?:link\b[^>]*\brel="(?:stylesheet|icon)"[^>]*\bhref|script\b[^>]*\bsrc|img\b[^>]*\bsrc)="([^"]+)"'
)


MOST_OF_A_KIND = 6
# What tells one page of a kind from the next: an id, or a word of an address that is a name.
ID = re.compile(
    r"/[0-9a-hjkmnp-tv-z]{26}(?=/)(?:/(?!rights-sheet|tree)[^/]+)?|(?<=/places)/[^/]+|(?<=/norms)/[^/]+(?:/[^/]+)?|(?<=/rights)/[^/]+"
    r"|(?<=/groups)/[^/]+|(?<=/to)/[A-Z]{2}"
)
Measured = dict[str, tuple[int, float]]


@dataclass(frozen=True)
class Answer:
    """One answer: status, bytes on the wire (head and body), its text, and the milliseconds it took."""

    status: int
    wire: int
    text: str
    milliseconds: float


class Visitor:
    """A stranger with one kept-open connection that takes gzip."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def get(self, path: str) -> Answer:
        """Asks once."""
        begun = time.perf_counter()
        self.connection.request("GET", path, headers={"Host": "localhost", "Accept-Encoding": "gzip"})
        response = self.connection.getresponse()
        body = response.read()
        took = (time.perf_counter() - begun) * 1000
        head = sum(len(name) + len(value) + 4 for name, value in response.getheaders()) + 19
        plain = gzip.decompress(body) if response.getheader("Content-Encoding") == "gzip" else body
        return Answer(response.status, head + len(body), plain.decode("utf-8", "replace"), took)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def pages_of(visitor: Visitor, *starts: str) -> list[str]:
    """Pages that a stranger reaches by links, in the order found; of each kind at most so many."""
    found, waiting, seen = [], list(starts or "/"), Counter[str]()
    while waiting:
        here = waiting.pop(0)
        for link in ["", *LINK.findall(visitor.get(here).text)]:
            parsed = urlparse(urldefrag(urljoin(f"http://localhost{here}", link)).url)
            kind = ID.sub("/*", parsed.path)
            if parsed.hostname != "localhost" or parsed.query or parsed.path in found or seen[kind] >= MOST_OF_A_KIND:
                continue
            if re.search(r"\.(json|csv|pdf|docx|html|ics|txt|atom)$|/files/|/account/", parsed.path):
                continue
            if visitor.get(parsed.path).status == http.HTTPStatus.OK:
                seen[kind] += 1
                found.append(parsed.path)
                waiting.append(parsed.path)
    return found


def measure(visitor: Visitor, path: str) -> tuple[int, float]:
    """Bytes of a first visit and the median milliseconds of the page itself."""
    answers = [visitor.get(path) for _ in range(TIMES)]
    loaded = {urljoin(path, link) for link in LOADED.findall(answers[0].text)}
    wire = answers[0].wire + sum(visitor.get(one).wire for one in loaded)
    return wire, statistics.median(one.milliseconds for one in answers)


@contextmanager
def running(environment: dict[str, str], *, keep: str) -> Iterator[Visitor]:
    """The site with one worker, with or without keeping pages in memory, and a visitor before it."""
    environment = {**environment, "PORT": str(free_port()), "SMALLPLACES_KEEP_PAGES": keep}
    server = subprocess.Popen([str(BIN), "serve"], env=environment, stdout=subprocess.PIPE)
    try:
        if server.stdout is None or b"http" not in server.stdout.readline():
            raise SystemExit("The site did not start.")
        yield Visitor(int(environment["PORT"]))
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Prints the table; 1 if a page is over a limit."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "SMALLPLACES_HOME": home}
        environment.pop("DATABASE_URL", None)
        run = [str(BIN), "demo", "--today", "2026-03-01", "--out", home, "--no-serve"]
        subprocess.run(run, env=environment, check=True, stdout=subprocess.DEVNULL)
        with running(environment, keep="no") as visitor:
            paths = pages_of(visitor)
            anew = {path: measure(visitor, path) for path in paths}
        with running(environment, keep="yes") as visitor:
            again = {path: measure(visitor, path) for path in paths}
    return show(anew, again)


def show(anew: Measured, again: Measured) -> int:
    """Prints the slowest pages and the line for the README."""
    slowest_first = sorted(anew, key=lambda path: -anew[path][1])
    print(f"{'page':<64} {'first visit':>14} {'made anew':>12} {'as served':>12}")
    for path in slowest_first if "--each" in sys.argv else slowest_first[:8]:
        print(f"{path[:64]:<64} {again[path][0]:>8,} bytes {anew[path][1]:>9.1f} ms {again[path][1]:>9.1f} ms")
    heaviest, slowest = max(row[0] for row in again.values()), max(row[1] for row in again.values())
    print(f"\n{len(again)} pages. Heaviest {heaviest:,} bytes at a first visit.")
    for what, rows in (("Made anew at each request", anew), ("As served, median of eleven requests", again)):
        times = [row[1] for row in rows.values()]
        print(f"{what}: median of all pages {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms.")
    return int(heaviest >= MOST_BYTES or slowest >= MOST_MILLISECONDS)


if __name__ == "__main__":
    sys.exit(main())
