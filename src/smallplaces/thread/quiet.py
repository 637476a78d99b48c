"""Which groups have gone silent: computed from what was done when, kept nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smallplaces.core.clock import today
from smallplaces.core.history import last_deeds
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.queries import groups_of, groups_open
from smallplaces.meetings.queries import last_meetings

if TYPE_CHECKING:
    from smallplaces.groups.models import Group

QUIET_DAYS = 90
# What counts as work: a meeting called or held, words typed, a step, what happened next, a decision, a read-back.
WORK = ("meeting", "series", "room", "sentence", "step", "followup", "decision", "readback")


@dataclass(frozen=True)
class Quiet:
    """A group that has been silent since a day."""

    id: str
    slug: str
    name: str
    lang: str
    dir: str
    place_name: str
    since: dt.date
    kind: str = "group"


def quiet_groups(viewer: Viewer) -> list[Quiet]:
    """Those of the viewer's own groups that have gone silent. Three queries."""
    return _quiet(groups_of(viewer))


def quiet_for_stewards(viewer: Viewer) -> list[Quiet]:
    """Every open group that has gone silent, longest first; for stewards alone. Three queries."""
    return sorted(_quiet(groups_open()), key=lambda one: one.since) if viewer.is_steward else []


def quiet_since(group: Group) -> dt.date | None:
    """Since when one group is silent; None where it is at work. Two queries."""
    return next((one.since for one in _quiet([group])), None)


def _quiet(groups: Iterable[Group]) -> list[Quiet]:
    open_ones = [one for one in groups if one.state == GroupState.OPEN and one.opened_on]
    ids = [one.pk for one in open_ones]
    deeds, meetings = last_deeds(ids, WORK), last_meetings(ids)
    found = []
    for group in open_ones:
        days = [group.opened_on, deeds.get(group.pk), meetings.get(group.pk)]
        since = max(day for day in days if day is not None)
        # A meeting that is still to come is no silence, however long ago it was called.
        if (today(group.place.zone) - since).days >= QUIET_DAYS:
            found.append(Quiet(group.pk, group.slug, group.name, group.lang, group.dir, group.place.name, since))
    return found
