"""The desk page of a group leads to all that it does, and the pages behind keep what was typed."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.factories.groups import make_decision, make_seat

pytestmark = pytest.mark.django_db
FOR_HOLDERS = ["/describe/", "/how-we-treat-one-another/", "/pass-on/", "/archive/", "/close/"]


def hub(cast: Cast, who: str) -> str:
    return cast.everybody[who].client.get(f"/our-work/groups/{cast.group.slug}/").content.decode()


def test_every_door_of_the_hub_opens(cast: Cast) -> None:
    from smallplaces.web.desk.group_doors import doors

    for who, holds in (("member", False), ("holder", True)):
        for _title, shown in doors(cast.group.slug, holds=holds):
            for door in shown:
                assert door.url in hub(cast, who)
                assert cast.everybody[who].client.get(door.url).status_code == 200, door.url


@pytest.mark.parametrize("end", FOR_HOLDERS)
def test_what_holders_do_is_no_door_for_members(cast: Cast, end: str) -> None:
    assert f"{cast.group.slug}{end}" in hub(cast, "holder")
    assert f"{cast.group.slug}{end}" not in hub(cast, "member")


def test_a_steward_reads_who_they_are_and_finds_no_door(cast: Cast) -> None:
    page = hub(cast, "steward")

    assert cast.holder.account.username in page
    assert "/committee/" not in page


def test_a_page_that_is_not_there_yet_is_left_out(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from smallplaces.web.desk import group_doors

    there = group_doors.Door("desk:deeds", "what was done")
    part = group_doors.Part("all", (group_doors.Door("desk:no_such_page", "nothing"), there))
    monkeypatch.setattr(group_doors, "PARTS", (part,))

    ((_title, shown),) = group_doors.doors(cast.group.slug, holds=True)
    assert [door.words for door in shown] == ["what was done"]


def test_a_seat_is_added_changed_and_taken_away(cast: Cast) -> None:
    from smallplaces.groups.models import Seat

    sent = {
        "sector": "labour",
        "community": "the night shift",
        "state": "filled",
        "name": "Rosa",
        "visibility": "private",
    }
    cast.member.client.post(f"/our-work/groups/{cast.group.slug}/committee/add/", sent)
    seat = Seat.objects.get()
    cast.member.client.post(f"/our-work/seats/{seat.pk}/", sent | {"note": "till May"})
    page = cast.member.client.get(f"/our-work/groups/{cast.group.slug}/committee/").content.decode()
    assert "till May" in page
    assert "only our group reads" in page
    cast.member.client.post(f"/our-work/seats/{seat.pk}/remove/")

    assert not Seat.objects.exists()


def test_a_refused_seat_keeps_what_was_typed(cast: Cast) -> None:
    seat = make_seat(cast.group)
    sent = {"sector": "labour", "state": "asked", "name": "Rosa", "note": "after the exams", "visibility": "private"}
    answer = cast.member.client.post(f"/our-work/seats/{seat.pk}/", sent)

    assert answer.status_code == 422
    assert "after the exams" in answer.content.decode()
    assert "Only a seat that is filled has a name" in answer.content.decode()


def test_a_slip_of_the_pen_is_put_right_on_its_page(cast: Cast) -> None:
    from smallplaces.core.clock import today

    row = make_decision(cast.group, made_on=today(cast.group.place.zone))
    address = f"/our-work/decisions/{row.pk}/correct/"
    sent = {"text": "Meet on Fridays", "result": "agreed", "rule": "hands", "on": row.on.isoformat(), "lang": "en"}
    assert address in cast.member.client.get(f"/decisions/{row.pk}/").content.decode()
    assert cast.member.client.post(address, sent | {"result": ""}).status_code == 422
    assert cast.member.client.post(address, sent).status_code == 302
    row.refresh_from_db()

    assert row.text == "Meet on Fridays"


def test_a_step_can_be_planned_for_a_decision(cast: Cast) -> None:
    row = make_decision(cast.group)

    assert (
        f"/our-work/steps/plan/?decision={row.pk}" in cast.member.client.get(f"/decisions/{row.pk}/").content.decode()
    )
    assert cast.member.client.get(f"/our-work/steps/plan/?decision={row.pk}").status_code == 200
