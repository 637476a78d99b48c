"""Who may do what, as a table."""

from __future__ import annotations

import pytest

from smallplaces.issues import policies
from tests.cast import Cast
from tests.factories.issues import make_public_issue

pytestmark = pytest.mark.django_db

GROUPS_OWN = {"member", "holder", "other_holder"}


def test_only_the_groups_own_people_work_on_a_public_issue(cast: Cast) -> None:
    issue = make_public_issue(cast.group)

    def allowed(policy, thing) -> set[str]:
        return {name for name, person in cast.everybody.items() if policy(person.viewer, thing)}

    assert allowed(policies.may_open_issue, cast.group) == GROUPS_OWN
    assert allowed(policies.may_work_on_issue, issue) == GROUPS_OWN
    assert allowed(policies.may_read_power_sheet, issue) == GROUPS_OWN


@pytest.mark.parametrize(
    ("state", "visibility", "answer"),
    [
        ("open", "public", True),
        ("open", "shared", True),
        ("opening", "public", False),
        ("opening", "shared", False),
        ("opening", "private", True),
        ("closed", "private", False),
    ],
)
def test_publishing_waits_for_the_second_holder(cast: Cast, state: str, visibility: str, answer: bool) -> None:
    issue = make_public_issue(cast.group)
    issue.group.state = state

    assert policies.may_publish_issue(cast.holder.viewer, issue, visibility) is answer
