"""What a citation says in a note, and whether it may be used: one line for each piece of the thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext as _

from smallplaces.commitments.enums import Side
from smallplaces.commitments.models import Assessment
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.meetings.enums import PUBLISHED_SAID_BY, SaidBy
from smallplaces.meetings.models import Sentence
from smallplaces.reports.enums import EvidenceKind
from smallplaces.reports.models import Citation


@dataclass(frozen=True)
class Evidence:
    """One citation as a report sees it. `problem` says why it may not be used; empty when it may."""

    id: str
    kind: str
    thing_id: str
    note: str
    problem: str = ""
    room_id: str = ""
    verbatim: bool = False


def day(date: dt.date) -> str:
    """A day in the reader's manner."""
    return formats.date_format(date, "j F Y")


def short_day(date: dt.date) -> str:
    """A day as a note has room for it. The month stays a word, which all countries read alike."""
    return formats.date_format(date, "j M Y")


def evidence_of(citations: Sequence[Citation], *, use: str, on: dt.date) -> dict[str, Evidence]:
    """The evidence behind citations, by the citation's id. Four queries, however many there are.

    The citations come with their keys selected (`reports.queries.cited`). A sentence may be cited when the room allowed
    `use`, and stand word for word when it allowed quoting as well.
    """
    sentence_ids = [one.sentence_id for one in citations if one.sentence_id]
    allowed = permitted("sentence", sentence_ids, use, on)
    quotable = permitted("sentence", sentence_ids, Use.QUOTED, on)
    said = _latest_words([one.promise_id for one in citations if one.promise_id])
    found = {}
    for one in citations:
        sentence = one.sentence
        problem = ""
        if sentence is not None:
            problem = _problem(sentence, allowed=allowed, quotable=quotable, verbatim=one.verbatim)
        found[one.pk] = Evidence(
            id=one.pk,
            kind=one.kind,
            thing_id=str(getattr(one, f"{one.kind}_id", "") or ""),
            note=_note(one, said),
            problem=problem,
            room_id=sentence.room_id if sentence else "",
            verbatim=one.verbatim,
        )
    return found


def _problem(sentence: Sentence, *, allowed: frozenset[str], quotable: frozenset[str], verbatim: bool) -> str:
    if sentence.taken_back_on:
        return _("These words were taken back.")
    if sentence.pk not in allowed:
        return _("%(room)s has not agreed that this goes into such a report.") % {"room": sentence.room.name}
    if verbatim and sentence.pk not in quotable:
        return _("%(room)s has not agreed that this is quoted word for word.") % {"room": sentence.room.name}
    return ""


def _latest_words(promise_ids: Sequence[str | None]) -> dict[tuple[str, str], Assessment]:
    """The latest public word of each side on each promise."""
    rows = Assessment.objects.filter(promise_id__in=promise_ids, public=True).select_related("body", "group")
    return {(row.promise_id, row.side): row for row in rows.order_by("on", "id")}


def _note(citation: Citation, said: dict[tuple[str, str], Assessment]) -> str:
    """The words of a note. They name rooms and texts; of what people said they hold nothing."""
    if citation.sentence is not None:
        return _sentence_note(citation.sentence)
    if citation.clause is not None:
        act = citation.clause.version.act
        number = f" {act.number}" if act.number and act.number not in act.title else ""
        return _("%(kind)s%(number)s, “%(title)s”, clause %(label)s") % {
            "kind": act.get_kind_display().capitalize(),
            "number": number,
            "title": act.title,
            "label": citation.clause.label.rstrip(".") or str(citation.clause.position + 1),
        }
    if citation.promise is not None:
        return _promise_note(citation.promise_id or "", citation.promise.text, said)
    if citation.step is not None:
        step = citation.step
        return f"{step.text} ({step.on_date})" if step.on_date else step.text
    return citation.source


def _sentence_note(sentence: Sentence) -> str:
    if sentence.taken_back_on:
        return _("Taken back.")
    return _("%(room)s, %(day)s, %(said_by)s") % {
        "room": sentence.room.name,
        "day": short_day(sentence.room.meeting.on),
        "said_by": PUBLISHED_SAID_BY[SaidBy(sentence.said_by)],
    }


def _promise_note(promise_id: str, text: str, said: dict[tuple[str, str], Assessment]) -> str:
    parts = [_("Promised: %(text)s") % {"text": text.rstrip(".")}]
    they, we = said.get((promise_id, Side.THEY)), said.get((promise_id, Side.WE))
    if they and they.body:
        parts.append(
            _("%(body)s says: %(word)s (%(day)s)")
            % {"body": they.body.name, "word": they.get_judgement_display(), "day": short_day(they.on)}
        )
    if we and we.group:
        parts.append(
            _("%(group)s says: %(word)s (%(day)s)")
            % {"group": we.group.name, "word": we.get_judgement_display(), "day": short_day(we.on)}
        )
    return ". ".join(parts) + "."


# What each kind of evidence needs fetched with it; the list is held to `EvidenceKind` by a test.
FETCHED = {
    EvidenceKind.SENTENCE: ("sentence__room__meeting",),
    EvidenceKind.CLAUSE: ("clause__version__act",),
    EvidenceKind.PROMISE: ("promise",),
    EvidenceKind.STEP: ("step",),
    EvidenceKind.OUTSIDE: (),
}
