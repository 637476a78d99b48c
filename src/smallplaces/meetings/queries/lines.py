"""What pages get: plain values, made for one viewer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.enums import Standing, Visibility
from smallplaces.core.words import direction
from smallplaces.groups.enums import GroupState
from smallplaces.meetings.enums import PUBLISHED_SAID_BY, PUBLISHED_VOICE, MeetingKind, SaidBy, StepFree
from smallplaces.meetings.models import Meeting, ReadBack, Sentence


@dataclass(frozen=True)
class TranslationLine:
    """A sentence in another language; `machine` when no person made it."""

    text: str
    lang: str
    dir: str
    by_words: str
    machine: bool


@dataclass(frozen=True)
class SentenceLine:
    """A sentence as this viewer may read it. `tells` is how_it_is or what_we_want; `inside` when all five words show.

    `said_by` is "most", `said_by_words` "said by most".
    """

    id: str
    text: str
    lang: str
    dir: str
    said_by: str
    said_by_words: str
    tells: str
    sentence_kind: str
    reach: str
    reach_words: str
    room_id: str
    room_name: str
    room_lang: str
    meeting_id: str
    group_id: str
    group_name: str
    fictional: bool
    inside: bool
    taken_back: bool = False
    taken_back_on: dt.date | None = None
    on: dt.date | None = None
    translations: tuple[TranslationLine, ...] = ()
    kind: str = field(default="sentence", init=False)


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
class ReadBackLine:
    """On this day what was made of a room's words was read back to it; `text` is what the room changed.

    `not_found` says in words, never by name, who of the room could not be found.
    """

    id: str
    room_id: str
    room_name: str
    on: dt.date
    what: str
    text: str
    lang: str
    dir: str
    not_found: str = ""
    kind: str = field(default="readback", init=False)


@dataclass(frozen=True)
class RoomLine:
    """A room in a list."""

    id: str
    name: str
    lang: str
    meeting_id: str
    on: dt.date
    sentence_count: int
    kind: str = field(default="room", init=False)


@dataclass(frozen=True)
class RoomPage:
    """What the room said, as this viewer may read it. `meeting` is None where the meeting itself is private."""

    id: str
    name: str
    lang: str
    dir: str
    meeting: MeetingLine | None
    group_id: str
    group_name: str
    group_slug: str
    place_name: str
    place_slug: str
    fictional: bool
    head_count: int | None
    count_released: bool
    inside: bool
    sentences: tuple[SentenceLine, ...]
    readbacks: tuple[ReadBackLine, ...]
    kind: str = field(default="room", init=False)

    @property
    def is_to_come(self) -> bool:
        """Whether its meeting, where this viewer may know of it, is still to be held."""
        return self.meeting is not None and self.meeting.on > today()


def sentence_line(row: Sentence, *, inside: bool, meeting_shown: bool) -> SentenceLine:
    """One row, made for its reader. The caller fetched room, meeting, group, place and translations with it."""
    meeting = row.room.meeting
    who, said_by_who = str(PUBLISHED_VOICE[SaidBy(row.said_by)]), str(PUBLISHED_SAID_BY[SaidBy(row.said_by)])
    if inside:
        who = str(row.get_said_by_display())
        said_by_who = _("said by %(who)s") % {"who": who}
    return SentenceLine(
        id=row.pk,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        said_by=who,
        said_by_words=said_by_who,
        tells=row.kind,
        sentence_kind=str(row.get_kind_display()),
        reach=row.reach,
        reach_words=str(row.get_reach_display()),
        room_id=row.room_id,
        room_name=row.room.name,
        room_lang=row.room.lang,
        meeting_id=meeting.pk if meeting_shown else "",
        group_id=meeting.group_id,
        group_name=meeting.group.name,
        fictional=meeting.group.place.fictional,
        inside=inside,
        taken_back=row.taken_back_on is not None,
        taken_back_on=row.taken_back_on,
        on=meeting.on if meeting_shown else None,
        translations=tuple(
            TranslationLine(one.text, one.lang, one.dir, one.by_words, one.machine) for one in row.translations.all()
        ),
    )


def meeting_line(row: Meeting, *, mine: bool) -> MeetingLine:
    """One row with its group, place and room."""
    group, place = row.group, row.group.place
    return MeetingLine(
        id=row.pk,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        meeting_kind=str(row.get_kind_display()),
        on=row.on,
        starts=row.starts,
        zone=row.zone,
        where=row.where,
        how_to_get_there=row.how_to_get_there,
        childcare=row.childcare,
        food=row.food,
        fare_paid=row.fare_paid,
        spoken=row.spoken,
        step_free=row.step_free,
        step_free_words="" if row.step_free == StepFree.UNKNOWN else str(row.get_step_free_display()),
        group_id=group.pk,
        group_name=group.name,
        group_slug=group.slug,
        contact=group.contact,
        story_contact=group.story_contact,
        place_name=place.name,
        place_slug=place.slug,
        fictional=place.fictional,
        room_id=row.room.pk,
        room_name=row.room.name,
        room_lang=row.room.lang,
        is_public=row.visibility == Visibility.PUBLIC and group.state == GroupState.OPEN,
        mine=mine,
        ends=row.ends,
        kind_code=row.kind,
        made_on=row.made_on,
        article=row.article,
        plan=row.plan,
        agenda=row.agenda,
        outcomes=row.outcomes,
        follow_up=row.follow_up,
        # A series is its group's own; for others each date stands alone.
        series_id=(row.series_id or "") if mine else "",
        training=_taught(row, mine=mine),
    )


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


def readback_line(row: ReadBack) -> ReadBackLine:
    """One row with its room."""
    return ReadBackLine(
        id=row.pk,
        room_id=row.room_id,
        room_name=row.room.name,
        on=row.on,
        what=row.what,
        text=row.text,
        lang=row.lang,
        dir=direction(row.lang),
        not_found=row.not_found,
    )
