"""What of a step a viewer may read, and of what it is for."""

from __future__ import annotations

from django.db.models import Q

from smallplaces.commitments.models import Demand, Promise
from smallplaces.commitments.queries.reach import demands_visible_to, promises_visible_to
from smallplaces.core.enums import Visibility
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.models import Decision
from smallplaces.groups.queries import held_by_visible_groups
from smallplaces.issues.models import Issue


def steps_seen_by(viewer: Viewer) -> Q:
    """The steps that exist for a viewer: its groups' own, and shown ones for things that exist for it too."""
    issue = Q(issue__isnull=True) | held_by_visible_groups("issue", viewer, prefix="issue__")
    demand = Q(demand__isnull=True) | Q(demand__in=demands_visible_to(viewer))
    promise = Q(promise__isnull=True) | Q(promise__in=promises_visible_to(viewer))
    decision = Q(decision__isnull=True) | held_by_visible_groups("decision", viewer, prefix="decision__")
    shown = held_by_visible_groups("step", viewer) & issue & demand & promise & decision
    return Q(group_id__in=viewer.group_ids) | shown


def is_seen(thing: Issue | Demand | Promise | Decision, viewer: Viewer) -> bool:
    """Whether what a step is for exists for a viewer. One query."""
    if isinstance(thing, Promise):
        return promises_visible_to(viewer).filter(pk=thing.pk).exists()
    if isinstance(thing, Demand):
        return demands_visible_to(viewer).filter(pk=thing.pk).exists()
    if isinstance(thing, Decision):
        return Decision.objects.filter(held_by_visible_groups("decision", viewer), pk=thing.pk).exists()
    return Issue.objects.filter(held_by_visible_groups("issue", viewer), pk=thing.pk).exists()


def is_public(thing: Issue | Demand | Promise | Decision) -> bool:
    """Whether everybody can see what a step is for."""
    shown = isinstance(thing, Promise) or thing.visibility == Visibility.PUBLIC
    return shown and is_seen(thing, ANYBODY)
