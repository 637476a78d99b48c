"""Rows of steps in an archive."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.steps.models import Reminder, Step, StepRight


def tables(scope: Scope) -> Tables:
    """Every step of the groups, private ones included."""
    return (
        Step.objects.filter(scope.held()),
        StepRight.objects.filter(scope.held("step__group_id")),
        Reminder.objects.filter(scope.held("step__group_id")),
    )
