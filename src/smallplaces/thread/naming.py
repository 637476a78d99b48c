"""What each kind of record is called in the thread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from smallplaces.commitments.queries.naming import hidden_words
from smallplaces.core.dates import partial
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.lines import StatementLine
from smallplaces.issues.queries.boxes import words_of_causes
from smallplaces.issues.queries.sight import lines_of
from smallplaces.meetings.queries import MeetingLine, RoomPage, SentenceLine
from smallplaces.reports.tellings import edition_told
from smallplaces.steps.lines import StepLine
from smallplaces.thread.refs import Ref, day

LONGEST = 180


def short(text: str) -> str:
    """A text cut at a word's end, where it is too long for a margin."""
    return str(Truncator(" ".join(text.split())).chars(LONGEST))


def called(kind_words: str, number: str = "") -> str:
    """A text by its own kind: Resolution 41."""
    return f"{kind_words[:1].upper()}{kind_words[1:]} {number}".strip()


def meeting(line: MeetingLine) -> Ref:
    """A meeting by its question."""
    return Ref(
        kind="meeting", id=line.id, text=line.text, lang=line.lang, note=called(line.meeting_kind), on=line.on,
        place_slug=line.place_slug,
    )  # fmt: skip


def room(line: RoomPage) -> Ref:
    """A room by its name."""
    on = line.meeting.on if line.meeting else None
    return Ref(
        kind="room", id=line.id, text=line.name, lang=line.lang, note=_("A room"), on=on, place_slug=line.place_slug
    )


def sentence(line: SentenceLine) -> Ref:
    """A sentence by its words."""
    return Ref(
        kind="sentence", id=line.id, text=line.text, lang=line.lang, note=_("What people say"), on=line.on,
        taken_back=line.taken_back,
    )  # fmt: skip


def statement(line: StatementLine) -> Ref:
    """A statement by its words, with what everybody may know of its answers."""
    return Ref(
        kind="statement", id=line.id, text=short(line.text), lang=line.lang, of_id=line.dialogue_id,
        note=_("What people answered: %(answers)s") % {"answers": line.words}, place_slug=line.place_slug,
    )  # fmt: skip


def dialogues(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """Dialogues by their question."""
    return [
        Ref(
            kind="dialogue", id=one.pk, text=one.title, lang=one.lang, note=_("A dialogue"), on=one.made_on,
            place_slug=one.place.slug,
        )
        for one in rows
    ]  # fmt: skip


def step(line: StepLine) -> Ref:
    """A step by what is done."""
    return Ref(
        kind="step", id=line.id, text=short(line.text), lang=line.lang, note=_("What we do"),
        on=partial(line.done_on or line.due),
    )  # fmt: skip


def decision(row: Any) -> Ref:
    """What a group decided, by what was proposed. It stands on the page of its group."""
    return Ref(
        kind="decision", id=row.pk, text=short(row.text), lang=row.lang, note=_("What was decided"), on=row.on,
        of_id=row.group.slug,
    )  # fmt: skip


def issues(rows: Iterable[Any], viewer: Viewer) -> list[Ref]:
    """Issues by their words."""
    return [
        Ref(
            kind="issue", id=one.id, text=one.text, lang=one.lang, note=_("What is wrong"), made_in=one.made_in,
            on=one.made_on, taken_back=one.taken_back, place_slug=one.place_slug,
        )
        for one in lines_of(rows, viewer)
    ]  # fmt: skip


def causes(rows: Iterable[Any], viewer: Viewer) -> list[Ref]:
    """Boxes of a tree by their words."""
    boxes = list(rows)
    words = words_of_causes(boxes, viewer)
    return [
        Ref(
            kind="cause", id=one.pk, text=words[one.pk], lang=one.lang, made_in=one.made_in, on=one.made_on,
            taken_back=not words[one.pk],
            note=_("Why: %(level)s") % {"level": one.get_level_display()}, of_id=one.issue_id,
            place_slug=one.issue.place.slug,
        )
        for one in boxes
    ]  # fmt: skip


def demands(rows: Iterable[Any], viewer: Viewer) -> list[Ref]:
    """Demands by their words."""
    made = list(rows)
    hidden = hidden_words(made, viewer)
    return [
        Ref(
            kind="demand", id=one.pk, text="" if one.pk in hidden else short(one.text), lang=one.lang, note=_("What we ask"), made_in=one.made_in,
            on=one.asked_on or one.made_on, taken_back=one.pk in hidden or one.taken_back_on is not None, place_slug=one.issue.place.slug,
        )
        for one in made
    ]  # fmt: skip


def acts(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """Texts by their title, called by their own kind."""
    return [
        Ref(
            kind="act", id=one.pk, text=one.title, lang=one.lang, note=called(one.get_kind_display(), one.number),
            on=one.on_date, place_slug=one.place.slug,
        )
        for one in rows
    ]  # fmt: skip


def clauses(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """Parts of a text by their words, with their number and the text's own kind."""
    found = []
    for one in rows:
        act = one.version.act
        names = {"label": one.label.rstrip(".") or str(one.position + 1)}
        names["text"] = called(act.get_kind_display(), act.number)
        found.append(
            Ref(
                kind="clause", id=one.pk, text=short(one.text.removeprefix(one.label)), lang=one.version.lang,
                note=_("%(text)s, clause %(label)s") % names, on=act.on_date, of_id=act.pk, place_slug=act.place.slug,
            )
        )  # fmt: skip
    return found


def promises(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """Promises by their words, with who owes them."""
    return [
        Ref(
            kind="promise", id=one.pk, text=short(one.text), lang=one.lang, on=one.on_date,
            note=_("Promised by %(who)s") % {"who": (one.body or one.group).name}, place_slug=one.place.slug,
        )
        for one in rows
    ]  # fmt: skip


def followups(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """What happened next, by its words."""
    return [
        Ref(
            kind="followup", id=one.pk, text=short(one.text), lang=one.lang, note=_("What happened next"),
            on=one.on_date or one.made_on, of_id=one.promise_id, place_slug=one.promise.place.slug,
        )
        for one in rows
    ]  # fmt: skip


def assessments(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """What a side says became of a promise."""
    return [
        Ref(
            kind="assessment", id=one.pk, text=f"{one.get_judgement_display()}. {short(one.text)}".strip(), lang=one.lang,
            note=_("%(who)s says") % {"who": (one.body or one.group).name}, on=one.on, of_id=one.promise_id,
            place_slug=one.promise.place.slug,
        )
        for one in rows
    ]  # fmt: skip


def reports(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """Reports by their title, called by their profile."""
    return [
        Ref(
            kind="report", id=one.pk, text=one.title, lang=one.lang, note=one.profile.name, on=one.on,
            place_slug=one.place.slug,
        )
        for one in rows
    ]  # fmt: skip


def editions(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """What left the house: to whom it was handed."""
    found = []
    for row in rows:
        told = edition_told(row)
        to = "; ".join(_("%(to)s, %(day)s") % {"to": one.to, "day": day(one.on)} for one in told.handed)
        text = _("Handed to %(list)s") % {"list": to} if to else row.report.title
        found.append(
            Ref(
                kind="edition", id=row.pk, text=text, note=_("Edition %(number)d") % {"number": row.number},
                on=row.made_on, of_id=row.report_id,
            )
        )  # fmt: skip
    return found


def borrowings(rows: Iterable[Any], _viewer: Viewer) -> list[Ref]:
    """What another place took up, and what came of it."""
    return [
        Ref(
            kind="borrowing", id=one.pk, text=short(one.text) or one.act.title, lang=one.lang if one.text else one.act.lang,
            note=_("Taken up by %(place)s") % {"place": one.act.place.name}, on=one.told_on, of_id=one.act_id,
            place_slug=one.act.place.slug,
        )
        for one in rows
    ]  # fmt: skip
