"""Whoever leaves a group keeps no key to it; and two presses at once are one."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from smallplaces.core.models import OneTimeLink
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.groups.actions import (
    change_role,
    end_membership,
    invite,
    join_by_invitation,
    make_account,
    record_decision,
)
from smallplaces.groups.models import Account, Group, Membership
from tests.cast import Cast, Person, person_in
from tests.factories.groups import make_account as somebody
from tests.factories.groups import make_group
from tests.factories.meetings import make_meeting

PASSWORD = "quite a long one for this"


def membership(person: Person, group: Group) -> Membership:
    return Membership.objects.select_related("group").get(account=person.account, group=group)


def removed(cast: Cast, who: Person) -> None:
    person_in(cast.group, "holder")
    decision = record_decision(cast.group, text="To part", result="We part", by=cast.holder.viewer)
    end_membership(membership(who, cast.group), decision=decision, by=cast.holder.viewer)


@pytest.mark.django_db
def test_an_invitation_ends_with_the_membership_of_who_made_it(cast: Cast) -> None:
    link, key = invite(cast.group, role="holder", days=60, by=cast.other_holder.viewer)

    removed(cast, cast.other_holder)

    link.refresh_from_db()
    with pytest.raises(NotVisibleError):
        join_by_invitation(link, account=cast.other_holder.account, by=cast.other_holder.viewer)  # type: ignore[arg-type]
    assert Client().get(f"/account/invitation/{key}/").status_code == 404


@pytest.mark.django_db
def test_an_invitation_ends_when_who_made_it_holds_the_group_no_more(cast: Cast) -> None:
    link, _key = invite(cast.group, role="holder", days=60, by=cast.other_holder.viewer)
    person_in(cast.group, "holder")
    decision = record_decision(cast.group, text="Who holds", result="Not they", by=cast.holder.viewer)

    change_role(membership(cast.other_holder, cast.group), role="member", decision=decision, by=cast.holder.viewer)

    link.refresh_from_db()
    with pytest.raises(NotVisibleError):
        join_by_invitation(link, account=cast.other_holder.account, by=cast.other_holder.viewer)  # type: ignore[arg-type]
    assert not cast.other_holder.viewer.is_holder_of(cast.group.pk)


@pytest.mark.django_db
def test_a_link_to_a_room_ends_with_the_membership_of_who_made_it(cast: Cast) -> None:
    from smallplaces.meetings.actions import make_facilitator_link

    meeting = make_meeting(cast.group, on=dt.datetime.now(dt.UTC).date())
    _link, theirs = make_facilitator_link(meeting, by=cast.other_holder.viewer)
    _link, ours = make_facilitator_link(meeting, by=cast.member.viewer)
    inside = Client()
    inside.post(f"/room/{theirs}/")
    assert inside.get("/room/").status_code == 200

    removed(cast, cast.other_holder)

    assert inside.get("/room/").status_code == 403
    assert Client().post(f"/room/{ours}/").status_code == 302


def together(*acts: Callable[[], object]) -> list[object]:
    """Does several things at once, each in a thread with its own connection; a refusal is an answer too."""
    answers: list[object] = []
    ready = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        ready.wait()
        try:
            answers.append(act())
        except (RefusedError, NotVisibleError) as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.django_db(transaction=True)
def test_an_invitation_lets_one_in_when_many_press_at_once() -> None:
    group = make_group()
    holder = person_in(group, "holder")
    _row, _key = invite(group, by=holder.viewer)
    pk = OneTimeLink.objects.get().pk

    def press(name: str) -> Callable[[], Account]:
        link = OneTimeLink.objects.get(pk=pk)
        return lambda: make_account(link, username=name, password=PASSWORD, by=ANYBODY)

    answers = together(*(press(f"person-{number}") for number in range(4)))

    assert len([one for one in answers if isinstance(one, Account)]) == 1
    assert Account.objects.filter(username__startswith="person-").count() == 1


@pytest.mark.django_db(transaction=True)
def test_holders_who_end_one_another_at_once_leave_two() -> None:
    group = make_group()
    people = [person_in(group, "holder") for _one in range(3)]
    decision = record_decision(group, text="To part", result="We part", by=people[0].viewer)

    def press(by: Person, whom: Person) -> Callable[[], Any]:
        row, viewer = membership(whom, group), by.viewer
        return lambda: end_membership(row, decision=decision, by=viewer)

    together(*(press(people[number], people[(number + 1) % 3]) for number in range(3)))

    assert Membership.objects.filter(group=group, role="holder", until=None).count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_new_password_is_set_once_when_two_press_at_once() -> None:
    from smallplaces.groups.actions import ask_new_password_link, set_password_by_link

    group = make_group()
    first, second, member = person_in(group, "holder"), person_in(group, "holder"), person_in(group)
    account: Account = member.account or somebody()
    ask_new_password_link(account, by=first.viewer)
    row, _key = ask_new_password_link(account, by=second.viewer)

    def press(word: str) -> Callable[[], Account]:
        link = OneTimeLink.objects.get(pk=row.pk)
        return lambda: set_password_by_link(link, password=f"{PASSWORD} {word}", by=ANYBODY)

    answers = together(press("one"), press("two"))

    assert len([one for one in answers if isinstance(one, Account)]) == 1
