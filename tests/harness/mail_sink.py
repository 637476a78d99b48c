"""A mail server that keeps what it is handed, and misbehaves when an address asks for it.

The part of an address before "@" or "+" says how: gone (no such address), later (not now), rule (not from us), cut (takes the
letter and hangs up without a word), slow (answers the letter after `slow` seconds).
"""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any, Self, cast

ANSWERS = {
    "gone": b"550 5.1.1 no such address\r\n",
    "later": b"451 4.3.0 not now\r\n",
    "rule": b"550 5.7.1 not you\r\n",
}


class Talk(socketserver.StreamRequestHandler):
    """One connection."""

    def setup(self) -> None:
        super().setup()
        self.sink = cast("Sink", self.server)
        self.to = ""

    def handle(self) -> None:
        """Answers line by line until the other end goes."""
        self.sink.connections += 1
        self.say(b"220 sink\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"QUIT":
                self.say(b"221 bye\r\n")
                return
            if verb == b"RCPT":
                self.recipient(line)
            elif verb == b"DATA":
                if not self.letter():
                    return
            else:
                self.say(b"250 ok\r\n")

    def say(self, words: bytes) -> None:
        self.wfile.write(words)

    def how(self) -> str:
        return self.to.partition("@")[0].partition("+")[0]

    def recipient(self, line: bytes) -> None:
        self.to = line.decode().partition("<")[2].partition(">")[0]
        self.say(ANSWERS.get(self.how(), b"250 ok\r\n"))

    def letter(self) -> bool:
        """Takes the letter whole; False where the line is cut."""
        self.say(b"354 go on\r\n")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False  # It was never said to its end, so nobody may deliver it.
            lines.append(line)
        self.sink.keep(self.to, b"".join(lines))
        if self.how() == "cut":
            return False
        if self.how() == "slow":
            time.sleep(self.sink.slow)
        self.say(b"250 kept\r\n")
        return True


class Sink(socketserver.ThreadingTCPServer):
    """The server, on a free port of this machine, in threads of its own: `with Sink() as sink`."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *, pause: float = 0.0, on_letter: Callable[[int], None] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.pause, self.on_letter, self.slow = pause, on_letter, 5.0
        self.got: Counter[str] = Counter()
        self.keys: set[str] = set()
        self.letters: list[EmailMessage] = []
        self.connections = 0
        self.lock = threading.Lock()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def keep(self, to: str, data: bytes) -> None:
        """Counts a letter for an address; `on_letter` hears how many there are, before the answer."""
        letter = cast("EmailMessage", email.message_from_bytes(data, policy=email.policy.default))
        with self.lock:
            self.got[to] += 1
            self.keys.add(str(letter["Message-ID"]))
            self.letters.append(letter)
            number = self.got.total()
        if self.pause:
            time.sleep(self.pause)
        if self.on_letter:
            self.on_letter(number)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed is what we are here for."""

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()
