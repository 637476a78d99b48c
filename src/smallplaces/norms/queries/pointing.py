"""What is pointed to beside the things of a page, whatever their kinds: three statements in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import CharField, F, QuerySet, Value

from smallplaces.core.enums import Standing
from smallplaces.core.viewers import Viewer
from smallplaces.norms.models import Right
from smallplaces.norms.queries.links import (
    Pointed,
    kind_named,
    provisions_in_sight,
    provisions_in_words,
    rights_in_words,
)

Key = tuple[str, str]


def pointed_beside(things: Mapping[str, Sequence[str]], *, viewer: Viewer) -> dict[Key, tuple[Pointed, ...]]:
    """What people set beside these things (ids by kind), by kind and id: rights first, each in the order of its list.

    The caller has looked which of the things exist for its viewer. At most three queries, one where nothing stands there.
    """
    parts = [_ends(kind, ids) for kind, ids in things.items() if ids]
    if not parts:
        return {}
    rows = list(parts[0].union(*parts[1:], all=True))
    named = _named({row[2] for row in rows} - {None}, {row[3] for row in rows} - {None}, viewer)
    order = {pk: place for place, pk in enumerate(named)}
    found: dict[Key, list[str]] = defaultdict(list)
    for kind, thing_id, right_id, provision_id in rows:
        if (right_id or provision_id) in named:
            found[kind, thing_id].append(right_id or provision_id)
    return {key: tuple(named[pk] for pk in sorted(ends, key=order.__getitem__)) for key, ends in found.items()}


def _ends(kind: str, ids: Sequence[str]) -> QuerySet[Any]:
    rows: QuerySet[Any] = (
        kind_named(kind).links.filter(**{f"{kind}_id__in": ids}, standing=Standing.ACCEPTED).order_by()
    )
    told: QuerySet[Any] = rows.annotate(thing_kind=Value(kind, output_field=CharField()), thing_id=F(f"{kind}_id"))
    return told.values_list("thing_kind", "thing_id", "right_id", "provision_id")


def _named(right_ids: set[str], provision_ids: set[str], viewer: Viewer) -> dict[str, Pointed]:
    named: dict[str, Pointed] = {}
    if right_ids:
        rights = Right.objects.filter(pk__in=right_ids).order_by("position", "slug")
        named |= {one.right_id: one for one in rights_in_words(rights)}
    if provision_ids:
        articles = provisions_in_sight(viewer).filter(pk__in=provision_ids)
        articles = articles.order_by("version__norm__code", "position", "pk")
        named |= {one.provision_id: one for one in provisions_in_words(articles)}
    return named
