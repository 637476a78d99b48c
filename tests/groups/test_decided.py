"""Decisions: dissent goes along, a slip is put right the same day, one follows another, and who holds is decided."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from smallplaces.core.clock import fixed, today
from smallplaces.core.refusals import NotAllowedError, RefusedError
from tests.cast import Cast
from tests.factories.core import DAY
from tests.factories.groups import make_decision, make_group, make_membership

pytestmark = pytest.mark.django_db
WORDS = {"text": "Keep the flood kitchen", "result": "agreed", "rule": "hands", "lang": "en"}


def record(cast: Cast, **facts: Any) -> Any:
    from smallplaces.groups.actions import record_decision

    return record_decision(cast.group, **WORDS | facts, by=cast.member.viewer)


def log(cast: Cast, end: str) -> str:
    return cast.anybody.client.get(f"/groups/{cast.group.slug}/decisions{end}").content.decode()


def test_the_public_log_has_what_was_published_with_its_dissent(cast: Cast) -> None:
    record(cast, dissent="Three said: it is too far.", visibility="public")
    record(cast, text="Who keeps the key")

    for read in (log(cast, "/"), log(cast, ".json"), log(cast, ".csv")):
        assert "Three said: it is too far." in read
        assert "Who keeps the key" not in read
    assert [row["fictional"] for row in json.loads(log(cast, ".json"))["decisions"]] == [False]


def test_publishing_later_shows_dissent_too_and_it_can_be_taken_in_again(cast: Cast) -> None:
    row = record(cast, dissent="Three said: it is too far.")
    address = f"/our-work/decisions/{row.pk}/who-sees-it/"
    cast.member.client.post(address, {"visibility": "public"})
    assert "Three said: it is too far." in cast.anybody.client.get(f"/decisions/{row.pk}/").content.decode()
    cast.member.client.post(address, {"visibility": "private"})

    assert cast.anybody.client.get(f"/decisions/{row.pk}/").status_code == 404


def test_a_group_on_its_way_publishes_no_decision() -> None:
    from smallplaces.groups.actions import publish_decision
    from tests.factories.groups import make_viewer

    row = make_decision(group := make_group(state="opening", opened_on=None))
    with pytest.raises(NotAllowedError):
        publish_decision(row, visibility="public", by=make_viewer(group))


def test_a_slip_is_put_right_on_the_same_day_only(cast: Cast) -> None:
    from smallplaces.groups.actions import correct_decision

    row = record(cast)
    by = cast.member.viewer
    correct_decision(row, **WORDS | {"text": "Keep the flood kitchen open"}, on=row.on, by=by)
    assert row.text == "Keep the flood kitchen open"
    with fixed(today() + dt.timedelta(days=2)), pytest.raises(RefusedError):
        correct_decision(row, **WORDS, on=row.on, by=by)


def test_a_review_comes_after_the_decision(cast: Cast) -> None:
    with pytest.raises(RefusedError) as refused:
        record(cast, on=DAY, review_on=DAY)

    assert refused.value.field == "review_on"


def test_a_decision_whose_day_has_come_waits_until_another_follows_it(cast: Cast) -> None:
    row = record(cast, on=DAY, review_on=DAY + dt.timedelta(days=1))
    desk = cast.member.client.get("/our-work/").content.decode()
    assert "wanted to look again" in desk
    assert f"/decisions/{row.pk}/" in desk
    assert "wanted to look again" not in cast.elsewhere.client.get("/our-work/").content.decode()
    address = f"/our-work/groups/{cast.group.slug}/decisions/add/?follows={row.pk}"
    sent = WORDS | {"result": "it stays", "on": DAY.isoformat(), "visibility": "private"}
    assert cast.member.client.post(address, sent).status_code == 302

    assert "wanted to look again" not in cast.member.client.get("/our-work/").content.decode()
    assert "it stays" in cast.member.client.get(f"/decisions/{row.pk}/").content.decode()


def test_no_decision_follows_another_groups(cast: Cast) -> None:
    with pytest.raises(RefusedError):
        record(cast, follows=make_decision(cast.other_group))


def test_a_public_decision_tells_nothing_of_a_private_one_after_it(cast: Cast) -> None:
    row = record(cast, visibility="public")
    record(cast, text="Who keeps the key", follows=row)

    assert "Who keeps the key" not in cast.anybody.client.get(f"/decisions/{row.pk}/").content.decode()


def present(cast: Cast, who: str) -> Any:
    return cast.group.memberships.get(account=cast.everybody[who].account, until=None)


def test_a_member_becomes_a_holder_by_a_decision_and_the_decision_says_so(cast: Cast) -> None:
    address = f"/our-work/people/{present(cast, 'member').pk}/role/"
    assert cast.holder.client.post(address).status_code == 422
    row = record(cast)
    assert cast.holder.client.post(address, {"decision": row.pk}).status_code == 302

    assert cast.member.viewer.is_holder_of(cast.group.pk)
    assert "now holder" in cast.member.client.get(f"/decisions/{row.pk}/").content.decode()
    assert f"/decisions/{row.pk}/" in cast.member.client.get(f"/our-work/groups/{cast.group.slug}/").content.decode()


def test_two_holders_stay_whatever_is_decided(cast: Cast) -> None:
    from smallplaces.groups.actions import change_role

    with pytest.raises(RefusedError) as refused:
        change_role(present(cast, "holder"), role="member", decision=record(cast), by=cast.other_holder.viewer)
    assert "two holders always" in refused.value.sentence


@pytest.mark.parametrize("decision", [None, "another group's"])
def test_a_role_is_changed_by_a_decision_of_the_same_group(cast: Cast, decision: str | None) -> None:
    from smallplaces.groups.actions import change_role

    row = make_decision(cast.other_group) if decision else None
    with pytest.raises(RefusedError) as refused:
        change_role(present(cast, "member"), role="holder", decision=row, by=cast.holder.viewer)
    assert "decision" in refused.value.sentence


@pytest.mark.parametrize(("leave", "left_role"), [("", "member"), ("yes", "")])
def test_a_holder_passes_on_what_they_hold(cast: Cast, leave: str, left_role: str) -> None:
    sent = {"to": present(cast, "member").pk, "decision": record(cast).pk, "leave": leave}
    answer = cast.holder.client.post(f"/our-work/groups/{cast.group.slug}/pass-on/", sent)

    assert answer.status_code == 302
    assert cast.member.viewer.is_holder_of(cast.group.pk)
    assert cast.holder.viewer.roles.get(cast.group.pk, "") == left_role
    assert cast.group.memberships.filter(role="holder", until=None).count() == 2


def test_nobody_passes_on_what_another_holds(cast: Cast) -> None:
    from smallplaces.groups.actions import pass_on

    with pytest.raises(NotAllowedError):
        pass_on(present(cast, "holder"), to=present(cast, "member"), decision=record(cast), by=cast.other_holder.viewer)


def test_who_was_removed_stands_with_the_decision_for_the_groups_own_people(cast: Cast) -> None:
    from smallplaces.groups.actions import end_membership

    third = make_membership(cast.group, role="holder")
    row = record(cast, visibility="public")
    end_membership(third, decision=row, by=cast.holder.viewer)
    name = third.account.username

    assert name in cast.member.client.get(f"/decisions/{row.pk}/").content.decode()
    assert name not in cast.anybody.client.get(f"/decisions/{row.pk}/").content.decode()
    assert name not in cast.elsewhere.client.get(f"/decisions/{row.pk}/").content.decode()


def test_closing_asks_once_and_then_nothing_is_public(cast: Cast) -> None:
    row = record(cast, visibility="public")
    address = f"/our-work/groups/{cast.group.slug}/close/"
    assert "Is the work of" in cast.holder.client.get(address).content.decode()
    assert cast.holder.client.post(address).status_code == 422
    assert cast.holder.client.post(address, {"decision": row.pk}).status_code == 302

    assert cast.anybody.client.get(f"/decisions/{row.pk}/").status_code == 404
    assert cast.member.client.get(f"/decisions/{row.pk}/").status_code == 200
    assert cast.holder.client.get(address).status_code == 404


def test_the_second_of_two_who_change_the_same_place_is_told_so(cast: Cast) -> None:
    from smallplaces.groups.actions import change_role, end_membership

    row, seen, seen_too = record(cast), present(cast, "member"), present(cast, "member")
    change_role(present(cast, "member"), role="holder", decision=row, by=cast.holder.viewer)

    with pytest.raises(RefusedError, match="ended already"):
        change_role(seen, role="holder", decision=row, by=cast.other_holder.viewer)
    with pytest.raises(RefusedError, match="ended already"):
        end_membership(seen_too, by=cast.other_holder.viewer)
    assert present(cast, "member").role == "holder"
