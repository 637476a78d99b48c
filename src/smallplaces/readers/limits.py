"""How little a process may take that opens what a stranger sent."""

import resource

MEMORY = 512 * 1024 * 1024  # bytes of address space
SECONDS = 20  # of processor time


def tighten(*, memory: int = MEMORY, seconds: int = SECONDS) -> None:
    """Takes from this process, for good: more memory and time than given, writing files, starting others, core dumps."""
    for what, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        _lower(what, limit)


def open_nothing_more() -> None:
    """No file and no socket can be opened from here on; call it when all that is needed has been imported."""
    _lower(resource.RLIMIT_NOFILE, 3)


def _lower(what: int, limit: int) -> None:
    _, most = resource.getrlimit(what)
    allowed = limit if most == resource.RLIM_INFINITY else min(limit, most)
    resource.setrlimit(what, (allowed, allowed))
