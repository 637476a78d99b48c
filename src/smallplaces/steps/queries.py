"""Reads of steps, always with a viewer. Pages get lines; actions get models."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.models import Membership
from smallplaces.steps.lines import ReminderLine, StepLine
from smallplaces.steps.models import Reminder, Step
from smallplaces.steps.sight import steps_seen_by

MOST_KINDS = 40


def steps_for(
    *,
    issue_ids: Sequence[str] = (),
    demand_ids: Sequence[str] = (),
    promise_ids: Sequence[str] = (),
    decision_ids: Sequence[str] = (),
    viewer: Viewer,
) -> list[StepLine]:
    """The steps for any of these, in the order in which they happened or are due. One query.

    Steps that were dropped are for the group's own people only.
    """
    wanted = Q(issue_id__in=issue_ids) | Q(demand_id__in=demand_ids)
    wanted |= Q(promise_id__in=promise_ids) | Q(decision_id__in=decision_ids)
    dropped = Q(dropped_on__isnull=True) | Q(group_id__in=viewer.group_ids)
    return _in_order(_in_sight(viewer).filter(wanted & dropped), viewer)


def open_steps_of_group(group_id: str, *, viewer: Viewer) -> list[StepLine]:
    """The steps of a group that are neither done nor dropped, the soonest due first. One query."""
    rows = _in_sight(viewer).filter(group_id=group_id, on="", dropped_on__isnull=True)
    return _in_order(rows, viewer)


def steps_late(viewer: Viewer) -> list[StepLine]:
    """The open steps of the viewer's own groups whose day has passed, the longest first. One query."""
    rows = _in_sight(viewer).filter(group_id__in=viewer.group_ids, on="", dropped_on=None, due_latest__lte=today())
    late = [one for one in _in_order(rows, viewer) if one.days_past]
    return sorted(late, key=lambda one: -one.days_past)


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


def kinds_of_steps(group_id: str, *, viewer: Viewer) -> list[str]:
    """The sorts of step that a group has used, in its own words, the most used first; for its own people. One query."""
    if not viewer.is_member_of(group_id):
        return []
    rows = Step.objects.filter(group_id=group_id).exclude(kind="").values_list("kind")
    return [kind for kind, _count in rows.annotate(count=Count("id")).order_by("-count", "kind")[:MOST_KINDS]]


def is_reminded(step_id: str, *, viewer: Viewer) -> bool:
    """Whether this viewer asked for a letter before a step is due. One query."""
    return Reminder.objects.filter(step_id=step_id, account_id=viewer.account_id, sent_on=None).exists()


def reminders_due(on: dt.date) -> list[ReminderLine]:
    """The letters to send on a day: for steps that are open, to people who are still in the group. One query, for the worker.

    Nothing is made up for: a step whose day has passed reminds nobody.
    """
    still = Membership.objects.filter(
        account_id=OuterRef("account_id"), group_id=OuterRef("step__group_id"), until__isnull=True
    )
    rows = Reminder.objects.filter(
        Exists(still), sent_on=None, step__on="", step__dropped_on=None, step__due_latest__gte=on
    ).exclude(account__email="")
    rows = rows.filter(account__is_active=True).select_related("account", "step__group__place").order_by("id")
    return [
        ReminderLine(id=row.pk, step=_line(row.step, ANYBODY), email=row.account.email, username=row.account.username)
        for row in rows
        if row.step.due_latest and row.step.due_latest - on <= dt.timedelta(days=row.days_before)
    ]


def _in_sight(viewer: Viewer) -> QuerySet[Step]:
    return Step.objects.filter(steps_seen_by(viewer)).select_related("group__place")


def _in_order(rows: Iterable[Step], viewer: Viewer) -> list[StepLine]:
    """What was done first stands first; then what is due soonest; what has no date stands last."""
    last = today().max
    ordered = sorted(rows, key=lambda one: (not one.on, one.on_earliest or one.due_latest or last, one.made_on, one.pk))
    return [_line(one, viewer) for one in ordered]


def _line(step: Step, viewer: Viewer) -> StepLine:
    is_open = not step.on and step.dropped_on is None
    whom = {"issue": step.issue_id, "demand": step.demand_id, "promise": step.promise_id, "decision": step.decision_id}
    for_kind, for_id = next((kind, pk) for kind, pk in whom.items() if pk)
    ours = viewer.is_member_of(step.group_id)
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
        made_on=step.made_on,
        came_of_it=step.came_of_it,
        visibility=step.visibility,
        private=step.visibility == Visibility.PRIVATE,
        ours=ours,
        group_id=step.group_id,
        group_name=step.group.name,
        group_slug=step.group.slug,
        fictional=step.group.place.fictional,
        for_kind=for_kind,
        for_id=for_id,
        volunteers=step.volunteers if ours else None,
        hours=step.hours if ours else None,
    )
