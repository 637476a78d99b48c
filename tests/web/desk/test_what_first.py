"""What first, on the screen: an order is typed, shown with its numbers to the group, and in words to everybody."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from smallplaces.issues.models import Priority, Ranking
from tests.cast import Cast
from tests.factories.issues import make_priority, make_public_issue, make_ranking
from tests.factories.meetings import MEETING_DAY, make_room
from tests.factories.places import make_body

pytestmark = pytest.mark.django_db
ORDER = {"method": "hands", "on": MEETING_DAY.isoformat(), "visibility": "public", "lang": "en"}
ASKED = {"asked_first": "on", "asked_first_words": "those who work at night"}


def test_an_order_is_typed_and_everybody_reads_it_in_words(cast: Cast) -> None:
    room = make_room(cast.group, room_name="the chapel kitchen")
    bus, water = (make_public_issue(cast.group, text=one) for one in ("The bus", "The water"))
    address = reverse("desk:what_first", args=[room.meeting_id])
    sent = {f"issue-{bus.pk}-marks": "4117", f"issue-{water.pk}-marks": "3005", **ORDER, **ASKED}

    answer = cast.member.client.post(address, sent, follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain == [(address, 302)]
    assert page.index("First:") < page.index("The bus") < page.index("Second:")
    assert "4117 marks" in page or "4,117 marks" in page
    outside = " ".join(Client().get(f"/issues/{bus.pk}/", follow=True).content.decode().split())
    assert "the chapel kitchen put this first on 5 March 2026." in outside
    assert "a show of hands" in outside
    assert "those who work at night" in outside
    assert "117" not in outside
    place = Client().get(f"/places/{cast.place.slug}/").content.decode()
    assert "the chapel kitchen put this first on 5 March 2026." in place


def test_what_cannot_be_kept_is_said_and_stays_on_the_page(cast: Cast) -> None:
    room = make_room(cast.group)
    bus = make_public_issue(cast.group, text="The bus")
    address = reverse("desk:what_first", args=[room.meeting_id])
    for wrong, why in (
        ({}, "Nothing is put first yet"),
        ({f"issue-{bus.pk}-marks": "many"}, "whole number"),
        ({f"issue-{bus.pk}-place": "1", "asked_first": "on"}, "Write a few words here"),
    ):
        answer = cast.member.client.post(address, {**ORDER, "note": "Said twice", **wrong})
        assert answer.status_code == 422
        assert why in answer.content.decode()
        assert "Said twice" in answer.content.decode()
    assert not Ranking.objects.exists()


def test_their_order_stands_beside_ours(cast: Cast) -> None:
    ranking = make_ranking(make_room(cast.group), [bus := make_public_issue(cast.group)], visibility="public")
    council = make_body(cast.place, name="The council")
    address = reverse("desk:priority_add", args=[ranking.room.meeting_id])
    facts = {
        "body": council.pk,
        "position": "7",
        "text": "Buses",
        "source": "Plan, page 3",
        "issue": bus.pk,
        "lang": "en",
    }
    sent = {f"theirs-{name}": value for name, value in facts.items()}

    missing = cast.member.client.post(address, {**sent, "theirs-source": ""})
    assert missing.status_code == 422
    assert "Buses" in missing.content.decode()
    assert cast.member.client.post(address, sent).status_code == 302

    outside = Client().get(f"/issues/{bus.pk}/", follow=True).content.decode()
    assert "The council puts it seventh." in outside
    assert "Plan, page 3" in outside


def test_lines_and_orders_are_removed(cast: Cast) -> None:
    ranking = make_ranking(make_room(cast.group))
    one = make_priority(ranking)
    meeting = ranking.room.meeting_id
    assert cast.member.client.post(reverse("desk:priority_remove", args=[meeting, one.pk])).status_code == 302
    assert not Priority.objects.exists()
    assert cast.member.client.post(reverse("desk:what_first_remove", args=[meeting])).status_code == 302
    assert not Ranking.objects.exists()


def test_a_group_without_issues_is_led_to_one(cast: Cast) -> None:
    room = make_room(cast.group)
    page = cast.member.client.get(reverse("desk:what_first", args=[room.meeting_id])).content.decode()
    assert "no issue yet" in page
