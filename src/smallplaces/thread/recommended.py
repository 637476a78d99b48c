"""Recommendations to a State, seen from a place: what answers them here, and the gaps, both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smallplaces.commitments.queries import promise_lines, promises_visible_to
from smallplaces.commitments.queries.recommended import promises_answering, recommendations_answered
from smallplaces.commitments.queries.shown import PromiseLine
from smallplaces.core.viewers import Viewer
from smallplaces.issues.queries.rights import rights_of_issues_at
from smallplaces.norms.queries.recommendations import (
    RecommendationLine,
    numbers_by_right,
    recommendation_lines,
    recommendations_about,
    recommendations_visible_to,
    rights_waiting,
    state_name,
)
from smallplaces.places.queries import get_place

MOST = 60


@dataclass(frozen=True, kw_only=True)
class AnsweredHere:
    """One recommendation with the promises of the place that answer it; none is a gap."""

    recommendation: RecommendationLine
    promises: tuple[PromiseLine, ...]


@dataclass(frozen=True, kw_only=True)
class RightAsked:
    """A right that people's issues here touch, with how many recommendations to the State are about it."""

    slug: str
    name: str
    recommendations: int


@dataclass(frozen=True, kw_only=True)
class PlaceRecommendations:
    """What was recommended to the State about what people say here; what answers it; what nobody recommended or promised.

    `open_here` touch rights that stand beside issues of this place and no promise answers them. `unasked` are promises
    that answer no recommendation, `unsaid` rights of this place's issues that no recommendation is about. `waiting` are
    rights that only a suggestion ties to one: not known to be a gap.
    """

    kind: str = "recommendations"
    place_slug: str
    place_name: str
    place_lang: str
    state: str
    state_name: str
    number: int
    answered: tuple[AnsweredHere, ...]
    open_here: tuple[AnsweredHere, ...]
    open_number: int
    unasked: tuple[PromiseLine, ...]
    asked: tuple[RightAsked, ...]
    waiting: tuple[RightAsked, ...]
    unsaid: tuple[RightAsked, ...]
    fictional: bool


def recommendations_at(slug: str, *, viewer: Viewer) -> PlaceRecommendations:
    """The recommendations to the State of a place, beside what people say and what was promised there."""
    place = get_place(slug, viewer=viewer)
    everything = recommendations_visible_to(viewer).filter(state=place.country)
    promises = promises_visible_to(viewer).filter(place=place)
    ties = recommendations_answered(list(promises.values_list("pk", flat=True)))
    tied = {one for its in ties.values() for one in its}
    asked = _asked(place, viewer)
    suggested = rights_waiting(place.country)
    touching = recommendations_about(place.country, [one.slug for one in asked], viewer=viewer).exclude(pk__in=tied)
    unasked = promises.exclude(pk__in=ties).order_by("due_latest", "proposed_on", "id")
    return PlaceRecommendations(
        place_slug=place.slug,
        place_name=place.name,
        place_lang=place.lang,
        state=place.country,
        state_name=state_name(place.country),
        number=everything.count(),
        answered=_with_promises(everything.filter(pk__in=tied), place.pk, viewer),
        open_here=_with_promises(touching[:MOST], place.pk, viewer),
        open_number=touching.count(),
        unasked=promise_lines(unasked, viewer=viewer),
        asked=tuple(one for one in asked if one.recommendations),
        waiting=tuple(one for one in asked if not one.recommendations and one.slug in suggested),
        unsaid=tuple(one for one in asked if not one.recommendations and one.slug not in suggested),
        fictional=place.fictional,
    )


def _with_promises(rows: Any, place_id: str, viewer: Viewer) -> tuple[AnsweredHere, ...]:
    lines = recommendation_lines(rows)
    promises = promises_answering([one.id for one in lines], viewer=viewer, place_id=place_id)
    return tuple(AnsweredHere(recommendation=one, promises=promises[one.id]) for one in lines)


def _asked(place: Any, viewer: Viewer) -> list[RightAsked]:
    """The rights beside issues of this place that the viewer may read, with how often the State was told of each."""
    rights = rights_of_issues_at(place.pk, viewer=viewer)
    numbers = numbers_by_right(place.country)
    return [RightAsked(slug=slug, name=name, recommendations=numbers.get(slug, 0)) for slug, name in rights]
