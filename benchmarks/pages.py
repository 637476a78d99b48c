"""Every public page of the demonstration place: bytes on the wire at a first visit, and the server's median time.

    python -m benchmarks.pages [--each]

Makes a home of its own, loads Osier Bend as of 1 March 2026, runs the site with one worker, follows every link that a
stranger can follow, and asks for each page eleven times. "First visit" is the page and all that it loads, compressed
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


def pages_of(visitor: Visitor) -> list[str]:
    """Every page that a stranger reaches by links, in the order found."""
    found, waiting = ["/"], ["/"]
    while waiting:
        here = waiting.pop()
        for link in LINK.findall(visitor.get(here).text):
            path = urldefrag(urljoin(f"http://localhost{here}", link)).url
            parsed = urlparse(path)
            if (
                parsed.hostname != "localhost"
                or parsed.query
                or re.search(r"\.(json|csv|pdf|docx|html)$|/files/|/account/", parsed.path)
            ):
                continue
            if parsed.path not in found and visitor.get(parsed.path).status == http.HTTPStatus.OK:
                found.append(parsed.path)
                waiting.append(parsed.path)
    return found


def measure(visitor: Visitor, path: str) -> tuple[int, float]:
    """Bytes of a first visit and the median milliseconds of the page itself."""
    answers = [visitor.get(path) for _ in range(TIMES)]
    loaded = {urljoin(path, link) for link in LOADED.findall(answers[0].text)}
    wire = answers[0].wire + sum(visitor.get(one).wire for one in loaded)
    return wire, statistics.median(one.milliseconds for one in answers)


def main() -> int:
    """Prints the table; 1 if a page is over a limit."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "SMALLPLACES_HOME": home, "PORT": str(free_port())}
        environment.pop("DATABASE_URL", None)
        run = [str(BIN), "demo", "--today", "2026-03-01", "--out", home, "--no-serve"]
        subprocess.run(run, env=environment, check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([str(BIN), "serve"], env=environment, stdout=subprocess.PIPE)
        try:
            if server.stdout is None or b"http" not in server.stdout.readline():
                return 1
            return show(Visitor(int(environment["PORT"])))
        finally:
            server.terminate()
            server.wait()


def show(visitor: Visitor) -> int:
    """Measures and prints."""
    rows = [(path, *measure(visitor, path)) for path in pages_of(visitor)]
    rows.sort(key=lambda row: -row[2])
    print(f"{'page':<70} {'bytes at a first visit':>22} {'server, median':>15}")
    for path, wire, milliseconds in rows if "--each" in sys.argv else rows[:8]:
        print(f"{path[:70]:<70} {wire:>22,} {milliseconds:>12.1f} ms")
    heaviest, slowest = max(row[1] for row in rows), max(row[2] for row in rows)
    middle = statistics.median(row[2] for row in rows)
    print(f"\n{len(rows)} pages. Heaviest {heaviest:,} bytes; slowest {slowest:.1f} ms; median of all {middle:.1f} ms.")
    return int(heaviest >= MOST_BYTES or slowest >= MOST_MILLISECONDS)


if __name__ == "__main__":
    sys.exit(main())
