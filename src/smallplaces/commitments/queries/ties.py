"""Where the links between demands, issues, promises and texts were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from smallplaces.commitments.models import ActDemand, PromiseDemand, PromiseIssue
from smallplaces.commitments.queries.shown import ActLine, PromiseLine

Tied = TypeVar("Tied", ActLine, PromiseLine)


def promises_made_in(demand_ids: Sequence[str], *, issue_id: str = "") -> dict[str, str]:
    """Where the links of promises to these demands, or to this issue itself, were made, by the promise's id.

    The ids must be of demands that the reader may read. At most two queries.
    """
    through = PromiseDemand.objects.filter(demand_id__in=demand_ids).order_by("-made_on", "-id")
    found = dict(through.values_list("promise_id", "made_in"))
    if issue_id:
        found |= dict(PromiseIssue.objects.filter(issue_id=issue_id).values_list("promise_id", "made_in"))
    return found


def acts_made_in(demand_ids: Sequence[str]) -> dict[str, str]:
    """Where the links of texts to these demands were made, by the text's id; of several the first. One query."""
    rows = ActDemand.objects.filter(demand_id__in=demand_ids).order_by("-made_on", "-id")
    return dict(rows.values_list("act_id", "made_in"))


def tied(lines: Iterable[Tied], made_in: Mapping[str, str]) -> tuple[Tied, ...]:
    """The lines, each saying where its link was made; nothing where no link of its own was made."""
    return tuple(replace(one, made_in=made_in.get(one.id, "")) for one in lines)
