"""An alliance is a group: joining, leaving, and that it reads nothing of its members."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from tests.cast import Cast, Person, person_in
from tests.factories.groups import make_decision, make_group, make_member_group

pytestmark = pytest.mark.django_db
ELSEWHERE = {"name": "Harbour Table", "place_name": "Grey Harbour", "reach": "3 Quay Lane"}


@pytest.fixture
def alliance(db: None):
    """An open alliance without members."""
    return make_group(kind="alliance", name="River Towns", slug="river-towns")


@pytest.fixture
def convenor(alliance) -> Person:
    """One who holds the alliance."""
    return person_in(alliance, "holder")


def public_page(cast: Cast, slug: str) -> str:
    return cast.anybody.client.get(f"/groups/{slug}/").content.decode()


def test_a_group_asks_is_taken_in_and_leaves_by_itself(cast: Cast, alliance, convenor: Person) -> None:
    from smallplaces.groups.models import MemberGroup

    cast.holder.client.post("/our-work/groups/river-towns/alliance/ask/", {"group": cast.group.pk})
    row = MemberGroup.objects.get()
    assert cast.group.name not in public_page(cast, "river-towns")
    assert f"{cast.group.name} asks to join" in convenor.client.get("/our-work/").content.decode()
    convenor.client.post(f"/our-work/alliance-members/{row.pk}/settle/", {"take_in": "", "seat": "two, in turn"})
    assert "two, in turn" in public_page(cast, "river-towns")
    assert "Member of:" in public_page(cast, cast.group.slug)
    cast.holder.client.post(f"/our-work/alliance-members/{row.pk}/leave/")

    assert cast.group.name not in public_page(cast, "river-towns")
    assert "Member of:" not in public_page(cast, cast.group.slug)


def test_a_group_finds_the_open_alliances_that_it_is_not_in(cast: Cast, alliance) -> None:
    make_group(kind="alliance", name="Hill Towns", state="asked", opened_on=None)
    ours = f"/our-work/groups/{cast.group.slug}/alliance/"
    assert 'href="/groups/river-towns/"' in cast.holder.client.get(ours).content.decode()
    assert "Hill Towns" not in cast.holder.client.get(ours).content.decode()
    make_member_group(alliance, group=cast.group, state="member")
    assert "Alliances on this site" not in cast.holder.client.get(ours).content.decode()


def test_a_group_elsewhere_asks_with_a_form_and_only_holders_read_how_to_reach_it(
    cast: Cast, alliance, convenor: Person
) -> None:
    address = "/groups/river-towns/join/"
    for _press in range(2):
        assert cast.anybody.client.post(address, ELSEWHERE).status_code == 302
    holders = convenor.client.get("/our-work/groups/river-towns/alliance/").content.decode()
    members = person_in(alliance).client.get("/our-work/groups/river-towns/alliance/").content.decode()

    assert holders.count("Harbour Table") == 1
    assert "3 Quay Lane" in holders
    assert "Harbour Table" in members
    assert "3 Quay Lane" not in members
    assert "Harbour Table" not in public_page(cast, "river-towns")


def test_a_visitor_who_asks_often_is_slowed_down(cast: Cast, alliance) -> None:
    sent = [ELSEWHERE | {"name": f"Table {number}"} for number in range(6)]
    answers = [cast.anybody.client.post("/groups/river-towns/join/", one) for one in sent]

    assert [one.status_code for one in answers] == [302] * 5 + [422]
    assert "Table 5" in answers[-1].content.decode()


def test_not_taken_in_means_that_how_to_reach_them_is_forgotten(alliance, convenor: Person) -> None:
    row = make_member_group(alliance, state="asked")
    convenor.client.post(f"/our-work/alliance-members/{row.pk}/settle/", {"turn_away": ""})
    row.refresh_from_db()

    assert (row.state, row.reach) == ("refused", "")


def test_what_cannot_join(cast: Cast, alliance) -> None:
    from smallplaces.groups.actions import ask_to_join

    by = cast.holder.viewer
    ask_to_join(alliance, group=cast.group, by=by)
    with pytest.raises(RefusedError):
        ask_to_join(alliance, group=cast.group, by=by)
    with pytest.raises(RefusedError):
        ask_to_join(cast.other_group, group=cast.group, by=by)
    with pytest.raises(NotAllowedError):
        ask_to_join(alliance, group=cast.other_group, by=by)
    with pytest.raises(NotAllowedError):
        ask_to_join(alliance, group=cast.group, by=cast.member.viewer)
    assert cast.anybody.client.get(f"/groups/{cast.other_group.slug}/join/").status_code == 404


def test_the_alliance_does_not_end_what_a_group_began(cast: Cast, alliance, convenor: Person) -> None:
    from smallplaces.groups.actions import leave_alliance

    row = make_member_group(alliance, group=cast.group)
    with pytest.raises(NotAllowedError):
        leave_alliance(row, by=convenor.viewer)
    away = make_member_group(alliance)
    assert leave_alliance(away, by=convenor.viewer).state == "left"


def test_the_alliance_reads_nothing_of_its_members(cast: Cast, alliance, convenor: Person) -> None:
    from smallplaces.groups.queries import decisions_of, get_decision

    make_member_group(alliance, group=cast.group)
    row = make_decision(cast.group)

    assert decisions_of(cast.group, viewer=convenor.viewer) == []
    with pytest.raises(NotVisibleError):
        get_decision(row.pk, viewer=convenor.viewer)
    assert convenor.client.get(f"/our-work/groups/{cast.group.slug}/").status_code == 404


def test_a_closed_group_stands_on_no_alliances_page(cast: Cast, alliance) -> None:
    make_member_group(alliance, group=cast.group)
    cast.group.state = "closed"
    cast.group.save()

    assert cast.group.name not in public_page(cast, "river-towns")


def test_a_group_that_left_meanwhile_is_not_taken_in(cast: Cast, alliance, convenor: Person) -> None:
    from smallplaces.groups.actions import ask_to_join, leave_alliance, take_in
    from smallplaces.groups.models import MemberGroup

    row = ask_to_join(alliance, group=cast.group, by=cast.holder.viewer)
    seen = MemberGroup.objects.get(pk=row.pk)
    leave_alliance(row, by=cast.holder.viewer)

    with pytest.raises(RefusedError, match="settled"):
        take_in(seen, by=convenor.viewer)
    assert cast.group.name not in public_page(cast, "river-towns")
