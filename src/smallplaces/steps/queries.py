"""Reads of steps, always with a viewer. Pages get lines; actions get models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.steps.lines import StepLine
from smallplaces.steps.models import Step
from smallplaces.steps.sight import steps_seen_by


def steps_for(
    *, issue_ids: Sequence[str] = (), demand_ids: Sequence[str] = (), promise_ids: Sequence[str] = (), viewer: Viewer
) -> list[StepLine]:
    """The steps for any of these, in the order in which they happened or are due. One query.

    Steps that were dropped are for the group's own people only.
    """
    wanted = Q(issue_id__in=issue_ids) | Q(demand_id__in=demand_ids) | Q(promise_id__in=promise_ids)
    dropped = Q(dropped_on__isnull=True) | Q(group_id__in=viewer.group_ids)
    return _in_order(_in_sight(viewer).filter(wanted & dropped), viewer)


def open_steps_of_group(group_id: str, *, viewer: Viewer) -> list[StepLine]:
    """The steps of a group that are neither done nor dropped, the soonest due first. One query."""
    rows = _in_sight(viewer).filter(group_id=group_id, on="", dropped_on__isnull=True)
    return _in_order(rows, viewer)


def steps_of_group(group_id: str, *, viewer: Viewer) -> list[StepLine]:
    """Every step of a group that the viewer may read. One query."""
    return _in_order(_in_sight(viewer).filter(group_id=group_id), viewer)


def steps_by_ids(ids: Sequence[str], *, viewer: Viewer) -> dict[str, StepLine]:
    """Those of these steps that exist for the viewer, by id. One query."""
    return {line.id: line for line in _in_order(_in_sight(viewer).filter(pk__in=ids), viewer)}


def step_for(step_id: str, *, viewer: Viewer) -> StepLine:
    """One step. One query. Raises NotVisibleError."""
    return _line(get_step(step_id, viewer=viewer), viewer)


def get_step(step_id: str, *, viewer: Viewer) -> Step:
    """One step, for an action. One query. Raises NotVisibleError."""
    step = _in_sight(viewer).filter(pk=step_id).first()
    if step is None:
        raise NotVisibleError(step_id)
    return step


def _in_sight(viewer: Viewer) -> QuerySet[Step]:
    return Step.objects.filter(steps_seen_by(viewer)).select_related("group__place")


def _in_order(rows: Iterable[Step], viewer: Viewer) -> list[StepLine]:
    """What was done first stands first; then what is due soonest; what has no date stands last."""
    last = today().max
    ordered = sorted(rows, key=lambda one: (not one.on, one.on_earliest or one.due_latest or last, one.made_on, one.pk))
    return [_line(one, viewer) for one in ordered]


def _line(step: Step, viewer: Viewer) -> StepLine:
    is_open = not step.on and step.dropped_on is None
    for_kind = "issue" if step.issue_id else "demand" if step.demand_id else "promise"
    due = str(step.due_date or "")
    return StepLine(
        id=step.pk,
        who=step.who,
        text=step.text,
        lang=step.lang,
        dir=step.dir,
        kind_words=step.kind,
        due=step.due,
        due_words=due,
        days_past=step.days_past(today(step.group.place.zone)) if is_open else 0,
        done_on=step.on,
        done_words=str(step.on_date or ""),
        dropped_on=step.dropped_on,
        came_of_it=step.came_of_it,
        visibility=step.visibility,
        private=step.visibility == Visibility.PRIVATE,
        ours=viewer.is_member_of(step.group_id),
        group_id=step.group_id,
        group_name=step.group.name,
        fictional=step.group.place.fictional,
        for_kind=for_kind,
        for_id=step.issue_id or step.demand_id or step.promise_id or "",
    )
