"""What can be corrected, and how a correction is taken up: each app registers the records that it keeps.

Places lie below commitments, so that a text cannot be named here; its app registers in `AppConfig.ready`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from smallplaces.core.refusals import NotVisibleError

if TYPE_CHECKING:
    from smallplaces.core.viewers import Viewer
    from smallplaces.places.models import Correction, Place


@dataclass(frozen=True)
class Fact:
    """One fact that a correction can be about: the field, what it is called, how it stands now, how long it may be.

    `check` raises RefusedError for what it can never say.
    """

    field: str
    label: str | Promise
    now: str
    most: int = 4000
    check: Callable[[str], object] | None = None


@dataclass(frozen=True)
class Correctable:
    """A record as a correction sees it. `place` is None for what belongs to no one place."""

    about: str
    id: str
    title: str
    lang: str
    dir: str
    place: Place | None
    facts: tuple[Fact, ...]
    # Whether the new words can stand beside the old ones, as claims of two sources do.
    can_stand_beside: bool = False

    def fact(self, field: str) -> Fact | None:
        """One of its facts."""
        return next((one for one in self.facts if one.field == field), None)


# Gives the record that this viewer may see, or raises NotVisibleError.
Find = Callable[[str, "Viewer"], Correctable]
# Takes a correction up inside the transaction of its acceptance; the bool says "beside", else instead.
TakeUp = Callable[["Correction", bool, "Viewer"], None]

_kinds: dict[str, tuple[Find, TakeUp]] = {}


def register(about: str, *, find: Find, take_up: TakeUp) -> None:
    """Called from `AppConfig.ready`."""
    _kinds[about] = (find, take_up)


def find_correctable(about: str, thing_id: str, *, viewer: Viewer) -> Correctable:
    """The record that a correction is about. Raises NotVisibleError."""
    if about not in _kinds:
        raise NotVisibleError(about)
    return _kinds[about][0](thing_id, viewer)


def take_up(row: Correction, *, beside: bool, by: Viewer) -> None:
    """Writes what the correction says into its record. Raises NotAllowedError, RefusedError."""
    _kinds[row.about][1](row, beside, by)
