"""Whose words stand behind demands and texts of our own: the rooms, for what their face says about reading back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from smallplaces.commitments.models import ActDemand, DemandSentence, PromiseDemand

Rooms = Mapping[str, tuple[str, ...]]


def rooms_of_demands(demand_ids: Sequence[str]) -> Rooms:
    """The ids of the rooms whose sentences demands were made from, by the demand's id. One query.

    The caller has looked which demands exist for its viewer, and names only rooms that do.
    """
    rows = DemandSentence.objects.filter(demand_id__in=demand_ids, sentence__taken_back_on=None)
    return _gathered(rows.values_list("demand_id", "sentence__room_id"))


def rooms_of_acts(act_ids: Sequence[str]) -> Rooms:
    """The same for texts of ours: the rooms behind the demands that they or their promises answer. Three queries."""
    direct = ActDemand.objects.filter(act_id__in=act_ids).values_list("act_id", "demand_id")
    through = PromiseDemand.objects.filter(promise__act_id__in=act_ids).values_list("promise__act_id", "demand_id")
    answers = [(act, demand) for act, demand in (*direct, *through) if act]
    behind = rooms_of_demands([demand for _act, demand in answers])
    return _gathered((act, room) for act, demand in answers for room in behind.get(demand, ()))


def _gathered(pairs: Iterable[tuple[str, str]]) -> Rooms:
    found: dict[str, set[str]] = defaultdict(set)
    for key, room in pairs:
        found[key].add(room)
    return {key: tuple(sorted(rooms)) for key, rooms in found.items()}
