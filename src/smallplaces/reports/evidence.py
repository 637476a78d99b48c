"""What a citation says in a note, and whether it may be used: one line for each piece of the thread."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from smallplaces.commitments.enums import Side
from smallplaces.commitments.models import Assessment
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use, Visibility
from smallplaces.core.words import holds_words
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.dialogues.models import Statement
from smallplaces.dialogues.wording import in_words
from smallplaces.engines.disclosure import safe_row
from smallplaces.meetings.enums import PUBLISHED_SAID_BY, SaidBy
from smallplaces.meetings.models import Sentence
from smallplaces.norms.enums import Mechanism
from smallplaces.places.countries import FICTION, country_called
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
    """Whether the paragraph holds the words of the sentence or statement that it cites: marked so, or found to be so."""
    said = said_in(citation)
    if said is None:
        return False
    paragraph, words = citation.paragraph, said.text
    held = (paragraph.text, *(one.text for one in paragraph.translations.all()))
    return citation.verbatim or any(holds_words(one, words) for one in held)


def said_in(citation: Citation) -> Sentence | Statement | None:
    """What people said, where a citation names it."""
    return citation.sentence or citation.statement


def evidence_of(citations: Sequence[Citation], *, use: str, on: dt.date) -> dict[str, Evidence]:
    """The evidence behind citations, by the citation's id. At most five queries, however many there are.

    The citations come with their keys selected (`reports.queries.cited`). A sentence may be cited when the room allowed
    `use`, and stand word for word when it allowed quoting as well; a statement, when people were told so.
    """
    allowed, quotable = _permissions(citations, use, on), _permissions(citations, Use.QUOTED, on)
    said = _latest_words([one.promise_id for one in citations if one.promise_id])
    found = {}
    for one in citations:
        verbatim, said_by_people = holds_them(one), said_in(one)
        key = said_by_people.pk if said_by_people else ""
        may = key in allowed and (key in quotable or not verbatim)
        found[one.pk] = Evidence(
            id=one.pk,
            kind=one.kind,
            thing_id=str(getattr(one, f"{one.kind}_id", "") or ""),
            note=NOTES[EvidenceKind(one.kind)](one, said),
            problem="" if said_by_people is None or may else _problem(said_by_people, allowed=allowed),
            room_id=one.sentence.room_id if one.sentence else "",
            room=_spoken_in(one),
            verbatim=verbatim,
            private=_is_private(one),
        )
    return found


def _permissions(citations: Sequence[Citation], use: str, on: dt.date) -> frozenset[str]:
    """What may be put to a use. A statement that is not shown may be put to none."""
    sentences = [one.sentence_id for one in citations if one.sentence_id]
    shown = [one.statement for one in citations if one.statement]
    statements = [one.pk for one in shown if one.standing == StatementStanding.SHOWN]
    return permitted("sentence", sentences, use, on) | permitted("statement", statements, use, on)


def _spoken_in(citation: Citation) -> str:
    """The room or the dialogue, by name."""
    if citation.statement is not None:
        return citation.statement.dialogue.title
    return citation.sentence.room.name if citation.sentence else ""


def _problem(said: Sentence | Statement, *, allowed: frozenset[str]) -> str:
    if said.taken_back_on:
        return Problem.TAKEN_BACK
    if isinstance(said, Statement):
        return Problem.NOT_TOLD_QUOTED if said.pk in allowed else Problem.NOT_TOLD
    return Problem.NOT_QUOTED if said.pk in allowed else Problem.NOT_AGREED


def _is_private(citation: Citation) -> bool:
    if citation.statement is not None:
        return citation.statement.dialogue.visibility != Visibility.PUBLIC
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


def _statement_note(citation: Citation, _said: Said) -> str:
    """The dialogue and what may be known of the answers; of the statement's own words it holds nothing."""
    statement = citation.statement
    if statement is None or statement.taken_back_on:
        return _("Taken back.")
    answers = in_words(safe_row(statement.agrees, statement.disagrees, statement.passes))
    told = {"title": statement.dialogue.title, "answers": answers, "number": statement.number}
    return _("“%(title)s”, statement %(number)d: %(answers)s") % told


def _recommendation_note(citation: Citation, _said: Said) -> str:
    row = citation.recommendation
    if row is None:
        return ""
    state = country_called(row.state, get_language() or "en", "Corrow" if row.state == FICTION else "")
    told = {"state": state, "by": row.by_name, "session": row.session}
    if row.mechanism == Mechanism.UPR and row.session:
        words = _("%(state)s: recommended by %(by)s in session %(session)s of the Universal Periodic Review")
    else:
        words = _("%(state)s: recommended by %(by)s")
    return "; ".join(one for one in (words % told, row.get_answer_display() if row.answer else "") if one)


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
    EvidenceKind.STATEMENT: _statement_note,
    EvidenceKind.CLAUSE: _clause_note,
    EvidenceKind.PROMISE: _promise_note,
    EvidenceKind.RECOMMENDATION: _recommendation_note,
    EvidenceKind.STEP: _step_note,
    EvidenceKind.OUTSIDE: _outside_note,
}
FETCHED: Mapping[EvidenceKind, tuple[str, ...]] = {
    EvidenceKind.SENTENCE: ("sentence__room__meeting",),
    EvidenceKind.STATEMENT: ("statement__dialogue",),
    EvidenceKind.CLAUSE: ("clause__version__act",),
    EvidenceKind.PROMISE: ("promise",),
    EvidenceKind.RECOMMENDATION: ("recommendation",),
    EvidenceKind.STEP: ("step",),
    EvidenceKind.OUTSIDE: (),
}
