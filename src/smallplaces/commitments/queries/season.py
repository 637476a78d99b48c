"""Demands, promises and texts of a group by their days, for its own season."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from smallplaces.commitments.enums import Judgement, Side
from smallplaces.commitments.models import Assessment, Borrowing, DemandSentence
from smallplaces.commitments.queries.reach import acts_visible_to, demands_visible_to, promises_visible_to
from smallplaces.core.viewers import Viewer

HOLDS = ("adopted", "in_force", "amended")
FAILED = ("rejected", "sent_back", "lapsed")
NOT_KEPT = (Judgement.NOT_KEPT, Judgement.NOT_REALLY)
Between = tuple[dt.date, dt.date]


@dataclass(frozen=True)
class Passed:
    """A text of a body that came to hold on a day, with the issues of the group that it bears on."""

    on: dt.date
    issue_ids: tuple[str, ...]


@dataclass(frozen=True)
class Failures:
    """What did not come about: texts that failed, promises of bodies and of ours that we say were not kept."""

    texts: int
    theirs: int
    ours: int


def demands_made_between(group_id: str, days: Between, *, viewer: Viewer) -> list[str]:
    """Where the demands that a group made in these days were made. One query."""
    rows = demands_visible_to(viewer).filter(group_id=group_id, made_on__range=days)
    return list(rows.values_list("made_in", flat=True))


def sentences_asked_between(group_id: str, days: Between, *, viewer: Viewer) -> list[tuple[str, str, dt.date]]:
    """The sentences, with their room, in demands that went out in these days: sentence, room, day. One query."""
    asked = demands_visible_to(viewer).filter(group_id=group_id, asked_on__range=days)
    rows = DemandSentence.objects.filter(demand__in=asked)
    return [
        (pk, room_id, on)
        for pk, room_id, on in rows.values_list("sentence_id", "sentence__room_id", "demand__asked_on")
        if on
    ]


def promises_and_our_word(group_id: str, *, viewer: Viewer) -> list[tuple[dt.date, dt.date | None]]:
    """Promises to this group or its own, by their last day, each with the first day on which the group said its word. Two queries."""
    ours = Q(group_id=group_id) | Q(answers_to__demand__group_id=group_id) | Q(bears_on__issue__group_id=group_id)
    rows = promises_visible_to(viewer).filter(ours, due_latest__isnull=False).distinct()
    due = {pk: day for pk, day in rows.values_list("pk", "due_latest") if day}
    words = Assessment.objects.filter(promise_id__in=list(due), side=Side.WE, group_id=group_id)
    said = dict(words.order_by("-on").values_list("promise_id", "on"))
    return [(day, said.get(pk)) for pk, day in due.items()]


def texts_passed(group_id: str, *, viewer: Viewer) -> list[Passed]:
    """Texts of bodies that came to hold and answer something that the group asked. Three queries."""
    acts = acts_visible_to(viewer).filter(group=None, status__in=HOLDS, on_latest__isnull=False)
    on = dict(acts.values_list("pk", "on_latest"))
    issues: dict[str, set[str]] = defaultdict(set)
    direct = acts.filter(answers_to__demand__group_id=group_id).values_list("pk", "answers_to__demand__issue_id")
    through = acts.filter(promises__answers_to__demand__group_id=group_id)
    pairs = [*direct, *through.values_list("pk", "promises__answers_to__demand__issue_id")]
    for pk, issue_id in pairs:
        if issue_id:
            issues[pk].add(issue_id)
    return [Passed(day, tuple(sorted(issues[pk]))) for pk, day in on.items() if day and issues[pk]]


def failures_between(group_id: str, days: Between, *, viewer: Viewer) -> Failures:
    """What a group wrote down as failed in these days. Two queries."""
    acts = acts_visible_to(viewer).filter(status__in=FAILED, on_latest__range=days)
    asked = Q(group_id=group_id) | Q(answers_to__demand__group_id=group_id)
    words = Assessment.objects.filter(side=Side.WE, group_id=group_id, judgement__in=NOT_KEPT, on__range=days)
    said = set(words.values_list("promise_id", "promise__group_id"))
    own = sum(owner == group_id for _pk, owner in said)
    return Failures(texts=acts.filter(asked).distinct().count(), theirs=len(said) - own, ours=own)


def borrowed_and_told(group_id: str, *, viewer: Viewer) -> list[tuple[dt.date, dt.date | None]]:
    """Clauses that others took up from texts this group holds or asked for: the day of the other text, and when it told."""
    seen = acts_visible_to(viewer)
    lent = seen.filter(Q(group_id=group_id) | Q(answers_to__demand__group_id=group_id)).values("pk")
    rows = Borrowing.objects.filter(clause__version__act__in=lent, act__in=seen.values("pk"))
    days = rows.distinct().values_list("id", "act__on_latest", "told_on")
    return [(on, told) for _pk, on, told in days if on]
