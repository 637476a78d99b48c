"""What of a step a viewer may read, and of what it is for."""

from __future__ import annotations

from django.db.models import Q

from smallplaces.commitments.models import Demand, Promise
from smallplaces.core.enums import Standing, Visibility
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.issues.models import Issue


def steps_seen_by(viewer: Viewer) -> Q:
    """The steps that exist for a viewer: its groups' own, and shown ones whose issue, demand or promise exists for it too."""
    issue = Q(issue__isnull=True) | held_by_visible_groups("issue", viewer, prefix="issue__")
    demand = Q(demand__isnull=True) | held_by_visible_groups("demand", viewer, prefix="demand__")
    promise = Q(promise__isnull=True) | promises_seen_by(viewer, prefix="promise__")
    return Q(group_id__in=viewer.group_ids) | (held_by_visible_groups("step", viewer) & issue & demand & promise)


def promises_seen_by(viewer: Viewer, prefix: str = "") -> Q:
    """Accepted promises; private ones only for the group that owes them; proposed ones for those who may accept."""
    accepted = Q(**{f"{prefix}standing": Standing.ACCEPTED})
    waiting = Q(**{f"{prefix}standing": Standing.PROPOSED})
    near = Q(**{f"{prefix}place_id__in": viewer.place_ids})
    shown = accepted | waiting if viewer.is_steward else accepted | (waiting & near)
    return shown & (Q(**{f"{prefix}private": False}) | Q(**{f"{prefix}group_id__in": viewer.group_ids}))


def is_seen(thing: Issue | Demand | Promise, viewer: Viewer) -> bool:
    """Whether what a step is for exists for a viewer. One query."""
    if isinstance(thing, Promise):
        return Promise.objects.filter(promises_seen_by(viewer), pk=thing.pk).exists()
    if isinstance(thing, Demand):
        return Demand.objects.filter(held_by_visible_groups("demand", viewer), pk=thing.pk).exists()
    return Issue.objects.filter(held_by_visible_groups("issue", viewer), pk=thing.pk).exists()


def is_public(thing: Issue | Demand | Promise) -> bool:
    """Whether everybody can see what a step is for."""
    shown = isinstance(thing, Promise) or thing.visibility == Visibility.PUBLIC
    return shown and is_seen(thing, ANYBODY)
