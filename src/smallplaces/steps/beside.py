"""Rights stand beside what we do."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from smallplaces.core.viewers import Viewer
from smallplaces.norms.linking import Linkable, Said, register
from smallplaces.steps.models import Step, StepRight
from smallplaces.steps.policies import may_work_on_step
from smallplaces.steps.sight import steps_seen_by


def steps_beside(viewer: Viewer) -> QuerySet[Step]:
    """The steps that exist for a viewer; those that were dropped for the group's own people only."""
    kept = Q(dropped_on__isnull=True) | Q(group_id__in=viewer.group_ids)
    return Step.objects.filter(steps_seen_by(viewer), kept).select_related("group__place")


def said_of_step(step: Step) -> Said:
    """What is done."""
    return Said(step.text, step.lang)


def register_kinds() -> None:
    """Called once, when the app is ready."""
    register(Linkable("step", StepRight, steps_beside, said_of_step, may_work_on_step, "group__place_id"))
