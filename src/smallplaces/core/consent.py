"""The one function that decides whether words may be used. Every page, report, archive and feed asks it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from smallplaces.core.models import Permission


def latest_decision(kind: str, thing_id: str) -> Permission | None:
    """The decision that counts about one thing, for an action that must keep its end and what people were told. One query."""
    return Permission.objects.filter(kind=kind, thing_id=thing_id).order_by("-step").first()


def present_uses(kind: str, thing_id: str) -> frozenset[str]:
    """The uses that the latest decision about one thing names, its end aside; for the page that changes them. One query."""
    row = latest_decision(kind, thing_id)
    return frozenset(row.uses) if row else frozenset()


def permitted(kind: str, ids: Iterable[str], use: str, on: dt.date) -> frozenset[str]:
    """The ids among these that may be put to a use on a day. One query.

    The latest decision about a thing counts, expired or not; a thing without a decision may not be used.
    """
    latest: dict[str, Permission] = {}
    for row in Permission.objects.filter(kind=kind, thing_id__in=list(ids)).order_by("step"):
        latest[row.thing_id] = row
    return frozenset(
        thing_id for thing_id, row in latest.items() if use in row.uses and (row.until is None or row.until >= on)
    )


def may_use(kind: str, thing_id: str, use: str, on: dt.date) -> bool:
    """Whether one thing may be put to a use on a day."""
    return thing_id in permitted(kind, [thing_id], use, on)


def given_between(kind: str, ids: Iterable[str], first: dt.date, last: dt.date) -> list[frozenset[str]]:
    """The uses of each decision about these things that was given in these days, for counting. One query."""
    rows = Permission.objects.filter(kind=kind, thing_id__in=list(ids), given_on__range=(first, last))
    return [frozenset(uses) for uses in rows.order_by("id").values_list("uses", flat=True)]
