"""Reads about promises: in lines, whole, and those whose day has passed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from smallplaces.commitments.enums import Judgement, Side
from smallplaces.commitments.models import Assessment, Promise
from smallplaces.commitments.queries.naming import act_ref, clause_ref, demand_refs, issue_refs, party, place_facts
from smallplaces.commitments.queries.reach import (
    acts_visible_to,
    assessments_visible_to,
    demands_visible_to,
    followups_visible_to,
    get_promise,
    promises_visible_to,
)
from smallplaces.commitments.queries.shown import FollowUpLine, PromiseLine, Ref, Word
from smallplaces.commitments.queries.shown_pages import PlacePromises, PromisePage
from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.places.models import Place

# Words after which a body has said its last: it is not silent, also when it spoke before the day.
LAST_WORDS = frozenset({Judgement.KEPT, Judgement.NOT_KEPT, Judgement.DENIED})


def promise_lines(rows: QuerySet[Promise], *, viewer: Viewer) -> tuple[PromiseLine, ...]:
    """Promises with the latest word of each side, in the order of `rows`. Three queries, however many rows."""
    promises = list(rows.select_related("place", "body", "group", "act", "clause__version"))
    words = _words_of([one.pk for one in promises], viewer)
    acts = _acts_seen(promises, viewer)
    return tuple(PromiseLine(**_facts(one, words[one.pk], acts)) for one in promises)


def promises_of_place(place: Place, *, viewer: Viewer) -> PlacePromises:
    """All promises of a place, theirs and ours, in the order of their days."""
    rows = promises_visible_to(viewer).filter(place=place).order_by("due_latest", "proposed_on", "id")
    lines = promise_lines(rows, viewer=viewer)
    return PlacePromises(
        place_slug=place.slug,
        place_name=place.name,
        fictional=place.fictional,
        theirs=tuple(one for one in lines if not one.ours),
        ours=tuple(one for one in lines if one.ours),
    )


def promises_of_issues(issue_ids: Sequence[str], *, viewer: Viewer) -> dict[str, tuple[PromiseLine, ...]]:
    """For each issue the promises that bear on it, directly or through a demand that the viewer may read."""
    demands = demands_visible_to(viewer).filter(issue_id__in=issue_ids)
    direct = Q(bears_on__issue_id__in=issue_ids)
    through = Q(answers_to__demand__in=demands)
    rows = promises_visible_to(viewer).filter(direct | through).distinct().order_by("due_latest", "proposed_on", "id")
    lines = promise_lines(rows, viewer=viewer)
    pairs = set(Promise.objects.filter(direct).values_list("id", "bears_on__issue_id"))
    pairs |= set(Promise.objects.filter(through).values_list("id", "answers_to__demand__issue_id"))
    return {pk: tuple(one for one in lines if (one.id, pk) in pairs) for pk in issue_ids}


def promises_of_issue(issue_id: str, *, viewer: Viewer) -> tuple[PromiseLine, ...]:
    """The promises that bear on one issue."""
    return promises_of_issues([issue_id], viewer=viewer)[issue_id]


def promises_past_due(viewer: Viewer) -> tuple[PromiseLine, ...]:
    """What the desk must look at: promises at the viewer's places whose day passed and of which nobody who owes them spoke."""
    mine = Q(place_id__in=viewer.place_ids) | Q(group_id__in=viewer.group_ids)
    # A day ahead of us somewhere on earth: the exact day is each place's own.
    rows = promises_visible_to(viewer).filter(mine, due_latest__lte=today())
    return tuple(one for one in promise_lines(rows.order_by("due_latest", "id"), viewer=viewer) if one.silent)


def promise_page(promise_id: str, *, viewer: Viewer) -> PromisePage:
    """One promise whole, with every word about it that the viewer may read. Nine queries."""
    promise = get_promise(promise_id, viewer=viewer)
    words = _words_of([promise.pk], viewer)[promise.pk]
    facts = _facts(promise, words, _acts_seen([promise], viewer))
    latest = {one.id for one in (*facts["we"], facts["they"]) if one is not None}
    return PromisePage(
        **facts,
        earlier=tuple(one for one in words if one.id not in latest),
        followups=_followups_of(promise, viewer),
        demands=_demands_of(promise, viewer),
        issues=issue_refs(dict(promise.bears_on.values_list("issue_id", "made_in")), viewer=viewer),
        clause_text=promise.clause.text if promise.clause and facts["clause"] else "",
    )


def _demands_of(promise: Promise, viewer: Viewer) -> tuple[Ref, ...]:
    made_in = dict(promise.answers_to.values_list("demand_id", "made_in"))
    rows = demands_visible_to(viewer).filter(pk__in=made_in).order_by("made_on", "id")
    return demand_refs(rows, made_in=made_in, viewer=viewer)


def _followups_of(promise: Promise, viewer: Viewer) -> tuple[FollowUpLine, ...]:
    rows = followups_visible_to(viewer).filter(promise=promise).select_related("group", "file")
    return tuple(
        FollowUpLine(
            id=row.pk,
            text=row.text,
            lang=row.lang,
            dir=row.dir,
            on=row.on_date,
            source=row.source,
            file_id=row.file_id or "",
            file_name=row.file.name if row.file else "",
            group_name=row.group.name,
            visibility=row.visibility,
            ours=viewer.is_member_of(row.group_id),
        )
        for row in rows.order_by("on_earliest", "made_on", "id")
    )


def _acts_seen(promises: Iterable[Promise], viewer: Viewer) -> frozenset[str]:
    ids = {one.act_id for one in promises if one.act_id}
    return frozenset(acts_visible_to(viewer).filter(pk__in=ids).values_list("pk", flat=True)) if ids else frozenset()


def _words_of(ids: Sequence[str], viewer: Viewer) -> dict[str, list[Word]]:
    """The words about each promise, newest first."""
    found: dict[str, list[Word]] = defaultdict(list)
    rows = assessments_visible_to(viewer).filter(promise_id__in=ids).select_related("body", "group")
    for row in rows.order_by("-on", "-id"):
        found[row.promise_id].append(_word(row))
    return found


def _word(row: Assessment) -> Word:
    return Word(
        id=row.pk,
        side=row.side,
        who=party(row.body, row.group),
        judgement=row.judgement,
        words=row.get_judgement_display(),
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        on=row.on,
        public=row.public,
        how=row.answered_by,
        how_words=row.get_answered_by_display() if row.answered_by else "",
        source=row.source,
    )


def _facts(promise: Promise, words: Sequence[Word], acts: frozenset[str]) -> dict[str, Any]:
    they = next((one for one in words if one.side == Side.THEY), None)
    we: dict[str, Word] = {}
    for one in words:
        if one.side == Side.WE:
            we.setdefault(one.who.id, one)
    seen = promise.act is not None and promise.act_id in acts
    past = promise.days_past(today(promise.place.zone))
    return {
        **place_facts(promise.place, promise.group),
        "kind": "promise",
        "id": promise.pk,
        "lang": promise.lang,
        "dir": promise.dir,
        "text": promise.text,
        "who": party(promise.body, promise.group),
        "origin": promise.origin,
        "origin_words": promise.get_origin_display(),
        "due": promise.due_date,
        "due_words": promise.due_words,
        "due_anchor": promise.due_anchor,
        "money": promise.money,
        "rhythm": promise.rhythm,
        "on": promise.on_date,
        "source": promise.source,
        "standing": promise.standing,
        "private": promise.private,
        "act": act_ref(promise.act) if promise.act and seen else None,
        "clause": clause_ref(promise.clause) if promise.clause and seen else None,
        "they": they,
        "we": tuple(sorted(we.values(), key=lambda one: (one.on, one.who.name))),
        "days_past": past,
        "silent": past > 0 and not _spoke(promise, they, we.get(promise.group_id or "")),
    }


def _spoke(promise: Promise, they: Word | None, ours: Word | None) -> bool:
    """Whether whoever owes it said, since the day passed or for good before it, what became of it."""
    last = ours if promise.group_id else they
    if last is None:
        return False
    due: dt.date | None = promise.due_latest
    return last.judgement in LAST_WORDS or (due is not None and last.on > due)
