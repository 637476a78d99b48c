"""What pages get of meetings, series and trainings: plain values, made for one viewer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from smallplaces.core.clock import today
from smallplaces.core.enums import Standing, Visibility
from smallplaces.groups.enums import GroupState
from smallplaces.meetings.enums import MeetingKind, StepFree
from smallplaces.meetings.models import Meeting

# What a page gets as it stands in the table.
AS_IT_STANDS = (
    "text", "lang", "dir", "on", "starts", "ends", "zone", "where", "how_to_get_there", "childcare", "food", "fare_paid",
    "spoken", "step_free", "made_on", "article", "plan", "agenda", "outcomes", "follow_up",
)  # fmt: skip


@dataclass(frozen=True)
class TaughtLine:
    """What a training was, beside its meeting."""

    audience: str
    sector: str
    side: str
    side_words: str
    body_id: str
    body_name: str


@dataclass(frozen=True)
class MeetingLine:
    """A meeting: what, when in its own zone, where, and what makes it possible to come."""

    id: str
    text: str
    lang: str
    dir: str
    meeting_kind: str
    on: dt.date
    starts: dt.time | None
    zone: str
    where: str
    how_to_get_there: str
    childcare: bool
    food: bool
    fare_paid: bool
    spoken: str
    step_free: str
    step_free_words: str
    group_id: str
    group_name: str
    group_slug: str
    contact: str
    story_contact: str
    place_name: str
    place_slug: str
    fictional: bool
    room_id: str
    room_name: str
    room_lang: str
    is_public: bool
    mine: bool
    ends: dt.time | None
    kind_code: str
    made_on: dt.date
    article: int | None
    plan: str
    agenda: str
    outcomes: str
    follow_up: str
    series_id: str
    training: TaughtLine | None
    kind: str = field(default="meeting", init=False)

    @property
    def is_to_come(self) -> bool:
        """Whether its day is still to come, or is this one, where the meeting is."""
        return self.on >= today(self.zone)


@dataclass(frozen=True)
class SeriesLine:
    """A series, for its own group: what, how often, and when next."""

    id: str
    text: str
    lang: str
    dir: str
    series_kind: str
    rule_words: str
    first_on: dt.date
    ended_on: dt.date | None
    next_on: dt.date | None
    date_count: int
    group_id: str
    group_name: str
    group_slug: str
    fictional: bool
    kind: str = field(default="series", init=False)


@dataclass(frozen=True)
class TrainingLine:
    """A training: which body, when, whom, for them or by them, and how many came where this viewer may know."""

    id: str
    body_name: str
    on: dt.date
    audience: str
    sector: str
    side_words: str
    head_count: int | None
    meeting_id: str
    text: str
    lang: str
    dir: str
    group_name: str
    is_public: bool
    fictional: bool
    kind: str = field(default="training", init=False)


def meeting_line(row: Meeting, *, mine: bool) -> MeetingLine:
    """One row with its group, place, room and training."""
    return MeetingLine(
        id=row.pk,
        kind_code=row.kind,
        meeting_kind=str(row.get_kind_display()),
        step_free_words="" if row.step_free == StepFree.UNKNOWN else str(row.get_step_free_display()),
        mine=mine,
        is_public=row.visibility == Visibility.PUBLIC and row.group.state == GroupState.OPEN,
        # A series is its group's own; for others each date stands alone.
        series_id=(row.series_id or "") if mine else "",
        training=_taught(row, mine=mine),
        **{name: getattr(row, name) for name in AS_IT_STANDS},
        **_around(row),
    )


def _around(row: Meeting) -> dict[str, Any]:
    group, place = row.group, row.group.place
    return {
        "group_id": group.pk,
        "group_name": group.name,
        "group_slug": group.slug,
        "contact": group.contact,
        "story_contact": group.story_contact,
        "place_name": place.name,
        "place_slug": place.slug,
        "fictional": place.fictional,
        "room_id": row.room.pk,
        "room_name": row.room.name,
        "room_lang": row.room.lang,
    }


def _taught(row: Meeting, *, mine: bool) -> TaughtLine | None:
    training = getattr(row, "training", None)
    if training is None or row.kind != MeetingKind.TRAINING:
        return None
    body = training.body
    shown = body if body is not None and (mine or body.standing == Standing.ACCEPTED) else None
    return TaughtLine(
        audience=training.audience,
        sector=training.sector,
        side=training.side,
        side_words=str(training.get_side_display()),
        body_id=shown.pk if shown else "",
        body_name=shown.name if shown else "",
    )
