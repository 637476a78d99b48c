"""Where a right or an article was pointed to: across every kind, accepted links only, and only what the viewer may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Q

from smallplaces.commitments.queries import demands_visible_to, promises_visible_to
from smallplaces.core.enums import Standing
from smallplaces.core.viewers import Viewer
from smallplaces.issues.queries.boxes import causes_in_sight
from smallplaces.issues.queries.sight import issues_in_sight
from smallplaces.norms.linking import Linkable, linkable, linkables
from smallplaces.thread import naming
from smallplaces.thread.kinds import KINDS
from smallplaces.thread.refs import Ref

# In the order of the thread. A kind that is not named here stands last.
ORDER = (
    "issue", "sentence", "statement", "cause", "step", "demand", "clause", "promise", "paragraph", "recommendation",
)  # fmt: skip
MOST = 100


@dataclass(frozen=True, kw_only=True)
class Use:
    """One thing beside which a right or an article stands, and since when."""

    kind: str
    ref: Ref
    on: dt.date


def uses_of_right(right_id: str, viewer: Viewer, place_id: str = "") -> tuple[Use, ...]:
    """What people set this right beside, in the order of the thread, the latest first. A few queries a kind, at most `MOST` of each."""
    return _uses(Q(right_id=right_id), viewer, place_id)


def uses_of_provision(provision_id: str, viewer: Viewer, place_id: str = "") -> tuple[Use, ...]:
    """What people set this article beside, in the order of the thread, the latest first. A few queries a kind, at most `MOST` of each."""
    return _uses(Q(provision_id=provision_id), viewer, place_id)


def issues_touching(right_id: str, place_id: str, viewer: Viewer) -> tuple[Ref, ...]:
    """The issues of a place that touch a right, open ones first, the newest first.

    By a link of their own or of what hangs on them, to the right or to an article that protects it.
    """
    beside = Q(rights__right_id=right_id) | Q(rights__provision__rights__right_id=right_id)
    beside &= Q(rights__standing=Standing.ACCEPTED)
    demands = demands_visible_to(viewer).order_by()
    promises = promises_visible_to(viewer).order_by()
    touched = (
        issues_in_sight(viewer).filter(beside).values("pk"),
        causes_in_sight(viewer).order_by().filter(beside).values("issue_id"),
        demands.filter(beside).values("issue_id"),
        promises.filter(beside).values("bears_on__issue_id"),
        demands.filter(promises__promise__in=promises.filter(beside).values("pk")).values("issue_id"),
    )
    wanted = Q(gathered__sentence__in=_said("sentence", right_id, viewer))
    wanted |= Q(gathered_statements__statement__in=_said("statement", right_id, viewer))
    for ids in touched:
        wanted |= Q(pk__in=ids)
    rows = issues_in_sight(viewer).filter(wanted, place_id=place_id).distinct().order_by("-state", "-made_on", "pk")
    return tuple(one for one in naming.issues(rows[:MOST], viewer) if not one.taken_back)


def _said(kind: str, right_id: str, viewer: Viewer) -> list[str]:
    """The sentences or statements beside which the right, or an article that protects it, stands."""
    one = linkable(kind)
    if one is None:
        return []
    to = Q(right_id=right_id) | Q(provision__rights__right_id=right_id)
    seen = {f"{kind}__in": one.visible(viewer).order_by().values("pk")}
    return list(one.links.filter(to, standing=Standing.ACCEPTED, **seen).values_list(f"{kind}_id", flat=True))


def _uses(to: Q, viewer: Viewer, place_id: str) -> tuple[Use, ...]:
    found = [use for one in sorted(linkables(), key=place_in_order) for use in _of_kind(one, to, viewer, place_id)]
    return tuple(found)


def place_in_order(one: Linkable) -> int:
    """Where a kind stands in the order of the thread."""
    return ORDER.index(one.kind) if one.kind in ORDER else len(ORDER)


def _of_kind(one: Linkable, to: Q, viewer: Viewer, place_id: str) -> list[Use]:
    if place_id and not one.place_path:
        return []
    at = {f"{one.kind}__{one.place_path}": place_id} if place_id else {}
    seen = {f"{one.kind}__in": one.visible(viewer).order_by().values("pk")}
    rows = one.links.filter(to, standing=Standing.ACCEPTED, **seen, **at)
    rows = rows.order_by("-settled_on", "pk").values_list(f"{one.kind}_id", "settled_on")[:MOST]
    days: dict[str, dt.date] = dict(rows)
    refs = {ref.id: ref for ref in _named(one, list(days), viewer) if not ref.taken_back and ref.text}
    return [Use(kind=one.kind, ref=refs[pk], on=on) for pk, on in days.items() if pk in refs]


def _named(one: Linkable, ids: Sequence[str], viewer: Viewer) -> list[Ref]:
    """These things as the thread calls them. A paragraph stands in its report, and has no name of its own."""
    if not ids:
        return []
    if one.kind in KINDS:
        return KINDS[one.kind].named(ids, viewer)
    return [_plainly(one, row, viewer) for row in one.visible(viewer).filter(pk__in=ids)]


def _plainly(one: Linkable, row: object, viewer: Viewer) -> Ref:
    """By its words. A paragraph is a draft's, which its own people alone read: for others its report is named.

    What others read of a report is an edition, which was made and lost words since by rules of its own.
    """
    said = one.said(row)
    report = getattr(getattr(row, "section", None), "report", None)
    ref = Ref(kind=one.kind, id=str(getattr(row, "pk", "")), text=naming.short(said.text), lang=said.lang)
    if report is None:
        return ref
    if viewer.is_member_of(report.group_id):
        return replace(ref, note=report.title, of_id=report.pk)
    return replace(ref, text=report.title, lang=report.lang, of_id=report.pk)
