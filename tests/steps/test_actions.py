"""Steps are planned, done, dropped and published."""

from __future__ import annotations

from decimal import Decimal

import pytest

from smallplaces.core import clock
from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.steps.actions import change_step, drop_step, finish_step, plan_step, publish_step
from smallplaces.steps.models import Step
from tests.factories.core import DAY
from tests.factories.groups import make_group, make_viewer
from tests.factories.issues import make_issue, make_public_issue
from tests.factories.meetings import inside
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def test_step_is_private_until_somebody_publishes_it() -> None:
    step = make_step(due="2026-04", kind="letter", who=" the  phone chain ")

    kept = Step.objects.get(pk=step.pk)
    assert (kept.visibility, kept.who, kept.due, kept.kind) == ("private", "the phone chain", "2026-04", "letter")
    assert kept.due_latest.isoformat() == "2026-04-30"
    assert AuditRow.objects.get(kind="step").verb == "step.planned"


def test_only_the_group_plans_its_steps() -> None:
    issue = make_public_issue()
    for stranger in (ANYBODY, make_viewer(is_steward=True), make_viewer(make_group(place=issue.place), "holder")):
        with pytest.raises(NotAllowedError):
            plan_step(issue.group, who="we", text="ask", issue=issue, by=stranger)
    assert not Step.objects.exists()


def test_step_is_for_exactly_one_thing() -> None:
    group = make_group()

    with pytest.raises(RefusedError) as refusal:
        plan_step(group, who="we", text="ask", by=inside(group))
    assert refusal.value.field == "what_for"


def test_step_for_an_issue_out_of_sight_is_refused_as_if_it_were_not() -> None:
    hidden = make_issue()

    with pytest.raises(NotVisibleError):
        make_step(make_group(), issue=hidden)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"who": ""}, "who"),
        ({"who": "x" * 201}, "who"),
        ({"text": ""}, "text"),
        ({"text": "x" * 10_000}, "text"),
        ({"due": "soon"}, "due"),
        ({"due": "2026-13"}, "due"),
        ({"kind": "x" * 61}, "kind"),
        ({"lang": "?"}, "lang"),
        ({"visibility": "everywhere"}, "visibility"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(fields: dict[str, str], field: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        make_step(**fields)

    assert refusal.value.field == field
    assert not Step.objects.exists()


@pytest.mark.parametrize("words", ["<b>ask</b> & {{ ask }}", "اسألوا المكتب"])
def test_words_are_kept_as_they_were_written(words: str) -> None:
    step = make_step(text=words, who=words)

    kept = Step.objects.get(pk=step.pk)
    assert (kept.text, kept.who) == (words, words)


def test_what_came_of_it_is_said_with_the_day() -> None:
    step = make_step()

    finish_step(step, on="2026-03", came_of_it="Two readings came;\nthe third is owed.", by=inside(step.group))

    kept = Step.objects.get(pk=step.pk)
    assert (kept.on, kept.came_of_it) == ("2026-03", "Two readings came;\nthe third is owed.")
    assert AuditRow.objects.filter(verb="step.finished").count() == 1


@pytest.mark.parametrize(
    ("on", "came", "field"), [("", "it", "on"), ("2026-03-01", " ", "came_of_it"), ("x", "it", "on")]
)
def test_done_needs_a_day_and_an_outcome(on: str, came: str, field: str) -> None:
    step = make_step()

    with pytest.raises(RefusedError) as refusal:
        finish_step(step, on=on, came_of_it=came, by=inside(step.group))
    assert refusal.value.field == field


def test_nothing_is_done_tomorrow() -> None:
    step = make_step()

    with clock.fixed(DAY), pytest.raises(RefusedError, match="still to come"):
        finish_step(step, on="2026-03-02", came_of_it="done", by=inside(step.group))


def test_dropped_step_stays_on_record_and_is_not_done() -> None:
    step = make_step()
    drop_step(step, by=inside(step.group))

    with pytest.raises(RefusedError):
        finish_step(step, on="2026-03-01", came_of_it="it", by=inside(step.group))
    assert Step.objects.get(pk=step.pk).dropped_on is not None


def test_done_step_cannot_be_dropped() -> None:
    step = make_step()
    finish_step(step, on="2026-01", came_of_it="it", by=inside(step.group))

    with pytest.raises(RefusedError):
        drop_step(step, by=inside(step.group))


def test_step_waits_for_its_issue_to_be_public() -> None:
    step = make_step()

    with pytest.raises(RefusedError, match="Publish that first"):
        publish_step(step, by=inside(step.group))
    assert Step.objects.get(pk=step.pk).visibility == "private"


def test_step_of_a_public_issue_is_published_and_taken_in_again() -> None:
    issue = make_public_issue()
    step = make_step(issue.group, issue=issue)

    publish_step(step, by=inside(issue.group))
    assert Step.objects.get(pk=step.pk).visibility == "public"
    publish_step(step, visibility="private", by=inside(issue.group))
    assert Step.objects.get(pk=step.pk).visibility == "private"


def test_group_on_its_way_publishes_no_step() -> None:
    step = make_step(make_group(state="opening", opened_on=None))

    with pytest.raises(NotAllowedError):
        publish_step(step, by=inside(step.group))


@pytest.mark.parametrize("act", ["change", "finish", "drop", "publish"])
def test_strangers_change_nothing(act: str) -> None:
    step, stranger = make_step(), make_viewer(is_steward=True)
    acts = {
        "change": lambda: change_step(step, who="we", text="ask", lang="en", by=stranger),
        "finish": lambda: finish_step(step, on="2026", came_of_it="it", by=stranger),
        "drop": lambda: drop_step(step, by=stranger),
        "publish": lambda: publish_step(step, by=stranger),
    }

    with pytest.raises(NotAllowedError):
        acts[act]()


@pytest.mark.parametrize("counts", [{"volunteers": 0}, {"volunteers": 10_001}, {"hours": Decimal(0)}, {"hours": -1}])
def test_counts_that_cannot_be_are_refused(counts: dict[str, int]) -> None:
    step = make_step()

    with pytest.raises(RefusedError) as refusal:
        finish_step(step, on="2026-01", came_of_it="it", by=inside(step.group), **counts)
    assert refusal.value.field in counts


def test_counts_are_for_all_of_it_and_can_be_left_out() -> None:
    step = make_step()

    finish_step(step, on="2026-01", came_of_it="it", volunteers=3, hours=Decimal("4.5"), by=inside(step.group))
    assert (step.volunteers, step.hours) == (3, Decimal("4.5"))
    finish_step(step, on="2026-01", came_of_it="it", by=inside(step.group))
    assert (step.volunteers, step.hours) == (None, None)
