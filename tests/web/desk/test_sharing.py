"""Showing one record to other groups by name."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.factories.groups import make_group
from tests.factories.issues import make_issue
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def test_a_group_that_is_named_reads_it_until_it_is_named_no_more(cast: Cast) -> None:
    issue = make_issue(cast.group, place=cast.place)
    address, read = f"/our-work/share/issue/{issue.pk}/", f"/places/{cast.place.slug}/issues/{issue.pk}/"
    assert cast.elsewhere.client.get(read, follow=True).status_code == 404
    cast.member.client.post(address, {"group": cast.other_group.pk})
    assert cast.elsewhere.client.get(read, follow=True).status_code == 200
    assert cast.anybody.client.get(read, follow=True).status_code == 404
    assert cast.other_group.name in cast.member.client.get(address).content.decode()
    cast.member.client.post(address, {"end": cast.other_group.pk})
    assert cast.elsewhere.client.get(read, follow=True).status_code == 404


@pytest.mark.parametrize("who", ["elsewhere", "steward"])
def test_only_its_own_group_shares_it(cast: Cast, who: str) -> None:
    step = make_step(cast.group)
    client = cast.everybody[who].client
    assert client.get(f"/our-work/share/step/{step.pk}/").status_code == 404
    assert client.post(f"/our-work/share/step/{step.pk}/", {"group": cast.other_group.pk}).status_code == 404


def test_no_group_chosen_is_said(cast: Cast) -> None:
    issue = make_issue(cast.group, place=cast.place)
    answer = cast.member.client.post(f"/our-work/share/issue/{issue.pk}/", {"group": ""})
    assert answer.status_code == 422
    assert "Choose a group" in answer.content.decode()


def test_a_group_on_its_way_shares_nothing(cast: Cast) -> None:
    cast.group.state = "opening"
    cast.group.save()
    issue = make_issue(cast.group, place=cast.place)
    answer = cast.member.client.post(f"/our-work/share/issue/{issue.pk}/", {"group": make_group().pk})
    assert answer.status_code == 422
    assert "second holder" in answer.content.decode()


def test_only_kinds_that_a_group_holds_can_be_shared(cast: Cast) -> None:
    assert cast.member.client.get(f"/our-work/share/place/{cast.place.pk}/").status_code == 404
