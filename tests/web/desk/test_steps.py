"""Steps, as the group's people plan them and say what came of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from smallplaces.steps.actions import drop_step
from smallplaces.steps.models import Step
from tests.cast import Cast
from tests.factories.commitments import make_promise, make_public_demand
from tests.factories.issues import make_issue, make_public_issue
from tests.factories.meetings import inside
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db

PLAN = {"who": "the phone chain", "text": "Ask for the readings", "due": "2026-04", "kind": "letter", "lang": "en"}


def page(name: str, *args: str) -> str:
    return reverse(f"desk:{name}", args=args)


def test_step_is_planned_for_the_issue_that_the_address_names(cast: Cast) -> None:
    issue = make_issue(cast.group)

    answer = cast.member.client.post(f"{page('step_plan')}?issue={issue.pk}", PLAN)

    step = Step.objects.get()
    assert answer["Location"] == page("step", step.pk)
    assert (step.issue, step.who, step.due, step.visibility) == (issue, "the phone chain", "2026-04", "private")


def test_step_is_planned_for_an_issue_of_the_list(cast: Cast) -> None:
    issue = make_issue(cast.group, text="Nobody tests.")
    assert "Nobody tests." in cast.member.client.get(page("step_plan")).content.decode()

    cast.member.client.post(page("step_plan"), PLAN | {"what_for": issue.pk})

    assert Step.objects.get().issue == issue


@pytest.mark.parametrize(("kind", "make"), [("demand", make_public_demand), ("promise", make_promise)])
def test_step_is_planned_for_a_demand_or_a_promise(cast: Cast, kind: str, make: Any) -> None:
    thing = make()

    answer = cast.member.client.post(f"{page('step_plan')}?{kind}={thing.pk}", PLAN, follow=True)

    assert answer.status_code == 200
    assert (getattr(Step.objects.get(), kind), Step.objects.get().group) == (thing, cast.group)


def test_without_an_issue_the_page_says_where_to_begin(cast: Cast) -> None:
    assert page("issue_open") in cast.member.client.get(page("step_plan")).content.decode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"who": ""}, "Nothing is written"),
        ({"text": "x" * 10_000}, "characters long"),
        ({"due": "soon"}, "is not a date"),
    ],
)
def test_what_cannot_be_kept_is_said(cast: Cast, change: dict[str, str], words: str) -> None:
    issue = make_issue(cast.group)

    answer = cast.member.client.post(f"{page('step_plan')}?issue={issue.pk}", PLAN | change)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Step.objects.exists()


def test_issue_out_of_sight_cannot_be_named(cast: Cast) -> None:
    hidden = make_issue(cast.other_group)

    assert cast.member.client.get(f"{page('step_plan')}?issue={hidden.pk}").status_code == 404


def test_what_came_of_it_stands_beside_the_step(cast: Cast) -> None:
    step = make_step(cast.group)
    client = cast.member.client

    assert client.post(page("step", step.pk), {"on": "2026-02", "came_of_it": ""}).status_code == 422
    client.post(page("step", step.pk), {"on": "2026-02", "came_of_it": "<b>Two</b> readings"})
    body = client.get(page("step", step.pk)).content.decode()

    assert "&lt;b&gt;Two&lt;/b&gt; readings" in body
    assert "done February 2026" in body


def test_plan_is_put_right_while_the_step_is_open(cast: Cast) -> None:
    step = make_step(cast.group)
    client, address = cast.member.client, page("step_change", step.pk)
    assert step.text in client.get(address).content.decode()

    assert client.post(address, PLAN | {"due": "soon"}).status_code == 422
    client.post(address, PLAN | {"text": "Ask twice"})
    assert (Step.objects.get().text, Step.objects.get().due) == ("Ask twice", "2026-04")
    drop_step(Step.objects.get(), by=inside(cast.group))
    assert client.post(address, PLAN).status_code == 422
    assert cast.elsewhere.client.get(address).status_code == 404


def test_dropping_asks_once_more(cast: Cast) -> None:
    step = make_step(cast.group)
    client = cast.member.client

    client.get(page("step_drop", step.pk))
    assert Step.objects.get().dropped_on is None
    client.post(page("step_drop", step.pk))
    assert Step.objects.get().dropped_on is not None


def test_publishing_waits_for_the_issue_and_says_so(cast: Cast) -> None:
    step = make_step(cast.group)
    client = cast.member.client

    answer = client.post(page("step_publish", step.pk), {"visibility": "public"}, follow=True)
    assert "Publish that first" in answer.content.decode()
    public = make_step(cast.group, issue=make_public_issue(cast.group))
    client.post(page("step_publish", public.pk), {"visibility": "public"})
    assert set(Step.objects.values_list("pk", "visibility")) == {(step.pk, "private"), (public.pk, "public")}


def test_list_has_what_is_open_and_what_came_of_the_rest(cast: Cast) -> None:
    make_step(cast.group, text="Ring the bell", due="2020")
    drop_step(make_step(cast.group, text="Sing"), by=inside(cast.group))

    body = cast.member.client.get(page("steps")).content.decode()

    assert body.index("Ring the bell") < body.index("Done, and what came of it") < body.index("Sing")
    assert "days past its date." in body


@pytest.mark.parametrize("name", ["step", "step_drop", "step_publish"])
def test_others_find_nothing_even_where_the_step_is_public(cast: Cast, name: str) -> None:
    step = make_step(cast.group, issue=make_public_issue(cast.group), visibility="public")

    assert cast.elsewhere.client.post(page(name, step.pk), {"visibility": "private"}).status_code == 404
    assert Step.objects.get().visibility == "public"


def test_list_asks_as_often_for_one_as_for_many(cast: Cast) -> None:
    issue = make_issue(cast.group)
    step = make_step(cast.group, issue=issue)

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert cast.member.client.get(page("steps")).status_code == 200
        return len(seen)

    few = asked()
    values = {field.attname: getattr(step, field.attname) for field in step._meta.concrete_fields if field.name != "id"}
    Step.objects.bulk_create(Step(**values) for _number in range(299))
    assert asked() == few
