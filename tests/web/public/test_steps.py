"""One step in public."""

from __future__ import annotations

import pytest
from django.urls import reverse

from smallplaces.steps.actions import finish_step
from tests.cast import Cast
from tests.factories.issues import make_public_issue
from tests.factories.meetings import inside
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def test_published_step_says_who_what_when_and_what_came_of_it(cast: Cast) -> None:
    issue = make_public_issue(cast.group, text="The pond smells.")
    step = make_step(cast.group, issue=issue, text="اسألوا", lang="ar", visibility="public")
    make_step(cast.group, issue=issue, text="Walk to the office", visibility="public")
    make_step(cast.group, issue=issue, text="A plan of ours")
    finish_step(step, on="2026-02", came_of_it="Two readings.", by=inside(cast.group))

    body = cast.anybody.client.get(reverse("public:step", args=[step.pk])).content.decode()

    assert '<h1 lang="ar" dir="rtl">اسألوا</h1>' in body
    for words in ("the phone chain", "done February 2026", "Two readings.", "The pond smells.", "Walk to the office"):
        assert words in body
    assert "A plan of ours" not in body


@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_private_step_does_not_exist_for_others(cast: Cast, who: str) -> None:
    step = make_step(cast.group, issue=make_public_issue(cast.group))
    address = reverse("public:step", args=[step.pk])

    assert cast.everybody[who].client.get(address).status_code == 404
    assert cast.member.client.get(address).status_code == 200
