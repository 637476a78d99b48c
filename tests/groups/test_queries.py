"""Who sees which groups, people and decisions."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY
from tests.cast import Cast
from tests.factories.groups import make_account, make_decision, make_group, make_viewer

pytestmark = pytest.mark.django_db
NOT_PUBLIC = ("asked", "opening", "refused")


@pytest.mark.parametrize("state", NOT_PUBLIC)
def test_a_group_on_its_way_is_its_own_peoples_and_the_stewards(cast: Cast, state: str) -> None:
    from smallplaces.groups.queries import get_group

    asker = make_account()
    group = make_group(state=state, opened_on=None, asked_by=asker)
    own = make_viewer(group)
    from smallplaces.groups.queries import viewer_of

    for viewer in (own, viewer_of(asker), cast.steward.viewer):
        assert get_group(group.slug, viewer=viewer) == group
    for viewer in (ANYBODY, cast.member.viewer):
        with pytest.raises(NotVisibleError):
            get_group(group.slug, viewer=viewer)


def test_the_people_of_a_group_are_its_own_and_the_stewards_to_see(cast: Cast) -> None:
    from smallplaces.groups.pages import people_page
    from smallplaces.groups.queries import people_of

    for who in ("member", "holder", "steward"):
        assert len(people_of(cast.group, viewer=cast.everybody[who].viewer)) == 3
    for who in ("resident", "elsewhere"):
        assert people_of(cast.group, viewer=cast.everybody[who].viewer) == []
        with pytest.raises(NotVisibleError):
            people_page(cast.group.slug, viewer=cast.everybody[who].viewer)


@pytest.mark.parametrize(
    ("who", "sees"), [("resident", 1), ("elsewhere", 2), ("member", 3), ("steward", 1), ("holder", 3)]
)
def test_decisions_are_private_shared_or_public(cast: Cast, who: str, sees: int) -> None:
    from smallplaces.groups.actions import share
    from smallplaces.groups.queries import decisions_of

    make_decision(cast.group)
    make_decision(cast.group, visibility="public")
    share("decision", thing=make_decision(cast.group), group=cast.other_group, by=cast.member.viewer)
    assert len(decisions_of(cast.group, viewer=cast.everybody[who].viewer)) == sees


def test_what_is_shared_no_more_is_private_again(cast: Cast) -> None:
    from smallplaces.groups.actions import share, unshare
    from smallplaces.groups.queries import decisions_of

    row = make_decision(cast.group)
    share("decision", thing=row, group=cast.other_group, by=cast.member.viewer)
    unshare("decision", thing=row, group=cast.other_group, by=cast.member.viewer)
    row.refresh_from_db()
    assert row.visibility == "private"
    assert decisions_of(cast.group, viewer=cast.elsewhere.viewer) == []


@pytest.mark.parametrize("who", ["resident", "elsewhere", "steward"])
def test_only_the_group_that_holds_a_record_shares_it(cast: Cast, who: str) -> None:
    from smallplaces.core.refusals import NotAllowedError
    from smallplaces.groups.actions import share

    with pytest.raises(NotAllowedError):
        share("decision", thing=make_decision(cast.group), group=cast.other_group, by=cast.everybody[who].viewer)


def test_a_closed_account_is_anybody(cast: Cast) -> None:
    from smallplaces.groups.queries import viewer_of

    cast.holder.account.is_active = False
    assert viewer_of(cast.holder.account) == ANYBODY


def test_the_people_page_asks_no_more_for_more_people(cast: Cast, django_assert_num_queries) -> None:
    from smallplaces.groups.pages import people_page

    viewer = cast.holder.viewer
    with django_assert_num_queries(5):
        people_page(cast.group.slug, viewer=viewer)
    for _number in range(4):
        make_viewer(cast.group)
    with django_assert_num_queries(5):
        people_page(cast.group.slug, viewer=viewer)
