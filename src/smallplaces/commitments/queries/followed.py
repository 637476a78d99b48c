"""What followed a common text: later days of its place, and what is told of its history."""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.commitments.models import Act
from smallplaces.core.viewers import Viewer
from smallplaces.places.enums import ClaimField, ClaimStanding
from smallplaces.places.queries import MilestoneLine, claims_of, milestones_of_place


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """What one source tells of the history of a place."""

    kind: str = "claim"
    id: str
    text: str
    lang: str
    dir: str
    on: str
    source: str


def days_after(act: Act, *, viewer: Viewer) -> tuple[MilestoneLine, ...]:
    """Days in the history of its place since a common text; all of them where nobody knows its day. One query."""
    if act.group_id:
        return ()
    days = milestones_of_place(act.place, viewer=viewer)
    since = act.on_earliest
    return tuple(one for one in days if since is None or (one.on is not None and one.on.latest >= since))


def history_of(act: Act, *, viewer: Viewer) -> tuple[HistoryLine, ...]:
    """What sources tell of the history of its place, beside a common text. One query."""
    if act.group_id:
        return ()
    return tuple(
        HistoryLine(id=one.pk, text=one.text, lang=one.lang, dir=one.dir, on=str(one.on_date or ""), source=one.source)
        for one in claims_of(act.place, viewer=viewer)
        if one.field == ClaimField.HISTORY and one.shown != ClaimStanding.REPLACED
    )
