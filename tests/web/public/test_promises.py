"""Promises: the list of a place, and one with both sides' words."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import (
    long_past,
    make_followup,
    make_our_word,
    make_own_promise,
    make_promise,
    make_their_word,
)

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_silence_shows_itself_under_the_bodys_own_name(cast: Cast) -> None:
    promise = make_promise(place=cast.place, due=long_past(96))
    assert promise.body is not None

    for address in (f"/promises/{promise.pk}/", f"/places/{cast.place.slug}/promises/"):
        page = cast.resident.client.get(address).content.decode()
        assert f"96 days past its date. {promise.body.name} has said nothing." in page


def test_they_say_and_we_say_stand_side_by_side(cast: Cast) -> None:
    promise = make_promise(place=cast.place)
    make_their_word(promise, text="No account was closed.", source="https://example.org/letter")
    make_our_word(promise, cast.group, text="They put rings in the pipes.")
    make_our_word(promise, cast.other_group, judgement="partly", text="The stalls were spared.")

    page = cast.resident.client.get(f"/promises/{promise.pk}/").content.decode()

    for words in (
        "No account was closed.",
        "They put rings",
        "The stalls were",
        cast.group.name,
        cast.other_group.name,
    ):
        assert words in page
    assert 'href="https://example.org/letter"' in page


def test_only_what_is_public_is_shown_to_others(cast: Cast) -> None:
    promise = make_promise(place=cast.place)
    make_our_word(promise, cast.group, text="Between us.", public=False)
    make_followup(promise, cast.group, text="A van came.")

    inside = cast.member.client.get(f"/promises/{promise.pk}/").content.decode()
    outside = cast.resident.client.get(f"/promises/{promise.pk}/").content.decode()

    assert "Between us." in inside
    assert "A van came." in inside
    assert "Between us." not in outside
    assert "A van came." not in outside


def test_our_own_stand_beside_theirs_in_the_list(cast: Cast) -> None:
    ours = make_own_promise(cast.group, rhythm="twice a month")
    make_our_word(ours, cast.group, judgement="not_kept", text="Not in winter; we say so.")
    make_own_promise(cast.group, text="Hidden", private=True)

    page = cast.resident.client.get(f"/places/{cast.place.slug}/promises/").content.decode()

    assert f"We, {cast.group.name}" in page
    assert "not kept" in page
    assert "Hidden" not in page
    assert "Not in winter" in cast.resident.client.get(f"/promises/{ours.pk}/").content.decode()


def test_the_list_is_a_file_too(cast: Cast) -> None:
    promise = make_promise(place=cast.place, due=long_past(3), money="120,000")
    assert promise.body is not None
    make_their_word(promise, judgement="partly")

    table = cast.resident.client.get(f"/places/{cast.place.slug}/promises.csv").content.decode("utf-8-sig")
    data = cast.resident.client.get(f"/places/{cast.place.slug}/promises.json").json()

    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["who"], row["money"], row["they_say"]) == (promise.body.name, "120,000", "partly")
    assert data["theirs"][0]["days_past"] == 3


def test_an_unknown_place_or_promise_is_404(cast: Cast) -> None:
    for address in ("/places/nowhere/promises/", "/places/nowhere/promises.csv", "/promises/nothing/"):
        assert cast.resident.client.get(address).status_code == 404


def test_what_a_promise_said_before_stays_in_sight(cast: Cast) -> None:
    from smallplaces.commitments.actions import change_promise

    promise = make_promise(place=cast.place, money="120,000 crowns")
    change_promise(promise, changes={"money": "80,000 crowns"}, source="The budget, line 4", by=cast.member.viewer)

    page = cast.resident.client.get(f"/promises/{promise.pk}/").content.decode()

    assert "120,000 crowns" in page
    assert "The budget, line 4" in page
