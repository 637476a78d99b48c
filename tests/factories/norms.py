"""The smallest valid objects of norms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.factories.groups import make_group
from tests.factories.meetings import inside

if TYPE_CHECKING:
    from smallplaces.groups.models import Group
    from smallplaces.norms.models import MeaningNote, NormVersion, Provision, Right, SignOn


def make_catalogue() -> None:
    """The shipped texts."""
    from smallplaces.core.viewers import command
    from smallplaces.norms.actions import load_catalogue

    load_catalogue(by=command())


def make_principles(group: Group | None = None, **fields: Any) -> NormVersion:
    """The first version of principles that a group brought."""
    from smallplaces.norms.actions import add_principles

    group = group or make_group()
    smallest = {"name": "River principles", "label": "2025", "on": "2025-06", "source": "we wrote them"}
    words = {"principles": "The river is nobody's.\nWho drinks decides."}
    return add_principles(group, **smallest | words | {"by": inside(group)} | fields)


def make_sign_on(group: Group | None = None, version: NormVersion | None = None, **fields: Any) -> SignOn:
    """A group's name under a version; private where nothing else is said."""
    from smallplaces.norms.actions import sign_norm

    group = group or make_group()
    return sign_norm(version or make_principles(group), group=group, **{"by": inside(group)} | fields)


def make_note(group: Group | None = None, beside: Right | Provision | None = None, **fields: Any) -> MeaningNote:
    """What something means in a group's place; only its own people read it where nothing else is said."""
    from smallplaces.norms.actions.meanings import note_meaning, show_meaning
    from tests.factories.links import a_right

    group = group or make_group()
    visibility = fields.pop("visibility", "private")
    told = {"text": "Nobody loses their heat in January.", "by": inside(group)} | fields
    row = note_meaning(group, beside or a_right(), **told)
    return row if visibility == "private" else show_meaning(row, visibility=visibility, by=told["by"])
