"""Which promises of a place answer which recommendations to its State."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from smallplaces.commitments.models import PromiseRecommendation
from smallplaces.commitments.queries.promises import promise_lines
from smallplaces.commitments.queries.reach import promises_visible_to
from smallplaces.commitments.queries.shown import PromiseLine
from smallplaces.core.viewers import Viewer


def promises_answering(
    recommendation_ids: Sequence[str], *, viewer: Viewer, place_id: str = ""
) -> dict[str, tuple[PromiseLine, ...]]:
    """By recommendation the promises that answer it and that the viewer may read. Four queries, however many there are."""
    seen = promises_visible_to(viewer)
    if place_id:
        seen = seen.filter(place_id=place_id)
    ties = PromiseRecommendation.objects.filter(recommendation_id__in=recommendation_ids, promise__in=seen)
    pairs = list(ties.values_list("recommendation_id", "promise_id"))
    rows = seen.filter(pk__in={promise for _one, promise in pairs}).order_by("due_latest", "proposed_on", "id")
    lines = {one.id: one for one in promise_lines(rows, viewer=viewer)} if pairs else {}
    found: dict[str, list[PromiseLine]] = defaultdict(list)
    for recommendation, promise in pairs:
        found[recommendation].append(lines[promise])
    return {pk: tuple(found[pk]) for pk in recommendation_ids}


def recommendations_answered(promise_ids: Sequence[str]) -> dict[str, list[str]]:
    """By promise the recommendations that it answers. The ids must be of promises that the viewer may read. One query."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = PromiseRecommendation.objects.filter(promise_id__in=promise_ids).order_by("made_on", "id")
    for promise, recommendation in rows.values_list("promise_id", "recommendation_id"):
        found[promise].append(recommendation)
    return dict(found)
