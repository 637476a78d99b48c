"""Starting, joining, deciding, leaving: what stands afterwards, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer, command
from tests.cast import Cast
from tests.factories.groups import make_account, make_decision, make_group, make_membership, make_viewer
from tests.factories.places import make_place

GOOD = "four words only mine"
pytestmark = pytest.mark.django_db


def verbs(thing_id: str = "") -> list[str]:
    from smallplaces.core.models import AuditRow

    rows = AuditRow.objects.filter(thing_id=thing_id) if thing_id else AuditRow.objects.all()
    return [row.verb for row in rows.order_by("at", "verb")]


def new_group(place=None, by: Viewer = ANYBODY, **fields):
    from smallplaces.groups.actions import start_group

    return start_group(place or make_place(), **{"name": "Weir Circle", "contact": "at the weir"} | fields, by=by)


def person_by(link, username: str):
    from smallplaces.groups.actions import make_account as join

    return join(link, username=username, password=GOOD, by=ANYBODY)


def test_anybody_asks_and_a_steward_opens() -> None:
    from smallplaces.groups.actions import open_group

    group = new_group()
    assert group.state == "asked"
    open_group(group, by=Viewer(account_id="s", is_steward=True))
    assert group.state == "opening"
    assert group.memberships.count() == 0
    assert verbs(group.pk) == ["group.started", "group.opened"]


def test_the_name_of_a_group_is_one_line() -> None:
    """It stands in the heads of letters and in feeds, where a line break or a control character breaks all of it."""
    assert new_group(name=" Weir\r\nBcc: all@example.org\x0b\x1f ").name == "Weir Bcc: all@example.org"


def test_who_is_signed_in_becomes_the_first_holder_when_it_is_opened() -> None:
    from smallplaces.groups.actions import open_group
    from smallplaces.groups.queries import viewer_of

    account = make_account()
    group = new_group(by=viewer_of(account))
    assert viewer_of(account).roles == {}
    open_group(group, by=command())
    assert viewer_of(account).is_holder_of(group.pk)


def test_asking_for_a_group_gives_no_word_about_the_place() -> None:
    from smallplaces.groups.queries import viewer_of

    account, place = make_account(), make_place()
    new_group(place, by=viewer_of(account))
    assert not viewer_of(account).may_accept_at(place.pk)


@pytest.mark.parametrize("who", ["resident", "member", "holder", "elsewhere"])
def test_only_stewards_open_and_turn_away(cast: Cast, who: str) -> None:
    from smallplaces.groups.actions import open_group, refuse_group

    group = new_group(cast.place)
    for action in (open_group, refuse_group):
        with pytest.raises(NotAllowedError):
            action(group, by=cast.everybody[who].viewer)
    assert group.state == "asked"


def test_a_group_opens_with_its_second_holder_and_not_with_a_member() -> None:
    from smallplaces.groups.actions import invite

    group = new_group(by=command())
    for number, (role, state) in enumerate([("holder", "opening"), ("member", "opening"), ("holder", "open")]):
        link, _key = invite(group, role=role, by=command())
        person_by(link, f"person-{number}-of-weir")
        group.refresh_from_db()
        assert group.state == state
    assert group.opened_on is not None


def test_an_invitation_works_once() -> None:
    from smallplaces.groups.actions import invite

    group = new_group(by=command())
    link, _key = invite(group, role="holder", by=command())
    person_by(link, "first.one")
    with pytest.raises(NotVisibleError):
        person_by(link, "second.one")
    assert group.memberships.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"username": "no blanks here"}, "username"),
        ({"username": "ab"}, "username"),
        ({"username": "TAKEN.name"}, "username"),
        ({"password": "short"}, "password"),
        ({"password": "taken.name.taken"}, "password"),
    ],
)
def test_an_account_needs_a_free_name_and_a_long_password(wrong: dict[str, str], field: str) -> None:
    from smallplaces.groups.actions import invite
    from smallplaces.groups.actions import make_account as join
    from smallplaces.groups.models import Account

    make_account(username="taken.name")
    link, _key = invite(steward=True, by=command())
    fields = {"username": "taken.name2" if field == "password" else "fresh", "password": GOOD} | wrong
    with pytest.raises(RefusedError) as refusal:
        join(link, **fields, by=ANYBODY)
    assert refusal.value.field == field
    link.refresh_from_db()
    assert link.spent_on is None
    assert Account.objects.count() == 1


def test_a_member_is_made_holder_by_a_second_invitation_and_nobody_joins_twice(cast: Cast) -> None:
    from smallplaces.groups.actions import invite, join_by_invitation

    account, viewer = cast.member.account, cast.member.viewer
    link, _key = invite(cast.group, role="holder", by=cast.holder.viewer)
    join_by_invitation(link, account=account, by=viewer)
    assert cast.member.viewer.is_holder_of(cast.group.pk)
    again, _key = invite(cast.group, role="member", by=cast.holder.viewer)
    with pytest.raises(RefusedError):
        join_by_invitation(again, account=account, by=cast.member.viewer)
    again.refresh_from_db()
    assert again.spent_on is None


def test_nobody_takes_up_an_invitation_for_somebody_else(cast: Cast) -> None:
    from smallplaces.groups.actions import invite, join_by_invitation

    link, _key = invite(cast.group, by=cast.holder.viewer)
    with pytest.raises(NotAllowedError):
        join_by_invitation(link, account=cast.elsewhere.account, by=cast.member.viewer)


@pytest.mark.parametrize("who", ["resident", "member", "elsewhere", "steward"])
def test_only_holders_invite_to_an_open_group(cast: Cast, who: str) -> None:
    from smallplaces.groups.actions import invite

    with pytest.raises(NotAllowedError):
        invite(cast.group, by=cast.everybody[who].viewer)


def test_a_holder_cannot_invite_a_steward(cast: Cast) -> None:
    from smallplaces.groups.actions import invite

    with pytest.raises(NotAllowedError):
        invite(cast.group, steward=True, by=cast.holder.viewer)


def test_a_holder_is_removed_only_with_a_decision_of_the_same_group(cast: Cast) -> None:
    from smallplaces.groups.actions import end_membership

    row = make_membership(cast.group, role="holder")
    foreign = make_decision(cast.other_group)
    for decision in (None, foreign):
        with pytest.raises(RefusedError) as refusal:
            end_membership(row, decision=decision, by=cast.holder.viewer)
        assert refusal.value.field == "decision"
    own = make_decision(cast.group)
    end_membership(row, decision=own, by=cast.holder.viewer)
    row.refresh_from_db()
    assert (row.until is not None, row.ended_by) == (True, own)


def test_an_open_group_keeps_two_holders_whatever_is_decided(cast: Cast) -> None:
    from smallplaces.groups.actions import end_membership

    row = cast.group.memberships.get(account=cast.other_holder.account)
    for by, decision in ((cast.other_holder, None), (cast.holder, make_decision(cast.group))):
        with pytest.raises(RefusedError):
            end_membership(row, decision=decision, by=by.viewer)
    row.refresh_from_db()
    assert row.until is None


def test_a_member_leaves_and_loses_sight_at_once(cast: Cast) -> None:
    from smallplaces.groups.actions import end_membership

    row = cast.group.memberships.get(account=cast.member.account)
    end_membership(row, by=cast.member.viewer)
    assert cast.member.viewer.roles == {}
    with pytest.raises(RefusedError):
        end_membership(row, by=cast.holder.viewer)


@pytest.mark.parametrize("who", ["resident", "member", "elsewhere", "steward"])
def test_who_may_not_end_anothers_membership(cast: Cast, who: str) -> None:
    from smallplaces.groups.actions import end_membership

    row = cast.group.memberships.get(account=cast.other_holder.account)
    with pytest.raises(NotAllowedError):
        end_membership(row, decision=make_decision(cast.group), by=cast.everybody[who].viewer)


def test_a_decision_keeps_dissent_and_is_never_of_a_day_to_come(cast: Cast) -> None:
    from smallplaces.core.clock import fixed
    from smallplaces.groups.actions import record_decision

    words = {"text": "Share the stalls", "result": "agreed", "dissent": "the two of the market: too early"}
    with fixed(dt.date(2026, 3, 1)):
        row = record_decision(cast.group, **words, on=dt.date(2026, 3, 1), by=cast.member.viewer)
        assert row.dissent.startswith("the two")
        assert row.visibility == "private"
        with pytest.raises(RefusedError):
            record_decision(cast.group, **words, on=dt.date(2026, 3, 2), by=cast.member.viewer)


def test_a_group_on_its_way_decides_but_publishes_nothing() -> None:
    from smallplaces.groups.actions import record_decision

    group = make_group(state="opening", opened_on=None)
    by = make_viewer(group, "holder")
    record_decision(group, text="Begin", result="agreed", by=by)
    with pytest.raises(NotAllowedError):
        record_decision(group, text="Begin", result="agreed", visibility="public", by=by)


def test_closing_is_the_holders_and_hides_what_was_public(cast: Cast) -> None:
    from smallplaces.groups.actions import close_group
    from smallplaces.groups.queries import decisions_of

    decision = make_decision(cast.group, visibility="public")
    assert len(decisions_of(cast.group, viewer=ANYBODY)) == 1
    with pytest.raises(NotAllowedError):
        close_group(cast.group, decision=decision, by=cast.member.viewer)
    with pytest.raises(RefusedError, match="only by its decision"):
        close_group(cast.group, by=cast.holder.viewer)
    close_group(cast.group, decision=decision, by=cast.holder.viewer)
    assert decisions_of(cast.group, viewer=ANYBODY) == []
    assert len(decisions_of(cast.group, viewer=cast.member.viewer)) == 1
    assert not cast.member.viewer.may_accept_at(cast.place.pk)


def test_a_second_holder_by_decision_opens_the_group_and_the_last_one_stays() -> None:
    from smallplaces.groups.actions import change_role
    from smallplaces.groups.queries import viewer_of

    group = make_group(state="opening", opened_on=None)
    first, second = make_membership(group, role="holder"), make_membership(group)
    by = viewer_of(first.account)
    decision = make_decision(group)
    with pytest.raises(RefusedError, match="Somebody must hold"):
        change_role(first, role="member", decision=decision, by=by)

    change_role(second, role="holder", decision=decision, by=by)

    group.refresh_from_db()
    assert (group.state, group.opened_on is None) == ("open", False)
