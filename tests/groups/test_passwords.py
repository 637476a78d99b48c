"""A new password by two holders, never by one."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from tests.cast import Cast
from tests.factories.groups import PASSWORD, make_account

pytestmark = pytest.mark.django_db
NEW = "another four words here"


def test_two_holders_make_the_link_and_the_person_sets_the_password(cast: Cast) -> None:
    from smallplaces.core.links import link_for
    from smallplaces.groups.actions import ask_new_password_link, set_password_by_link

    account = cast.member.account
    _first, nothing = ask_new_password_link(account, by=cast.holder.viewer)
    assert nothing == ""
    _second, key = ask_new_password_link(account, by=cast.other_holder.viewer)
    set_password_by_link(link_for(key, "password"), password=NEW, by=ANYBODY)
    account.refresh_from_db()
    assert account.check_password(NEW)
    with pytest.raises(NotVisibleError):
        link_for(key, "password")


def test_one_holder_alone_gets_no_link(cast: Cast) -> None:
    from smallplaces.groups.actions import ask_new_password_link, set_password_by_link

    first, _nothing = ask_new_password_link(cast.member.account, by=cast.holder.viewer)
    with pytest.raises(RefusedError):
        ask_new_password_link(cast.member.account, by=cast.holder.viewer)
    with pytest.raises(NotVisibleError):
        set_password_by_link(first, password=NEW, by=ANYBODY)


@pytest.mark.parametrize("who", ["resident", "member", "elsewhere", "steward"])
def test_who_may_not_ask(cast: Cast, who: str) -> None:
    from smallplaces.groups.actions import ask_new_password_link

    with pytest.raises(NotAllowedError):
        ask_new_password_link(cast.other_holder.account, by=cast.everybody[who].viewer)


def test_a_command_needs_no_second_and_a_short_password_spends_nothing() -> None:
    from smallplaces.groups.actions import ask_new_password_link, set_password_by_link

    account = make_account(password=PASSWORD)
    link, key = ask_new_password_link(account, by=command())
    assert key
    with pytest.raises(RefusedError):
        set_password_by_link(link, password="short", by=ANYBODY)
    account.refresh_from_db()
    assert account.check_password(PASSWORD)
    set_password_by_link(link, password=NEW, by=ANYBODY)


def test_a_past_day_closes_the_link() -> None:
    import datetime as dt

    from smallplaces.core.clock import fixed, today
    from smallplaces.groups.actions import ask_new_password_link, set_password_by_link

    link, _key = ask_new_password_link(make_account(), by=command())
    with fixed(today() + dt.timedelta(days=4)), pytest.raises(NotVisibleError):
        set_password_by_link(link, password=NEW, by=ANYBODY)
