"""What can be linked to rights, told by the apps themselves: each registers its kinds in `AppConfig.ready`.

Norms lie below the thread and may not import it, yet a suggestion, a link and its page are the same for every kind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from smallplaces.core.viewers import Viewer
from smallplaces.norms.models import RightLink


@dataclass(frozen=True)
class Said:
    """The words of a thing, for a suggestion. They are read and not kept."""

    text: str
    lang: str


@dataclass(frozen=True)
class Linkable:
    """One kind of record of the thread that rights can stand beside.

    `kind` is the glossary's word and the name of the key in `model`. `visible` gives the rows that a viewer may see;
    `place_path` and `group_path` walk from a row to its place and to the group that holds it ("" for common records).
    """

    kind: str
    model: type[RightLink]
    visible: Callable[[Viewer], QuerySet[Any]]
    said: Callable[[Any], Said]
    may_link: Callable[[Viewer, Any], bool]
    place_path: str = "place_id"
    group_path: str = "group_id"

    @property
    def links(self) -> QuerySet[Any]:
        """Every link beside things of this kind."""
        rows: QuerySet[Any] = self.model._meta.default_manager.all()  # type: ignore[union-attr]
        return rows


_linkables: dict[str, Linkable] = {}


def register(one: Linkable) -> None:
    """Called from `AppConfig.ready`."""
    _linkables[one.kind] = one


def linkable(kind: str) -> Linkable | None:
    """The kind of this name, if rights can stand beside it."""
    return _linkables.get(kind)


def linkables() -> list[Linkable]:
    """Every kind that rights can stand beside, by name."""
    return [_linkables[kind] for kind in sorted(_linkables)]
