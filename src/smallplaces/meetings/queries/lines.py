"""What pages get: plain values, made for one viewer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.words import direction
from smallplaces.meetings.enums import PUBLISHED_SAID_BY, PUBLISHED_VOICE, SaidBy
from smallplaces.meetings.models import ReadBack, Sentence
from smallplaces.meetings.queries.meeting_lines import MeetingLine


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
