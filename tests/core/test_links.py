"""One-time links."""

from __future__ import annotations

import pytest

from smallplaces.core import clock
from smallplaces.core.actions import revoke_link, spend_link
from smallplaces.core.links import link_by_id, link_for, open_links
from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from tests.factories.core import make_link

pytestmark = pytest.mark.django_db


def test_a_key_opens_its_link_and_is_kept_nowhere():
    link, key = make_link()

    assert link_for(key, "invite") == link
    assert key not in "".join(str(value) for value in vars(link).values())
    assert key not in "".join(str(vars(row)) for row in AuditRow.objects.all())


def test_a_key_opens_nothing_for_another_purpose():
    _link, key = make_link(purpose="meeting")

    with pytest.raises(NotVisibleError):
        link_for(key, "invite")


@pytest.mark.parametrize("end", [spend_link, revoke_link])
def test_a_used_or_closed_link_opens_nothing(end):
    link, key = make_link(thing_id="x")

    end(link, by=Viewer())

    with pytest.raises(NotVisibleError):
        link_for(key, "invite")
    assert not open_links("invite", "x")


def test_a_link_opens_on_its_last_day_and_not_after():
    link, key = make_link()

    with clock.fixed(link.until):
        assert link_for(key, "invite") == link
    with clock.fixed(link.until.replace(year=link.until.year + 1)), pytest.raises(NotVisibleError):
        link_for(key, "invite")


def test_a_spent_link_still_stands_behind_its_cookie_and_a_closed_one_does_not():
    link, _key = make_link()

    spend_link(link, by=Viewer())
    assert link_by_id(link.pk, "invite") == link
    revoke_link(link, by=Viewer())

    with pytest.raises(NotVisibleError):
        link_by_id(link.pk, "invite")


def test_making_a_link_is_audited():
    link, _key = make_link(by=Viewer(account_id="somebody"), group_id="g")

    row = AuditRow.objects.get(thing_id=link.pk)
    assert (row.verb, row.by_kind, row.by_id, row.group_id) == ("onetimelink.made", "account", "somebody", "g")
