"""Withdrawal runs upward without imports.

Each app whose tables point at something that can be taken back registers here, in its `AppConfig.ready`, how it
uses such things and how it lets go of them. `take_back` calls them all inside its one transaction; "where this went"
reads the same registry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from smallplaces.core.viewers import Viewer

# The kinds of record whose words can be taken back; a foreign key to one of them needs a registration.
WITHDRAWABLE = ("sentence", "statement")


@dataclass(frozen=True)
class End:
    """One place that words reached: a record made from them or that names them.

    `out_of_reach` says, in words, to whom a copy was handed and when; empty where we can still take the words out.
    """

    of_id: str
    kind: str
    thing_id: str
    out_of_reach: str = ""


UsesOf = Callable[[str, Sequence[str]], list[End]]
Retract = Callable[[str, Sequence[str], Viewer], list[End]]


@dataclass(frozen=True)
class Registration:
    """What one app does for one kind of thing that can be taken back."""

    app: str
    kind: str
    uses_of: UsesOf
    retract: Retract


_registrations: dict[tuple[str, str], Registration] = {}


def register(app: str, kind: str, *, uses_of: UsesOf, retract: Retract) -> None:
    """Called from `AppConfig.ready`."""
    if kind not in WITHDRAWABLE:
        raise ValueError(kind)
    _registrations[app, kind] = Registration(app, kind, uses_of, retract)


def registered(kind: str) -> list[Registration]:
    """Every app that uses things of this kind, in a fixed order."""
    return [value for (_app, its), value in sorted(_registrations.items()) if its == kind]


def uses_of(kind: str, ids: Sequence[str]) -> list[End]:
    """Every place that these things reached. The caller shows a viewer only what the viewer may see."""
    return [end for one in registered(kind) for end in one.uses_of(kind, ids)]


def retract(kind: str, ids: Sequence[str], by: Viewer) -> list[End]:
    """Lets every app lose these words, in the caller's transaction. Returns the ends that are out of reach."""
    return [end for one in registered(kind) for end in one.retract(kind, ids, by) if end.out_of_reach]
