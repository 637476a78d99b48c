"""The thirteen measures of a season in sentences, each with its aim and how it was counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.core.viewers import Viewer
from smallplaces.thread.season.counting import Share
from smallplaces.thread.season.gathering import Counts, counts_of
from smallplaces.thread.season.quarter import Season

if TYPE_CHECKING:
    from smallplaces.groups.models import Group


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure: what it says this season, what to aim at, how it was counted. Not `counted`: ask the room."""

    number: int
    name: str
    text: str
    aim: str = ""
    how: str = ""
    counted: bool = True


@dataclass(frozen=True, kw_only=True)
class SeasonPage:
    """A group's own season, for its own people. It is sent nowhere, and kept nowhere."""

    season: Season
    measures: tuple[Measure, ...]


def season_page(group: Group, season: Season, *, viewer: Viewer, today: dt.date) -> SeasonPage:
    """The season of a group whose own people the caller has looked at. About thirty queries."""
    its = counts_of(group, season, viewer=viewer, today=today)
    return SeasonPage(season=season, measures=(*_meeting(its), *_asking(its), *_honest(its), *_beyond(its)))


def _of(share: Share, some: str, none: str) -> str:
    """“3 of 4 …”, or what to say where there was nothing to count."""
    return some % {"part": share.part, "whole": share.whole} if share.whole else none


def _number(value: float | None) -> str:
    return formats.number_format(value, 0 if value == int(value) else 1) if value is not None else ""


def _ask_the_room() -> str:
    return _("We cannot count this here; ask the room.")


def _again(its: Counts) -> str:
    again = _of(
        its.met_again,
        _("After %(part)s of %(whole)s circles another one spoke within 60 days."),
        _("No circle’s 60 days ran out this season."),
    )
    if its.first_on and its.third_on:
        days = (its.third_on - its.first_on).days
        third = ngettext(
            "Our third circle came %(days)d day after our first.",
            "Our third circle came %(days)d days after our first.",
            days,
        )
        again = f"{again} {third % {'days': days}}"
    return again


def _heard(its: Counts) -> str:
    heard = _of(
        its.read_back,
        _("%(part)s of %(whole)s sentences in what went out had been read back to their room first."),
        _("No sentence of a room went out this season."),
    )
    if its.days_until_heard is not None:
        heard += " " + _("From speaking to hearing back, the middle room waited %(days)s days.") % {
            "days": _number(its.days_until_heard)
        }
    return heard


def _typing(its: Counts) -> str:
    typing = _("No typing time was kept this season.")
    if its.typing_minutes is not None:
        typing = ngettext(
            "%(rooms)d room was typed in; the middle one took %(minutes)s minutes.",
            "%(rooms)d rooms were typed in; the middle one took %(minutes)s minutes.",
            its.typed_rooms,
        ) % {"rooms": its.typed_rooms, "minutes": _number(its.typing_minutes)}
    return typing


def _meeting(its: Counts) -> tuple[Measure, ...]:
    return (
        Measure(
            number=1, name=_("Circles that meet again"), text=_again(its), aim=_("Half of them."),
            how=_("A circle with typed sentences, and the next one of ours. It is counted when its 60 days are over."),
        ),
        Measure(
            number=2, name=_("Read back"), text=_heard(its), aim=_("Nine of ten."),
            how=_("Sentences in editions handed in and in demands asked this season, each by its first going out."),
        ),
        Measure(
            number=3, name=_("Typing"), text=_typing(its), aim=_("Ten minutes for twelve sentences; above twenty, tell those who make this site."),
            how=_("From opening the sheet to the printed record, per room, not per person."),
        ),
    )  # fmt: skip


def _asking(its: Counts) -> tuple[Measure, ...]:
    return (
        Measure(
            number=4, name=_("Our word beside theirs"), aim=_("Four of five."),
            text=_of(
                its.our_word,
                _("On %(part)s of %(whole)s promises we said within 90 days of their date what became of them."),
                _("No promise’s 90 days ran out this season."),
            ),
            how=_("Promises to us and by us whose date passed. Each is counted when its 90 days are over."),
        ),
        Measure(
            number=5, name=_("Work after the vote"), aim=_("Every one. If it falls, we only collect resolutions."),
            text=_of(
                its.after_the_vote,
                _("On %(part)s of %(whole)s issues a step followed within 90 days of the vote."),
                _("No vote’s 90 days ran out this season."),
            ),
            how=_("Texts of public bodies that came to hold and answer our demands, and steps planned or done since."),
        ),
        Measure(
            number=6, name=_("Where demands come from"), aim=_("Three of four."),
            text=_of(
                its.talked_over,
                _("%(part)s of %(whole)s demands were made in a circle or in committee, not at the desk."),
                _("No demand was made this season."),
            ),
            how=_("By what each demand says of itself."),
        ),
        Measure(number=7, name=_("Who leads"), text=_seats(its), aim=_("More circles led by somebody who first came to listen."), how=_("Seats by their dates. Who facilitates is written down nowhere: ask the room how many of this season’s circles were led by somebody who first came as a participant.")),
    )  # fmt: skip


def _seats(its: Counts) -> str:
    if not its.seats:
        return _("No seats are written down.")
    return _("%(filled)s of %(seats)s seats are filled; %(kept)s of them for a year or longer.") % {
        "filled": its.seats_filled,
        "seats": its.seats,
        "kept": its.seats_kept,
    }


def _honest(its: Counts) -> tuple[Measure, ...]:
    fails = its.failures
    failed = _(
        "Texts that failed: %(texts)s. Promises of others not kept: %(theirs)s. Promises of our own not kept: %(ours)s."
        " Steps let go: %(steps)s."
    ) % {"texts": fails.texts, "theirs": fails.theirs, "ours": fails.ours, "steps": its.let_go}
    kinds = "; ".join(
        f"{one.what}, {formats.date_format(one.on, 'j F')}"
        + (f" ({_hours(one.hours)})" if one.hours is not None else "")
        for one in reversed(its.harms)
    )
    return (
        Measure(
            number=8, name=_("Failures on record"), text=failed, aim=_("Not zero: zero means lying."),
            how=_("Texts rejected, sent back or lapsed; our own words “not kept” and “not really”."),
        ),
        Measure(
            number=9, name=_("Consent that refuses"), aim=_("Not near zero: then the asking is a formality."),
            text=_of(
                its.refusing,
                _("%(part)s of %(whole)s permissions said no to at least one use."),
                _("No permission was given this season."),
            ),
            how=_("What rooms decided about each sentence: to be counted, retold, quoted, reported, shared."),
        ),
        Measure(
            number=10, name=_("Harm"), text=kinds or _("No line was written down. Ask whether that is so."), aim=_("None. One exposure outweighs all above."),
            how=_("The lines that we wrote down ourselves."),
        ),
    )  # fmt: skip


def _hours(hours: int) -> str:
    return ngettext("undone after %(hours)d hour", "undone after %(hours)d hours", hours) % {"hours": hours}


def _beyond(its: Counts) -> tuple[Measure, ...]:
    return (
        Measure(
            number=11, name=_("Two years of silence"), text=_ask_the_room(), counted=False, aim=_("Thirty minutes."),
            how=_("Give the hand-over sheet to somebody new, and ask five questions: what we work on, what we promised, who is owed an answer, what is next, where the keys are."),
        ),
        Measure(
            number=12, name=_("Borrowed and told"), aim=_("All of them."),
            text=_of(
                its.borrowed,
                _("%(part)s of %(whole)s places that took up a clause told within a year what came of it."),
                _("No borrowed clause’s year ran out this season."),
            ),
            how=_("Clauses of texts that we hold or asked for. Each is counted when its year is over."),
        ),
        Measure(
            number=13, name=_("Outside proof"), text=_ask_the_room(), counted=False, aim=_("Traces, not mentions."),
            how=_("An answer of an official, a line of a budget or a text of the United Nations that quotes a sentence of a room."),
        ),
    )  # fmt: skip
