"""The people of a group, through the pages."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.cast import Cast, person_in, signed_in
from tests.demonstration import Demonstration
from tests.factories.groups import make_account, make_decision, make_group, make_membership

pytestmark = pytest.mark.django_db
DECISION = {
    "text": "Keep the flood kitchen",
    "result": "agreed",
    "rule": "hands",
    "on": "2026-01-05",
    "visibility": "private",
    "lang": "en",
}


@pytest.mark.parametrize(
    ("who", "status"), [("resident", 302), ("elsewhere", 404), ("member", 200), ("holder", 200), ("steward", 200)]
)
def test_who_sees_the_people(cast: Cast, who: str, status: int) -> None:
    assert cast.everybody[who].client.get(f"/our-work/groups/{cast.group.slug}/").status_code == status


@pytest.mark.parametrize("page", ["invite", "describe"])
@pytest.mark.parametrize(("who", "status"), [("elsewhere", 403), ("member", 403), ("holder", 200), ("steward", 403)])
def test_inviting_and_describing_are_the_holders(cast: Cast, who: str, status: int, page: str) -> None:
    assert cast.everybody[who].client.get(f"/our-work/groups/{cast.group.slug}/{page}/").status_code == status


def test_an_account_in_no_group_is_told_so(cast: Cast) -> None:
    answer = signed_in(make_account()).client.get("/our-work/")
    assert answer.status_code == 403
    assert "in no group" in answer.content.decode()


def test_the_page_for_everybody_says_what_the_holders_wrote(cast: Cast) -> None:
    words = {"about": "We keep the river.", "contact": "at the weir", "story_contact": ""}
    cast.holder.client.post(f"/our-work/groups/{cast.group.slug}/describe/", words)
    assert "We keep the river." in cast.resident.client.get(f"/groups/{cast.group.slug}/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("resident", 302), ("elsewhere", 403), ("steward", 403), ("member", 302)])
def test_members_write_decisions_down(cast: Cast, who: str, status: int) -> None:
    from smallplaces.groups.models import Decision

    answer = cast.everybody[who].client.post(f"/our-work/groups/{cast.group.slug}/decisions/add/", DECISION)
    assert answer.status_code == status
    assert Decision.objects.exists() == (who == "member")


def test_a_group_on_its_way_cannot_publish_a_decision() -> None:
    holder = person_in(group := make_group(state="opening", opened_on=None), "holder")
    page = holder.client.post(f"/our-work/groups/{group.slug}/decisions/add/", DECISION | {"visibility": "public"})
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["visibility"]


def test_a_holder_goes_by_a_decision_and_a_member_by_own_wish(cast: Cast) -> None:
    third = make_membership(cast.group, role="holder")
    path = f"/our-work/people/{third.pk}/end/"
    assert cast.holder.client.post(path).status_code == 422
    decision = make_decision(cast.group)
    assert cast.holder.client.post(path, {"decision": decision.pk}).status_code == 302
    own = cast.group.memberships.get(account=cast.member.account)
    cast.member.client.post(f"/our-work/people/{own.pk}/end/")
    assert cast.member.viewer.roles == {}
    third.refresh_from_db()
    assert third.ended_by == decision


def test_the_last_two_holders_are_told_to_invite_another_first(cast: Cast) -> None:
    own = cast.group.memberships.get(account=cast.holder.account)
    page = cast.holder.client.post(f"/our-work/people/{own.pk}/end/")
    assert page.status_code == 422
    assert "Invite another holder first" in page.content.decode()


@pytest.mark.parametrize(("who", "status"), [("resident", 302), ("elsewhere", 404), ("member", 403), ("steward", 403)])
def test_who_may_not_end_a_membership(cast: Cast, who: str, status: int) -> None:
    row = cast.group.memberships.get(account=cast.other_holder.account)
    assert cast.everybody[who].client.post(f"/our-work/people/{row.pk}/end/").status_code == status


def test_the_desk_tells_what_waits(cast: Cast) -> None:
    group = make_group(state="opening", opened_on=None, name="Ford Circle")
    holder = person_in(group, "holder")
    assert "Ford Circle waits for a second holder" in holder.client.get("/our-work/").content.decode()
    assert "Ford Circle" not in cast.member.client.get("/our-work/").content.decode()


def test_the_desk_tells_of_rooms_promises_and_names_that_wait(cast: Cast) -> None:
    from tests.factories.commitments import make_promise, make_public_demand, make_signer
    from tests.factories.meetings import make_room, make_sentence

    make_sentence(make_room(cast.group))
    make_promise(place=cast.place, text="A lamp at the weir", due="2001")
    make_signer(make_public_demand(cast.group), by=cast.resident.viewer)
    page = cast.member.client.get("/our-work/").content.decode()
    for words in ("has heard nothing back", "A lamp at the weir", "days past its date", "1 name waits under"):
        assert words in page
    assert "has heard nothing back" not in cast.elsewhere.client.get("/our-work/").content.decode()


def test_the_desk_leads_to_a_meeting_that_was_held_and_not_typed_in(cast: Cast) -> None:
    from tests.factories.meetings import make_meeting

    held = make_meeting(cast.group, text="What does the weir want?", on=dt.date(2020, 3, 1))
    link = f"/our-work/meetings/{held.pk}/"
    assert link in cast.member.client.get("/our-work/").content.decode()
    assert link not in cast.elsewhere.client.get("/our-work/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("anybody", 302), ("elsewhere", 404), ("steward", 404), ("member", 200)])
def test_who_did_what_is_for_the_groups_own_people(cast: Cast, who: str, status: int) -> None:
    answer = cast.everybody[who].client.get(f"/our-work/groups/{cast.group.slug}/who-did-what/")

    assert answer.status_code == status


def test_who_did_what_names_the_deed_and_the_person(osier_bend: Demonstration) -> None:
    page = signed_in(osier_bend.holder).client.get("/our-work/groups/laundry-circle/who-did-what/").content.decode()

    assert "report: handed in" in page
    assert "laundry-1" in page
    assert "bill nobody could explain" not in page
