"""What a right or an article means in a place, in the words of groups there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.norms.models import MeaningNote
from smallplaces.norms.policies import may_change_note


@dataclass(frozen=True)
class NoteLine:
    """One group's words, at its place."""

    id: str
    text: str
    lang: str
    dir: str
    place_name: str
    place_slug: str
    place_lang: str
    group_name: str
    group_slug: str
    group_lang: str
    made_on: dt.date
    visibility: str
    fictional: bool
    ours: bool
    kind: str = "meaningnote"


def notes_visible_to(viewer: Viewer) -> QuerySet[MeaningNote]:
    """Public notes of open groups, and those that the viewer's own groups hold or were shown."""
    rows = MeaningNote.objects.filter(held_by_visible_groups("meaningnote", viewer))
    return rows.select_related("group", "place", "right", "provision__version__norm").order_by(
        "place__name", "made_on", "id"
    )


def notes_beside(
    *, viewer: Viewer, right_id: str = "", provision_id: str = "", place_id: str = ""
) -> tuple[NoteLine, ...]:
    """The notes beside one right or one provision, in every place or in one. One query."""
    beside = Q(right_id=right_id) if right_id else Q(provision_id=provision_id)
    rows = notes_visible_to(viewer).filter(beside)
    if place_id:
        rows = rows.filter(place_id=place_id)
    return tuple(note_line(row, viewer) for row in rows)


def get_note(note_id: str, *, viewer: Viewer) -> MeaningNote:
    """One note that the viewer may read. Raises NotVisibleError. One query."""
    row = notes_visible_to(viewer).filter(pk=note_id).first()
    if row is None:
        raise NotVisibleError(note_id)
    return row


def note_line(row: MeaningNote, viewer: Viewer) -> NoteLine:
    """A row of `notes_visible_to` as pages show it."""
    return NoteLine(
        id=row.pk,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        place_name=row.place.name,
        place_slug=row.place.slug,
        place_lang=row.place.lang,
        group_name=row.group.name,
        group_slug=row.group.slug,
        group_lang=row.group.lang,
        made_on=row.made_on,
        visibility=row.visibility,
        fictional=row.place.fictional,
        ours=may_change_note(viewer, row),
    )
