"""What can be cited: of each kind of evidence what the group holds or its place has, and only what consent covers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from smallplaces.commitments.enums import BINDING_KINDS
from smallplaces.commitments.models import Clause
from smallplaces.commitments.queries import (
    acts_visible_to,
    get_clause,
    get_promise,
    promise_lines,
    promises_visible_to,
)
from smallplaces.core.clock import today
from smallplaces.core.consent import permitted
from smallplaces.core.enums import Use
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.queries import find_statement, statements_of_group
from smallplaces.meetings.queries import find_sentence, sentences_of_group
from smallplaces.norms.models import Recommendation
from smallplaces.reports.enums import EvidenceKind
from smallplaces.reports.models import Report
from smallplaces.steps.queries import get_step, steps_of_group

MOST = 60


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing that a paragraph can rest on. `quotable` when it may stand there word for word."""

    id: str
    text: str
    lang: str
    dir: str
    facts: str
    quotable: bool = False


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What can be cited of one kind. `hidden` counts sentences that their rooms did not allow for this use."""

    kind: str
    kind_words: str
    found: tuple[Choice, ...]
    more: int = 0
    hidden: int = 0


def choices(report: Report, kind: str, *, viewer: Viewer, words: str = "") -> Choices:
    """What of one kind can be cited, those with all the given words in them. At most 60; `more` counts the rest."""
    every, hidden = PICKERS[EvidenceKind(kind)](report, viewer)
    wanted = words.casefold().split()
    fitting = [one for one in every if all(word in f"{one.text} {one.facts}".casefold() for word in wanted)]
    return Choices(
        kind=kind,
        kind_words=str(EvidenceKind(kind).label),
        found=tuple(fitting[:MOST]),
        more=max(0, len(fitting) - MOST),
        hidden=hidden,
    )


def _sentences(report: Report, viewer: Viewer) -> tuple[list[Choice], int]:
    lines = [one for one in sentences_of_group(report.group_id, viewer=viewer) if not one.taken_back]
    on = today(report.place.zone)
    ids = [one.id for one in lines]
    allowed = permitted("sentence", ids, report.profile.use, on)
    quotable = permitted("sentence", ids, Use.QUOTED, on)
    found = [
        Choice(
            id=one.id,
            text=one.text,
            lang=one.lang,
            dir=one.dir,
            facts=f"{one.room_name}, {one.said_by_words}",
            quotable=one.id in quotable,
        )
        for one in lines
        if one.id in allowed
    ]
    return found, len(lines) - len(found)


def _statements(report: Report, viewer: Viewer) -> tuple[list[Choice], int]:
    lines = statements_of_group(report.group_id, viewer=viewer)
    on = today(report.place.zone)
    ids = [one.id for one in lines]
    allowed = permitted("statement", ids, report.profile.use, on)
    quotable = permitted("statement", ids, Use.QUOTED, on)
    found = [
        Choice(
            id=one.id,
            text=one.text,
            lang=one.lang,
            dir=one.dir,
            facts=f"{one.dialogue_title}, {one.words}",
            quotable=one.id in quotable,
        )
        for one in lines
        if one.id in allowed
    ]
    return found, len(lines) - len(found)


def _recommendations(report: Report, _viewer: Viewer) -> tuple[list[Choice], int]:
    rows = Recommendation.objects.filter(state=report.place.country)
    found = [
        Choice(
            id=row.pk,
            text=row.text,
            lang=row.lang,
            dir=row.dir,
            facts=", ".join(one for one in (row.by_name, row.session, row.get_answer_display()) if one),
        )
        for row in rows.order_by("-session", "by_name", "id")
    ]
    return found, 0


def _clauses(report: Report, viewer: Viewer) -> tuple[list[Choice], int]:
    acts = acts_visible_to(viewer).filter(place_id=report.place_id)
    rows = Clause.objects.filter(version__act__in=acts, kind__in=BINDING_KINDS).select_related("version__act")
    latest: dict[str, int] = {}
    for row in rows:
        latest[row.version.act_id] = max(latest.get(row.version.act_id, 0), row.version.position)
    found = [
        Choice(
            id=row.pk,
            text=row.text,
            lang=row.version.lang,
            dir=row.version.dir,
            facts=_("%(title)s, clause %(label)s")
            % {"title": row.version.act.title, "label": row.label.rstrip(".") or row.position + 1},
        )
        for row in rows.order_by("version__act__title", "version__act_id", "position")
        if row.version.position == latest[row.version.act_id]
    ]
    return found, 0


def _promises(report: Report, viewer: Viewer) -> tuple[list[Choice], int]:
    lines = promise_lines(promises_visible_to(viewer).filter(place_id=report.place_id), viewer=viewer)
    found = [
        Choice(id=one.id, text=one.text, lang=one.lang, dir=one.dir, facts=f"{one.who.name}, {one.origin_words}")
        for one in lines
    ]
    return found, 0


def _steps(report: Report, viewer: Viewer) -> tuple[list[Choice], int]:
    lines = steps_of_group(report.group_id, viewer=viewer)
    found = [
        Choice(
            id=one.id,
            text=one.text,
            lang=one.lang,
            dir=one.dir,
            facts=", ".join(
                part
                for part in (one.who, one.done_words or one.due_words, _("only we can see this") if one.private else "")
                if part
            ),
        )
        for one in lines
    ]
    return found, 0


def _outside(_report: Report, _viewer: Viewer) -> tuple[list[Choice], int]:
    """An outside source is typed, not picked."""
    return [], 0


def _recommendation(recommendation_id: str, *, viewer: Viewer) -> Recommendation:  # noqa: ARG001  (all of them are common)
    row = Recommendation.objects.filter(pk=recommendation_id).first()
    if row is None:
        raise NotVisibleError(recommendation_id)
    return row


PICKERS: Mapping[EvidenceKind, Callable[[Report, Viewer], tuple[list[Choice], int]]] = {
    EvidenceKind.SENTENCE: _sentences,
    EvidenceKind.STATEMENT: _statements,
    EvidenceKind.CLAUSE: _clauses,
    EvidenceKind.PROMISE: _promises,
    EvidenceKind.RECOMMENDATION: _recommendations,
    EvidenceKind.STEP: _steps,
    EvidenceKind.OUTSIDE: _outside,
}
FINDERS: Mapping[EvidenceKind, Callable[..., Any]] = {
    EvidenceKind.SENTENCE: find_sentence,
    EvidenceKind.STATEMENT: find_statement,
    EvidenceKind.CLAUSE: get_clause,
    EvidenceKind.PROMISE: get_promise,
    EvidenceKind.RECOMMENDATION: _recommendation,
    EvidenceKind.STEP: get_step,
    EvidenceKind.OUTSIDE: lambda _id, *, viewer: None,  # noqa: ARG005  (the finders' signature)
}


def thing_to_cite(kind: str, thing_id: str, *, viewer: Viewer) -> Any:
    """The record that a choice named. Raises NotVisibleError."""
    return FINDERS[EvidenceKind(kind)](thing_id, viewer=viewer)
