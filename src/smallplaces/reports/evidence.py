"""What a citation says in a note, and whether it may be used: one line for each piece of the thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext as _

from smallplaces.commitments.enums import Side
from smallplaces.commitments.models import Assessment
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use, Visibility
from smallplaces.core.words import holds_words
from smallplaces.meetings.enums import PUBLISHED_SAID_BY, SaidBy
from smallplaces.meetings.models import Sentence
from smallplaces.reports.enums import EvidenceKind, Problem
from smallplaces.reports.models import Citation

Said = Mapping[tuple[str, str], Assessment]


@dataclass(frozen=True)
class Evidence:
    """One citation as a report sees it. `problem` says why it may not be used; empty when it may.

    `verbatim` when the paragraph holds the sentence's own words, marked so or not. `private` when only the group sees
    what is cited, and the note would print its words.
    """

    id: str
    kind: str
    thing_id: str
    note: str
    problem: str = ""
    room_id: str = ""
    room: str = ""
    verbatim: bool = False
    private: bool = False


def day(date: dt.date) -> str:
    """A day in the reader's manner."""
    return formats.date_format(date, "j F Y")


def short_day(date: dt.date) -> str:
    """A day as a note has room for it. The month stays a word, which all countries read alike."""
    return formats.date_format(date, "j M Y")


def holds_them(citation: Citation) -> bool:
    """Whether the paragraph holds the words of the sentence that it cites: marked so, or found to be so."""
    if citation.sentence is None:
        return False
    paragraph, words = citation.paragraph, citation.sentence.text
    held = (paragraph.text, *(one.text for one in paragraph.translations.all()))
    return citation.verbatim or any(holds_words(one, words) for one in held)


def evidence_of(citations: Sequence[Citation], *, use: str, on: dt.date) -> dict[str, Evidence]:
    """The evidence behind citations, by the citation's id. Three queries, however many there are.

    The citations come with their keys selected (`reports.queries.cited`). A sentence may be cited when the room allowed
    `use`, and stand word for word when it allowed quoting as well.
    """
    sentence_ids = [one.sentence_id for one in citations if one.sentence_id]
    allowed = permitted("sentence", sentence_ids, use, on)
    quotable = permitted("sentence", sentence_ids, Use.QUOTED, on)
    said = _latest_words([one.promise_id for one in citations if one.promise_id])
    found = {}
    for one in citations:
        verbatim = holds_them(one)
        may = one.sentence_id in allowed and (one.sentence_id in quotable or not verbatim)
        found[one.pk] = Evidence(
            id=one.pk,
            kind=one.kind,
            thing_id=str(getattr(one, f"{one.kind}_id", "") or ""),
            note=NOTES[EvidenceKind(one.kind)](one, said),
            problem="" if one.sentence is None or may else _problem(one.sentence, allowed=allowed),
            room_id=one.sentence.room_id if one.sentence else "",
            room=one.sentence.room.name if one.sentence else "",
            verbatim=verbatim,
            private=_is_private(one),
        )
    return found


def _problem(sentence: Sentence, *, allowed: frozenset[str]) -> str:
    if sentence.taken_back_on:
        return Problem.TAKEN_BACK
    return Problem.NOT_QUOTED if sentence.pk in allowed else Problem.NOT_AGREED


def _is_private(citation: Citation) -> bool:
    if citation.step is not None:
        return citation.step.visibility != Visibility.PUBLIC
    if citation.clause is not None:
        act = citation.clause.version.act
        return act.group_id is not None and act.visibility != Visibility.PUBLIC
    return citation.promise is not None and citation.promise.private


def _latest_words(promise_ids: Sequence[str]) -> Said:
    """The latest public word of each side on each promise."""
    rows = Assessment.objects.filter(promise_id__in=promise_ids, public=True).select_related("body", "group")
    return {(row.promise_id, row.side): row for row in rows.order_by("on", "id")}


def _sentence_note(citation: Citation, _said: Said) -> str:
    """Where and by how many; of what people said it holds nothing."""
    sentence = citation.sentence
    if sentence is None or sentence.taken_back_on:
        return _("Taken back.")
    return _("%(room)s, %(day)s, %(said_by)s") % {
        "room": sentence.room.name,
        "day": short_day(sentence.room.meeting.on),
        "said_by": PUBLISHED_SAID_BY[SaidBy(sentence.said_by)],
    }


def _clause_note(citation: Citation, _said: Said) -> str:
    clause = citation.clause
    if clause is None:
        return ""
    act = clause.version.act
    number = f" {act.number}" if act.number and act.number not in act.title else ""
    return _("%(kind)s%(number)s, “%(title)s”, clause %(label)s") % {
        "kind": act.get_kind_display().capitalize(),
        "number": number,
        "title": act.title,
        "label": clause.label.rstrip(".") or str(clause.position + 1),
    }


def _promise_note(citation: Citation, said: Said) -> str:
    promise = citation.promise
    if promise is None:
        return ""
    parts = [_("Promised: %(text)s") % {"text": promise.text.rstrip(".")}]
    for side in (Side.THEY, Side.WE):
        word = said.get((promise.pk, side))
        who = word and (word.body if side == Side.THEY else word.group)
        if word and who:
            told = {"who": who.name, "word": word.get_judgement_display(), "day": short_day(word.on)}
            parts.append(_("%(who)s says: %(word)s (%(day)s)") % told)
    return ". ".join(parts) + "."


def _step_note(citation: Citation, _said: Said) -> str:
    step = citation.step
    if step is None:
        return ""
    return f"{step.text} ({step.on_date})" if step.on_date else step.text


def _outside_note(citation: Citation, _said: Said) -> str:
    return citation.source


# What each kind of evidence says, and what it needs fetched with it; a test holds both to `EvidenceKind`.
NOTES: Mapping[EvidenceKind, Callable[[Citation, Said], str]] = {
    EvidenceKind.SENTENCE: _sentence_note,
    EvidenceKind.CLAUSE: _clause_note,
    EvidenceKind.PROMISE: _promise_note,
    EvidenceKind.STEP: _step_note,
    EvidenceKind.OUTSIDE: _outside_note,
}
FETCHED: Mapping[EvidenceKind, tuple[str, ...]] = {
    EvidenceKind.SENTENCE: ("sentence__room__meeting",),
    EvidenceKind.CLAUSE: ("clause__version__act",),
    EvidenceKind.PROMISE: ("promise",),
    EvidenceKind.STEP: ("step",),
    EvidenceKind.OUTSIDE: (),
}
