"""Reads of days in the history of places, and of the movement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from smallplaces.core.dates import PartialDate
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.places.models import Milestone, Place


@dataclass(frozen=True, kw_only=True)
class MilestoneLine:
    """A day in a history. `source_words` is what its source calls it; without a place it belongs to the movement."""

    kind: str = "milestone"
    id: str
    place_slug: str
    place_name: str
    place_lang: str
    own_kind: str
    own_kind_words: str
    source_words: str
    title: str
    text: str
    lang: str
    dir: str
    on: PartialDate | None
    source: str
    waits: bool
    fictional: bool


def milestones_visible_to(viewer: Viewer) -> QuerySet[Milestone]:
    """Accepted days for everybody; a proposed one for those who may accept it. Those of a place that waits, with it."""
    rows = Milestone.objects.select_related("place").order_by("on_earliest", "on_latest", "title", "id")
    if viewer.is_steward:
        return rows.exclude(standing=Standing.REFUSED).exclude(place__standing=Standing.REFUSED)
    here = Q(place__isnull=True) | Q(place__standing=Standing.ACCEPTED)
    own = Q(place_id__in=viewer.place_ids) & ~Q(place__standing=Standing.REFUSED)
    return rows.filter(
        (here | own) & (Q(standing=Standing.ACCEPTED) | Q(standing=Standing.PROPOSED, place_id__in=viewer.place_ids))
    )


def milestone_lines(rows: Iterable[Milestone]) -> tuple[MilestoneLine, ...]:
    """Rows as pages take them."""
    return tuple(
        MilestoneLine(
            id=row.pk,
            place_slug=row.place.slug if row.place else "",
            place_name=row.place.name if row.place else "",
            place_lang=row.place.lang if row.place else "",
            own_kind=row.kind,
            own_kind_words=str(row.get_kind_display()),
            source_words=row.kind_words,
            title=row.title,
            text=row.text,
            lang=row.lang,
            dir=row.dir,
            on=row.on_date,
            source=row.source,
            waits=row.standing == Standing.PROPOSED,
            fictional=bool(row.place and row.place.fictional),
        )
        for row in rows
    )


def milestones_of_place(place: Place, *, viewer: Viewer) -> tuple[MilestoneLine, ...]:
    """The days of one place, oldest first. One query."""
    return milestone_lines(milestones_visible_to(viewer).filter(place=place))


def milestones_of_all(*, viewer: Viewer) -> tuple[MilestoneLine, ...]:
    """The days of the movement and of all real places, oldest first; made-up places have no part in it. One query."""
    return milestone_lines(milestones_visible_to(viewer).exclude(place__fictional=True))


def get_milestone(milestone_id: str, *, viewer: Viewer) -> Milestone:
    """One day of a history. Raises NotVisibleError."""
    row = milestones_visible_to(viewer).filter(pk=milestone_id).first()
    if row is None:
        raise NotVisibleError(milestone_id)
    return row


def milestones_waiting(viewer: Viewer) -> tuple[MilestoneLine, ...]:
    """Proposed days that the viewer may accept, oldest proposal first. One query."""
    rows = milestones_visible_to(viewer).filter(standing=Standing.PROPOSED)
    return milestone_lines(rows.order_by("proposed_on", "id"))
