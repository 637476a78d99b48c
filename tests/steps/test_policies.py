"""Who may do what with a step, as a table."""

from __future__ import annotations

import pytest

from smallplaces.steps import policies
from tests.cast import Cast
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db

GROUPS_OWN = {"member", "holder", "other_holder"}


def test_only_the_groups_own_people_plan_and_change_steps(cast: Cast) -> None:
    step = make_step(cast.group)

    def allowed(policy, thing) -> set[str]:
        return {name for name, person in cast.everybody.items() if policy(person.viewer, thing)}

    assert allowed(policies.may_plan_step, cast.group) == GROUPS_OWN
    assert allowed(policies.may_work_on_step, step) == GROUPS_OWN


@pytest.mark.parametrize(("state", "answer"), [("open", True), ("opening", False), ("asked", False), ("closed", False)])
def test_publishing_waits_for_the_second_holder(cast: Cast, state: str, answer: bool) -> None:
    step = make_step(cast.group)
    step.group.state = state

    assert policies.may_publish_step(cast.holder.viewer, step, "public") is answer
