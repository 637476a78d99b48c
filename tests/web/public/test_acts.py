"""Texts: the list of a place, and one whole."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import (
    RECITALS,
    make_act,
    make_borrowing,
    make_clause,
    make_promise,
    make_version,
)
from tests.factories.places import make_body

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_wrong_tail_is_set_right(cast: Cast) -> None:
    act = make_act(place=cast.place, title="Water is for living")

    for address in (f"/acts/{act.pk}/", f"/acts/{act.pk}/an-older-title/"):
        answer = cast.resident.client.get(address)
        assert answer.status_code == 302
        assert answer["Location"] == f"/acts/{act.pk}/water-is-for-living/"


def test_titles_in_any_script_have_an_address(cast: Cast) -> None:
    for title in ("الماء للحياة", "…"):
        act = make_act(place=cast.place, title=title)
        answer = cast.resident.client.get(f"/acts/{act.pk}/", follow=True)
        assert answer.status_code == 200
        assert title in answer.content.decode()


def test_the_promises_stand_before_the_text(cast: Cast) -> None:
    clause = make_clause(make_act(place=cast.place))
    promise = make_promise(
        origin="clause", clause=clause, place=cast.place, body=make_body(cast.place), text="Tested water", due="2020-01"
    )

    page = cast.resident.client.get(f"/acts/{clause.version.act_id}/", follow=True).content.decode()

    assert page.index(promise.text) < page.index(f'id="clause-{clause.pk}"')
    assert "has said nothing" in page


def test_recitals_alone_are_said_to_bind_nobody(cast: Cast) -> None:
    version = make_version(make_act(place=cast.place, kind="proclamation"), text=RECITALS)

    page = cast.resident.client.get(f"/acts/{version.act_id}/", follow=True).content.decode()

    assert "No clause in this text binds anybody; the copy ends before them." in page


def test_what_failed_stays_with_its_lesson(cast: Cast) -> None:
    act = make_act(place=cast.place, kind="motion", status="lapsed", lesson="The hearing was at ten in the morning.")

    for address in (f"/acts/{act.pk}/", f"/places/{cast.place.slug}/acts/"):
        page = cast.resident.client.get(address, follow=True).content.decode()
        assert "lapsed" in page
        assert act.lesson in page


def test_what_was_taken_up_is_linked_at_both_ends(cast: Cast) -> None:
    borrowing = make_borrowing(changed="A pump instead of a pipe.")
    far = borrowing.clause.version.act

    near_page = cast.resident.client.get(f"/acts/{borrowing.act_id}/", follow=True).content.decode()
    far_page = cast.resident.client.get(f"/acts/{far.pk}/", follow=True).content.decode()

    assert f"#clause-{borrowing.clause_id}" in near_page
    assert "A pump instead of a pipe." in near_page
    assert borrowing.act.place.name in far_page
    assert "then the fuel ran out" in far_page


def test_the_list_is_a_file_too(cast: Cast) -> None:
    act = make_act(place=cast.place, number="=1+1")

    table = cast.resident.client.get(f"/places/{cast.place.slug}/acts.csv")
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    data = cast.resident.client.get(f"/places/{cast.place.slug}/acts.json").json()

    assert rows[0]["title"] == act.title
    assert not rows[0]["number"].startswith("=")
    assert [one["id"] for one in data["acts"]] == [act.pk]


def test_a_private_pledge_is_out_of_sight(cast: Cast) -> None:
    pledge = make_act(cast.group, visibility="private")

    assert cast.member.client.get(f"/acts/{pledge.pk}/", follow=True).status_code == 200
    assert cast.elsewhere.client.get(f"/acts/{pledge.pk}/", follow=True).status_code == 404
    assert pledge.title not in cast.resident.client.get(f"/places/{cast.place.slug}/acts/").content.decode()


def test_a_text_that_did_not_come_through_promises_nothing(cast: Cast) -> None:
    clause = make_clause(make_act(place=cast.place, kind="motion", status="lapsed"))

    page = cast.resident.client.get(f"/acts/{clause.version.act_id}/", follow=True).content.decode()

    assert "nothing in it was promised" in page
    assert "Nobody has written down yet" not in page


def test_what_stood_before_stays_in_sight_with_its_source(cast: Cast) -> None:
    from smallplaces.commitments.actions import change_act

    act = make_act(place=cast.place, vote="6 to 3")
    change_act(act, changes={"vote": "5 to 4"}, source="The minutes, page 9", by=cast.member.viewer)

    page = cast.resident.client.get(f"/acts/{act.pk}/", follow=True).content.decode()

    assert "6 to 3" in page
    assert "The minutes, page 9" in page
