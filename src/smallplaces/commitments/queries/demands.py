"""Reads about demands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet

from smallplaces.commitments import policies
from smallplaces.commitments.models import Act, Answer, Demand, DemandOn, DemandSentence, Signer
from smallplaces.commitments.queries.acts import act_lines
from smallplaces.commitments.queries.faces import rooms_of_demands
from smallplaces.commitments.queries.naming import hidden_words, issue_refs, party, place_facts
from smallplaces.commitments.queries.promises import promise_lines
from smallplaces.commitments.queries.reach import acts_visible_to, demands_visible_to, get_demand, promises_visible_to
from smallplaces.commitments.queries.shown import AnswerLine, DemandLine, Party, SignerLine
from smallplaces.commitments.queries.shown_pages import DemandPage
from smallplaces.commitments.queries.ties import acts_made_in, promises_made_in, tied
from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.issues.queries.sight import issues_in_sight
from smallplaces.meetings.queries import face_of


def demand_lines(rows: QuerySet[Demand], *, viewer: Viewer) -> tuple[DemandLine, ...]:
    """Demands in the order of `rows`, with on whom they are and what came. Six queries, however many rows."""
    demands = list(rows.select_related("group", "issue__place"))
    return tuple(DemandLine(**facts) for facts in _facts_of(demands, viewer))


def demands_of_issues(issue_ids: Sequence[str], *, viewer: Viewer) -> dict[str, tuple[DemandLine, ...]]:
    """For each issue its demands, oldest first."""
    rows = demands_visible_to(viewer).filter(issue_id__in=issue_ids).order_by("made_on", "id")
    owner = dict(rows.values_list("id", "issue_id"))
    lines = demand_lines(rows, viewer=viewer)
    return {pk: tuple(one for one in lines if owner[one.id] == pk) for pk in issue_ids}


def demands_of_issue(issue_id: str, *, viewer: Viewer) -> tuple[DemandLine, ...]:
    """The demands of one issue."""
    return demands_of_issues([issue_id], viewer=viewer)[issue_id]


def demands_of_place(place_id: str, *, viewer: Viewer) -> tuple[DemandLine, ...]:
    """The demands made at a place."""
    rows = demands_visible_to(viewer).filter(issue__place_id=place_id).order_by("made_on", "id")
    return demand_lines(rows, viewer=viewer)


def demands_of_groups(viewer: Viewer) -> list[Demand]:
    """The demands of the viewer's own groups, to choose from."""
    rows = Demand.objects.filter(group_id__in=viewer.group_ids).exclude(text="")
    return list(rows.select_related("group", "issue__place").order_by("-made_on", "id"))


def demand_page(demand_id: str, *, viewer: Viewer) -> DemandPage:
    """One demand whole."""
    demand = get_demand(demand_id, viewer=viewer)
    promises = promises_visible_to(viewer).filter(answers_to__demand=demand).order_by("due_latest", "proposed_on", "id")
    acts = acts_visible_to(viewer).filter(Q(answers_to__demand=demand) | Q(pk__in=promises.values("act_id")))
    return DemandPage(
        **_facts_of([demand], viewer)[0],
        read_back=face_of(rooms_of_demands([demand_id]).get(demand_id, ()), viewer=viewer),
        issue=next(iter(issue_refs({demand.issue_id: demand.made_in}, viewer=viewer)), None),
        signers=signers_of(demand, viewer=viewer),
        answers=_answers_of(demand),
        promises=tied(promise_lines(promises, viewer=viewer), promises_made_in([demand_id])),
        acts=tied(act_lines(acts.distinct().order_by("on_earliest", "id"), viewer=viewer), acts_made_in([demand_id])),
    )


def signers_of(thing: Demand | Act, *, viewer: Viewer) -> tuple[SignerLine, ...]:
    """The names under a demand or a text: groups first. Those that wait only for who may accept them. One query."""
    place = thing.issue.place if isinstance(thing, Demand) else thing.place
    may = (
        policies.may_change_demand(thing, viewer)
        if isinstance(thing, Demand)
        else policies.may_change_act(thing, viewer)
    )
    rows = thing.signers.filter(Q(shown_until__isnull=True) | Q(shown_until__gte=today(place.zone)))
    if not may:
        rows = rows.filter(accepted_on__isnull=False)
    return tuple(_signer(row) for row in rows.order_by("is_person", "name", "id"))


def sentences_of_demands(demand_ids: Sequence[str], *, viewer: Viewer) -> dict[str, tuple[str, ...]]:
    """The ids of the sentences from which demands were made; the caller shows only those that the viewer may read."""
    seen = demands_visible_to(viewer).filter(pk__in=demand_ids)
    found: dict[str, list[str]] = defaultdict(list)
    for demand_id, sentence_id in DemandSentence.objects.filter(demand__in=seen).values_list(
        "demand_id", "sentence_id"
    ):
        found[demand_id].append(sentence_id)
    return {pk: tuple(sorted(found[pk])) for pk in demand_ids}


def demands_from_sentences(sentence_ids: Sequence[str], *, viewer: Viewer) -> tuple[DemandLine, ...]:
    """Where sentences went: the demands made from them."""
    rows = (
        demands_visible_to(viewer).filter(made_from__sentence_id__in=sentence_ids).distinct().order_by("made_on", "id")
    )
    return demand_lines(rows, viewer=viewer)


def _facts_of(demands: Sequence[Demand], viewer: Viewer) -> list[dict[str, Any]]:
    ids = [one.pk for one in demands]
    on_whom = _on_whom(ids, demands)
    counts = _counts(ids, viewer)
    seen = issues_in_sight(viewer).filter(pk__in={one.issue_id for one in demands})
    issues = frozenset(seen.values_list("pk", flat=True))
    hidden = hidden_words(demands, viewer)
    return [
        {
            **place_facts(one.issue.place, one.group),
            "kind": "demand",
            "id": one.pk,
            "lang": one.lang,
            "dir": one.dir,
            "text": "" if one.pk in hidden else one.text,
            "taken_back": one.pk in hidden or one.taken_back_on is not None,
            "state": one.state,
            "state_words": one.get_state_display(),
            "made_in": one.made_in,
            "made_on": one.made_on,
            "asked_on": one.asked_on,
            "visibility": one.visibility,
            "on_whom": tuple(on_whom[one.pk]),
            "issue_id": one.issue_id if one.issue_id in issues else "",
            **{name: counted.get(one.pk, 0) for name, counted in counts.items()},
        }
        for one in demands
    ]


def _on_whom(ids: Sequence[str], demands: Sequence[Demand]) -> dict[str, list[Party]]:
    groups = {one.pk: one.group for one in demands}
    found: dict[str, list[Party]] = defaultdict(list)
    for row in DemandOn.objects.filter(demand_id__in=ids).select_related("body").order_by("ourselves", "body__name"):
        found[row.demand_id].append(party(row.body, groups[row.demand_id]))
    return found


def _counts(ids: Sequence[str], viewer: Viewer) -> dict[str, dict[str, int]]:
    """How many signers, answers and promises each demand has, of those that everybody or this viewer sees."""
    shown = Q(accepted_on__isnull=False) & (Q(shown_until__isnull=True) | Q(shown_until__gte=today()))
    signers = Signer.objects.filter(shown, demand_id__in=ids).values_list("demand_id")
    answers = Answer.objects.filter(demand_id__in=ids).values_list("demand_id")
    promises = promises_visible_to(viewer).filter(answers_to__demand_id__in=ids).values_list("answers_to__demand_id")
    return {
        "signer_count": dict(signers.annotate(Count("id"))),
        "answer_count": dict(answers.annotate(Count("id"))),
        "promise_count": dict(promises.annotate(Count("id"))),
    }


def _answers_of(demand: Demand) -> tuple[AnswerLine, ...]:
    rows = demand.answers.select_related("body").order_by("on", "id")
    return tuple(
        AnswerLine(
            id=row.pk,
            who=party(row.body, None),
            text=row.text,
            lang=row.lang,
            dir=row.dir,
            on=row.on,
            how=row.answered_by,
            how_words=row.get_answered_by_display(),
            source=row.source,
        )
        for row in rows
    )


def _signer(row: Signer) -> SignerLine:
    return SignerLine(
        id=row.pk,
        name=row.name,
        is_person=row.is_person,
        sector=row.sector,
        identification_only=row.identification_only,
        signed_on=row.signed_on,
        shown_until=row.shown_until,
        waits=row.accepted_on is None,
    )
