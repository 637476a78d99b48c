"""The public page of a meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.factories.meetings import make_meeting


@pytest.fixture
def meeting(cast):
    return make_meeting(
        cast.group, visibility="public", starts=dt.time(19), childcare=True, fare_paid=True, step_free="nearly",
        spoken="Spanish and Arabic", how_to_get_there="Side door",
    )  # fmt: skip


def test_a_stranger_reads_what_makes_it_possible_to_come(cast, meeting) -> None:
    page = cast.anybody.client.get(f"/meetings/{meeting.pk}/").content.decode()
    for words in (
        "5 March, 7 p.m.",
        "Chapel kitchen",
        "Side door",
        "childcare there",
        "we pay it",
        "one step at the door",
    ):
        assert words in page
    assert "<dd>Spanish and Arabic</dd>" in page
    assert "also Spanish" not in page
    assert "Our work on this meeting" not in page


@pytest.mark.parametrize(("who", "status"), [("member", 200), ("elsewhere", 404), ("anybody", 404), ("steward", 404)])
def test_a_private_meeting_is_its_groups(cast, who, status) -> None:
    private = make_meeting(cast.group)
    assert cast.everybody[who].client.get(f"/meetings/{private.pk}/").status_code == status


def test_an_address_that_never_was_is_not_found(cast) -> None:
    assert cast.anybody.client.get("/meetings/0000/").status_code == 404


def test_where_nothing_is_said_of_languages_the_invitations_own_stands(cast) -> None:
    meeting = make_meeting(cast.group, visibility="public", lang="es")
    assert "<dd>español</dd>" in cast.anybody.client.get(f"/meetings/{meeting.pk}/").content.decode()
