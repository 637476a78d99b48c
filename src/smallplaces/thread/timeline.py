"""What happened at a place, or in all of them, in the order of time: days of its history, texts, promises that were kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from smallplaces.commitments.queries import ActLine, PromiseLine, acts_of_place, promises_of_place
from smallplaces.core.dates import PartialDate, partial
from smallplaces.core.history import changes_of_each
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.lines import DialogueLine
from smallplaces.dialogues.queries import dialogues_of_place
from smallplaces.places.queries import MilestoneLine, get_place, milestones_of_all, milestones_of_place
from smallplaces.thread.lines import Former
from smallplaces.thread.refs import day

EXCERPT = 5


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One day: what happened, by which source, and what was written there before."""

    kind: str
    id: str
    on: PartialDate | None
    what: str
    title: str
    text: str = ""
    lang: str
    dir: str
    source: str
    place_slug: str
    place_name: str
    place_lang: str = "en"
    waits: bool = False
    fictional: bool
    former: tuple[Former, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TimelinePage:
    """The days of one place, or of all of them where it names none."""

    kind: str = "timeline"
    place_slug: str = ""
    place_name: str = ""
    place_lang: str = "en"
    fictional: bool = False
    entries: tuple[TimelineEntry, ...]


def timeline_page(slug: str, *, viewer: Viewer) -> TimelinePage:
    """The days of one place, oldest first; those without a date last. Raises NotVisibleError."""
    place = get_place(slug, viewer=viewer)
    entries = [
        *_of_milestones(milestones_of_place(place, viewer=viewer)),
        *(_of_act(one) for one in acts_of_place(place, viewer=viewer).acts),
        *(_of_promise(one) for one in promises_of_place(place, viewer=viewer).everything if kept_on(one)),
        *(_of_dialogue(one) for one in dialogues_of_place(place.pk, viewer=viewer)),
    ]
    return TimelinePage(
        place_slug=place.slug,
        place_name=place.name,
        place_lang=place.lang,
        fictional=place.fictional,
        entries=in_order(entries),
    )


def movement_timeline(*, viewer: Viewer) -> TimelinePage:
    """The days of the movement and of every real place, oldest first. Made-up places have no part in it."""
    return TimelinePage(entries=in_order(_of_milestones(milestones_of_all(viewer=viewer))))


def in_order(entries: list[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """By the first day that each can mean; without a date last."""
    return tuple(sorted(entries, key=lambda one: (_first_day(one), one.title, one.id)))


def _first_day(entry: TimelineEntry) -> dt.date:
    return entry.on.earliest if entry.on else dt.date.max


def _of_milestones(lines: tuple[MilestoneLine, ...]) -> list[TimelineEntry]:
    changes = changes_of_each("milestone", [one.id for one in lines])
    return [
        TimelineEntry(
            kind="milestone",
            id=one.id,
            on=one.on,
            what=one.source_words if one.own_kind == "other" and one.source_words else one.own_kind_words,
            title=one.title,
            text=one.text,
            lang=one.lang,
            dir=one.dir,
            source=one.source,
            place_slug=one.place_slug,
            place_name=one.place_name,
            place_lang=one.place_lang,
            waits=one.waits,
            fictional=one.fictional,
            former=tuple(
                Former(field=was.field, before=was.before, after=was.after, on=day(was.at.date()), source=was.source)
                for was in changes.get(one.id, ())
            ),
        )
        for one in lines
    ]


def _of_act(one: ActLine) -> TimelineEntry:
    return TimelineEntry(
        kind="act",
        id=one.id,
        on=one.on,
        what=one.name,
        title=one.title,
        lang=one.lang,
        dir=one.dir,
        source=one.source,
        place_slug=one.place_slug,
        place_name=one.place_name,
        waits=one.waits,
        fictional=one.fictional,
    )


def kept_on(promise: PromiseLine) -> dt.date | None:
    """The day on which somebody first said, in a word that stands, that a promise was kept."""
    words = [*([promise.they] if promise.they else []), *promise.we]
    return min((one.on for one in words if one.judgement == "kept"), default=None)


def _of_promise(one: PromiseLine) -> TimelineEntry:
    said = [
        _("%(who)s says so") % {"who": word.who.name}
        for word in (one.they, *one.we)
        if word and word.judgement == "kept"
    ]
    return TimelineEntry(
        kind="promise",
        id=one.id,
        on=partial(kept_on(one)),
        what=_("a promise was kept"),
        title=one.text,
        lang=one.lang,
        dir=one.dir,
        source="; ".join(said),
        place_slug=one.place_slug,
        place_name=one.place_name,
        fictional=one.fictional,
    )


def _of_dialogue(one: DialogueLine) -> TimelineEntry:
    return TimelineEntry(
        kind="dialogue",
        id=one.id,
        on=partial(one.brought_on),
        what=_("a dialogue was brought here"),
        title=one.title,
        lang=one.lang,
        dir=one.dir,
        source=one.group_name,
        place_slug=one.place_slug,
        place_name=one.place_name,
        fictional=one.fictional,
    )
