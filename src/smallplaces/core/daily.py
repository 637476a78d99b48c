"""What comes round by itself: an app registers it in `AppConfig.ready`, the server starts it (`core.tasks.look_after`).

So that core imports no app: it only calls what was handed in. What the daily sweep does is registered in `core.sweeping`.
"""

from __future__ import annotations

from collections.abc import Callable

Look = Callable[[], None]
_kinds: list[str] = []
_looks: list[Look] = []


def once_a_day(kind: str) -> None:
    """Starts a job of this kind once a day. The kind itself is registered with `core.jobs`."""
    if kind not in _kinds:
        _kinds.append(kind)


def once_a_minute(look: Look) -> None:
    """Calls `look` about once a minute. It does little: it starts a job where there is something to do."""
    if look not in _looks:
        _looks.append(look)


def kinds() -> tuple[str, ...]:
    """The kinds of job that begin once a day."""
    return tuple(_kinds)


def looks() -> tuple[Look, ...]:
    """What is called once a minute."""
    return tuple(_looks)
