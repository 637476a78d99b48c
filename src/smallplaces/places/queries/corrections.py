"""Reads of what people say is wrong. Only those who may decide on a correction see it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from smallplaces.core.enums import Standing
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.places.correcting import find_correctable
from smallplaces.places.models import Correction


@dataclass(frozen=True, kw_only=True)
class CorrectionLine:
    """A correction that waits: of what, which fact, how it stands now, what it should say, where that is known from."""

    id: str
    about: str
    place_slug: str
    place_name: str
    title: str
    title_lang: str
    fact: str
    before: str
    now: str
    text: str
    lang: str
    dir: str
    source: str
    why: str
    can_stand_beside: bool

    @property
    def changed_since(self) -> bool:
        """Whether the record was changed after this was proposed."""
        return self.before != self.now


def _waiting(viewer: Viewer) -> QuerySet[Correction]:
    rows = Correction.objects.filter(standing=Standing.PROPOSED).select_related("place")
    if not viewer.is_steward:
        rows = rows.filter(place_id__in=viewer.place_ids)
    return rows.order_by("proposed_on", "id")


def corrections_waiting(viewer: Viewer, *, place_id: str = "") -> list[CorrectionLine]:
    """Corrections that this viewer may decide on, oldest first; of one place, or of all."""
    rows = _waiting(viewer)
    lines = (_line(row, viewer) for row in (rows.filter(place_id=place_id) if place_id else rows))
    return [line for line in lines if line is not None]


def get_correction(correction_id: str, *, viewer: Viewer) -> Correction:
    """One correction that waits for this viewer. Raises NotVisibleError."""
    row = _waiting(viewer).filter(pk=correction_id).first()
    if row is None:
        raise NotVisibleError(correction_id)
    return row


def _line(row: Correction, viewer: Viewer) -> CorrectionLine | None:
    """None where the record is gone meanwhile."""
    try:
        thing = find_correctable(row.about, row.thing_id, viewer=viewer)
    except NotVisibleError:
        return None
    fact = thing.fact(row.field)
    return CorrectionLine(
        id=row.pk,
        about=row.about,
        place_slug=row.place.slug if row.place else "",
        place_name=row.place.name if row.place else "",
        title=thing.title,
        title_lang=thing.lang,
        fact=str(fact.label) if fact else row.field,
        before=row.before,
        now=fact.now if fact else "",
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        source=row.source,
        why=row.why,
        can_stand_beside=thing.can_stand_beside,
    )
