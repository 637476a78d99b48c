"""What needs us today, one sentence each. Each source asks one app's queries with the viewer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.pages import own_groups, waiting_groups
from smallplaces.places.queries import places_waiting


@dataclass(frozen=True)
class Need:
    """One thing that waits for us: a sentence, what it is about, and where one can do it."""

    sentence: str
    kind: str
    id: str
    url: str


def groups_on_their_way(viewer: Viewer) -> list[Need]:
    """Groups that cannot publish yet, because a second holder is missing."""
    words = _("%(group)s waits for a second holder before it can publish anything.")
    return [
        Need(words % {"group": group.name}, "group", group.id, reverse("desk:group", args=[group.slug]))
        for group in own_groups(viewer)
        if group.state == GroupState.OPENING
    ]


def asked_of_stewards(viewer: Viewer) -> list[Need]:
    """Groups and places that wait for a steward; nothing for others."""
    url = reverse("desk:steward")
    groups = _("%(group)s, in %(place)s, asks to begin.")
    places = _("%(place)s waits to be looked at.")
    return [
        *(
            Need(
                groups % {"group": group.name, "place": group.place_name}, "group", group.id, f"{url}#group-{group.id}"
            )
            for group in waiting_groups(viewer)
        ),
        *(
            Need(places % {"place": place.name}, "place", place.pk, f"{url}#place-{place.pk}")
            for place in places_waiting(viewer)
        ),
    ]


# In the order in which the desk shows them.
SOURCES: list[Callable[[Viewer], list[Need]]] = [groups_on_their_way, asked_of_stewards]


def needs(viewer: Viewer) -> list[Need]:
    """Everything that waits for this viewer."""
    return [need for source in SOURCES for need in source(viewer)]
