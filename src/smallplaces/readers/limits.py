"""How little a process may take that opens what a stranger sent."""

import os
import resource
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MEMORY = 512 * 1024 * 1024  # bytes of address space
SECONDS = 20  # of processor time


@dataclass(frozen=True, slots=True)
class Means:
    """What a process keeps that reads one kind of file: bytes of address space, and threads for a decoder."""

    memory: int = MEMORY
    threads: int = 0


def tighten(*, memory: int = MEMORY, seconds: int = SECONDS, threads: int = 0) -> None:
    """Takes from this process, for good: more memory and time than given, writing files, starting others, core dumps.

    `threads` are for a decoder that does nothing without one. The system counts them with all that its account runs.
    """
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, sum(_running()) + threads if threads else 0),
    ):
        _lower(what, limit)


def open_nothing_more() -> None:
    """No file and no socket can be opened from here on; call it when all that is needed has been imported."""
    _lower(resource.RLIMIT_NOFILE, 3)


def _running() -> Iterator[int]:
    """How many threads each process of this account has, where the system tells."""
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if status.stat().st_uid == os.getuid():
                yield int(status.read_text("ascii", "replace").partition("Threads:")[2].split()[0])
        except (OSError, ValueError, IndexError):  # it ended while we looked
            continue


def _lower(what: int, limit: int) -> None:
    _, most = resource.getrlimit(what)
    allowed = limit if most == resource.RLIM_INFINITY else min(limit, most)
    resource.setrlimit(what, (allowed, allowed))
