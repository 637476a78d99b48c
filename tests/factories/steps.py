"""The smallest valid objects of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.factories.groups import make_group
from tests.factories.issues import make_issue
from tests.factories.meetings import inside

if TYPE_CHECKING:
    from smallplaces.groups.models import Group
    from smallplaces.steps.models import Step


def make_step(group: Group | None = None, **fields: Any) -> Step:
    """A private step without a date, for a new issue of the group unless something else is named."""
    from smallplaces.steps.actions import plan_step

    group = group or make_group()
    named = any(fields.get(name) for name in ("issue", "demand", "promise", "decision"))
    whom = {} if named else {"issue": make_issue(group)}
    smallest = {"who": "the phone chain", "text": "Ask the office for the readings"}
    return plan_step(group, by=inside(group), **smallest | whom | fields)
