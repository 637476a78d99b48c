"""A group's list of steps, its sheet for the fridge, counts, and reminders."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from smallplaces.steps.actions import drop_step, finish_step
from smallplaces.steps.models import Reminder, Step
from tests.cast import Cast
from tests.factories.groups import make_decision
from tests.factories.issues import make_issue
from tests.factories.meetings import inside
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def seen(cast: Cast, name: str, *args: str, query: str = "") -> str:
    answer = cast.member.client.get(reverse(f"desk:{name}", args=args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_list_shows_open_steps_by_their_day_then_done_then_let_go(cast: Cast) -> None:
    issue, by = make_issue(cast.group, text="Nobody tests the water."), inside(cast.group)
    make_step(cast.group, issue=issue, text="later step", due="2999-05")
    make_step(cast.group, issue=issue, text="sooner step", due="2999-04")
    finish_step(make_step(cast.group, issue=issue, text="finished step"), on="2026", came_of_it="they came", by=by)
    drop_step(make_step(cast.group, issue=issue, text="step let go"), by=by)

    text = seen(cast, "group_steps", cast.group.slug)

    places = [text.index(one) for one in ("sooner step", "later step", "finished step", "they came", "step let go")]
    assert places == sorted(places)
    assert "Nobody tests the water." in text


def test_fridge_hangs_what_is_open_and_keeps_reasons_off_it_until_ticked(cast: Cast) -> None:
    issue = make_issue(cast.group, text="Why we do it.")
    make_step(cast.group, issue=issue, text="take the readings", who="river watch", due="2999-04-12")
    finish_step(make_step(cast.group, text="long done"), on="2026", came_of_it="it", by=inside(cast.group))

    plain = seen(cast, "fridge", cast.group.slug)
    ticked = seen(cast, "fridge", cast.group.slug, query="?what_for=on")

    assert all(words in plain for words in ("take the readings", "river watch", "12 April 2999"))
    assert "long done" not in plain
    assert "Why we do it." not in plain
    assert "Why we do it." in ticked


def test_step_is_planned_for_a_decision_and_says_so(cast: Cast) -> None:
    decision = make_decision(cast.group, text="We ask for the records")
    sent = {"who": "we", "text": "Write to the clerk", "lang": "en", "kind": "", "due": ""}

    cast.member.client.post(f"{reverse('desk:step_plan')}?decision={decision.pk}", sent)

    step = Step.objects.get()
    assert step.decision == decision
    assert "We ask for the records" in seen(cast, "step", step.pk)


def test_decision_of_others_cannot_be_named(cast: Cast) -> None:
    decision = make_decision(cast.other_group)
    assert cast.member.client.get(f"{reverse('desk:step_plan')}?decision={decision.pk}").status_code == 404


def test_sorts_of_step_begin_with_the_groups_own_words(cast: Cast) -> None:
    make_step(cast.group, kind="bucket chain")
    text = seen(cast, "step_plan")
    assert text.index('value="bucket chain"') < text.index('value="records request"')


def test_counts_are_kept_with_what_came_of_it(cast: Cast) -> None:
    step = make_step(cast.group)
    sent = {"on": "2026-01", "came_of_it": "it", "volunteers": "7", "hours": "12.5"}

    cast.member.client.post(reverse("desk:step", args=[step.pk]), sent)

    text = seen(cast, "step", step.pk)
    assert "7 people did it together" in text
    assert "12.5 hours in all" in text
    refused = cast.member.client.post(reverse("desk:step", args=[step.pk]), sent | {"volunteers": "0"})
    assert refused.status_code == 422


def test_remind_me_needs_an_address_and_can_be_undone(cast: Cast) -> None:
    step = make_step(cast.group, due=(dt.datetime.now(dt.UTC).date() + dt.timedelta(days=9)).isoformat())
    url, account = reverse("desk:step_remind", args=[step.pk]), cast.member.account
    assert account is not None
    assert "e-mail" in cast.member.client.post(url, follow=True).content.decode()
    account.email = "a@example.org"
    account.save()

    assert "Remind me" in seen(cast, "step", step.pk)
    cast.member.client.post(url)
    assert Reminder.objects.get().account == account
    assert "No letter after all" in seen(cast, "step", step.pk)
    cast.member.client.post(url, {"no_more": ""})
    assert not Reminder.objects.exists()


def test_decision_shows_the_steps_for_it_to_those_who_may_see_them(cast: Cast) -> None:
    decision = make_decision(cast.group, visibility="public")
    make_step(cast.group, decision=decision, text="a step of our own")
    make_step(cast.group, decision=decision, text="a step for all", visibility="public")
    url = reverse("public:decision", args=[decision.pk])

    ours, theirs = (who.client.get(url).content.decode() for who in (cast.member, cast.anybody))
    assert all(words in ours for words in ("a step of our own", "a step for all"))
    assert "a step for all" in theirs
    assert "a step of our own" not in theirs
