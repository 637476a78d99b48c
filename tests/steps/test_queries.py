"""Who reads which steps, in which order, and with how many questions to the database."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from smallplaces.core import clock
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.groups.models import Decision
from smallplaces.issues.actions import publish_issue
from smallplaces.steps.actions import drop_step, finish_step, publish_step
from smallplaces.steps.models import Step
from smallplaces.steps.queries import (
    kinds_of_steps,
    open_steps_of_group,
    step_for,
    steps_by_ids,
    steps_for,
    steps_of_group,
)
from smallplaces.thread.walk import where_from, where_to
from tests.factories.commitments import make_demand, make_promise, make_public_demand
from tests.factories.core import DAY
from tests.factories.groups import make_decision, make_group, make_viewer
from tests.factories.issues import make_public_issue
from tests.factories.meetings import inside
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def test_private_step_exists_for_its_group_alone() -> None:
    issue = make_public_issue()
    step = make_step(issue.group, issue=issue)

    assert step_for(step.pk, viewer=inside(issue.group)).private
    for stranger in (ANYBODY, make_viewer(is_steward=True), make_viewer(make_group(place=issue.place))):
        assert steps_for(issue_ids=[issue.pk], viewer=stranger) == []
        assert open_steps_of_group(issue.group_id, viewer=stranger) == []
        assert steps_by_ids([step.pk], viewer=stranger) == {}
        with pytest.raises(NotVisibleError):
            step_for(step.pk, viewer=stranger)


def test_public_step_goes_out_of_sight_with_its_issue() -> None:
    issue = make_public_issue()
    make_step(issue.group, issue=issue, visibility="public")
    assert len(steps_for(issue_ids=[issue.pk], viewer=ANYBODY)) == 1

    publish_issue(issue, visibility="private", by=inside(issue.group))

    assert steps_for(issue_ids=[issue.pk], viewer=ANYBODY) == []
    assert len(steps_for(issue_ids=[issue.pk], viewer=inside(issue.group))) == 1


@pytest.mark.parametrize(("kind", "make"), [("demand", make_public_demand), ("promise", make_promise)])
def test_step_for_a_demand_or_a_promise_is_read_where_that_is_read(kind: str, make: Callable[[], Any]) -> None:
    thing = make()
    step = make_step(make_group(), **{kind: thing})
    publish_step(step, by=inside(step.group))

    (line,) = steps_for(**{f"{kind}_ids": [thing.pk]}, viewer=ANYBODY)
    assert (line.for_kind, line.for_id) == (kind, thing.pk)


def test_step_for_a_demand_of_ours_waits_for_the_demand() -> None:
    demand = make_demand()
    step = make_step(demand.group, demand=demand)

    with pytest.raises(RefusedError, match="Publish that first"):
        publish_step(step, by=inside(step.group))
    with pytest.raises(NotVisibleError):
        make_step(make_group(), demand=demand)


def test_steps_stand_in_the_order_of_the_escalation() -> None:
    issue = make_public_issue()
    who = inside(issue.group)
    make_step(issue.group, issue=issue, text="some day")
    make_step(issue.group, issue=issue, text="in May", due="2026-05")
    make_step(issue.group, issue=issue, text="in April", due="2026-04-02")
    for text, on in (("second", "2026-02"), ("first", "2025")):
        finish_step(make_step(issue.group, issue=issue, text=text), on=on, came_of_it="it", by=who)

    lines = steps_for(issue_ids=[issue.pk], viewer=who)

    assert [line.text for line in lines] == ["first", "second", "in April", "in May", "some day"]


def test_days_past_are_counted_from_the_last_day_it_can_mean() -> None:
    step = make_step(due="2026-02")

    with clock.fixed(DAY):
        line = step_for(step.pk, viewer=inside(step.group))
    assert (line.days_past, line.due_words, line.for_kind, line.for_id) == (1, "February 2026", "issue", step.issue_id)


@pytest.mark.parametrize("end", ["finish", "drop"])
def test_what_is_done_or_dropped_is_never_late_and_no_longer_open(end: str) -> None:
    step = make_step(due="2020")
    who = inside(step.group)
    if end == "finish":
        finish_step(step, on="2026-01", came_of_it="it", by=who)
    else:
        drop_step(step, by=who)

    assert step_for(step.pk, viewer=who).days_past == 0
    assert open_steps_of_group(step.group_id, viewer=who) == []
    assert len(steps_of_group(step.group_id, viewer=who)) == 1


def test_dropped_step_is_not_shown_to_others() -> None:
    issue = make_public_issue()
    step = make_step(issue.group, issue=issue, visibility="public")
    drop_step(step, by=inside(issue.group))

    assert steps_for(issue_ids=[issue.pk], viewer=ANYBODY) == []
    assert len(steps_for(issue_ids=[issue.pk], viewer=inside(issue.group))) == 1


def test_lists_ask_as_often_for_one_as_for_many() -> None:
    issue = make_public_issue()
    step = make_step(issue.group, issue=issue, visibility="public")

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            steps_for(issue_ids=[issue.pk], viewer=ANYBODY)
            open_steps_of_group(issue.group_id, viewer=inside(issue.group))
        return len(seen)

    few = asked()
    values = {field.attname: getattr(step, field.attname) for field in step._meta.concrete_fields}
    del values["id"]
    Step.objects.bulk_create(Step(**values) for _number in range(299))

    assert len(steps_for(issue_ids=[issue.pk], viewer=ANYBODY)) == 300
    assert asked() == few


def test_step_for_a_decision_is_read_where_that_is_read() -> None:
    decision = make_decision(visibility="public")
    step = make_step(decision.group, decision=decision)
    publish_step(step, by=inside(decision.group))
    (line,) = steps_for(decision_ids=[decision.pk], viewer=ANYBODY)
    assert (line.for_kind, line.for_id) == ("decision", decision.pk)

    Decision.objects.filter(pk=decision.pk).update(visibility="private")

    assert steps_for(decision_ids=[decision.pk], viewer=ANYBODY) == []
    assert len(steps_for(decision_ids=[decision.pk], viewer=inside(decision.group))) == 1


def test_step_for_a_decision_waits_for_the_decision() -> None:
    decision = make_decision()
    step = make_step(decision.group, decision=decision)

    with pytest.raises(RefusedError, match="Publish that first"):
        publish_step(step, by=inside(step.group))
    with pytest.raises(NotVisibleError):
        make_step(make_group(), decision=decision)


def test_step_and_decision_lead_to_each_other() -> None:
    decision = make_decision(visibility="public")
    step = make_step(decision.group, decision=decision, visibility="public")

    assert [one.id for one in where_to("decision", decision.pk, viewer=ANYBODY)] == [step.pk]
    assert [one.id for one in where_from("step", step.pk, viewer=ANYBODY)] == [decision.pk]


def test_sorts_of_step_are_the_groups_own_words_the_most_used_first() -> None:
    group = make_group()
    for kind in ("letter", "refusal", "refusal", ""):
        make_step(group, kind=kind)
    make_step(kind="of another group")

    assert kinds_of_steps(group.pk, viewer=inside(group)) == ["refusal", "letter"]
    assert kinds_of_steps(group.pk, viewer=ANYBODY) == []


def test_counts_of_a_step_are_its_groups_own() -> None:
    issue = make_public_issue()
    step = make_step(issue.group, issue=issue, visibility="public")
    finish_step(step, on="2026-01", came_of_it="it", volunteers=9, hours=Decimal("20.5"), by=inside(issue.group))

    ours, theirs = (step_for(step.pk, viewer=who) for who in (inside(issue.group), ANYBODY))
    assert (ours.volunteers, ours.hours) == (9, Decimal("20.5"))
    assert (theirs.volunteers, theirs.hours) == (None, None)
