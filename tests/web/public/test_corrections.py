"""Anybody says what is wrong, with a source and no account; people of the place decide, and what stood there stays."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast
from tests.factories.commitments import RECITALS, make_act
from tests.factories.places import make_claim, make_correction, make_milestone, make_place

pytestmark = pytest.mark.django_db
NAME = {"field": "name", "text": "Upper Ford", "lang": "en", "source": "the parish book", "why": "It was misread."}
DAY = {
    "title": "The first supper",
    "kind": "gathering",
    "on": "2024-05",
    "text": "All came.",
    "lang": "en",
    "source": "we",
}


def waiting():
    from smallplaces.places.models import Correction

    return Correction.objects.get(standing="proposed")


def settle(person, row, answer: str = "accept"):
    return person.client.post(f"/our-work/corrections/{row.pk}/", {"answer": answer})


def test_a_strangers_correction_waits_and_strangers_do_not_see_it(cast: Cast) -> None:
    address = f"/places/{cast.place.slug}/"
    assert cast.anybody.client.post(f"{address}correct/", NAME)["Location"] == address
    for page in (address, f"{address}timeline/", f"{address[:-1]}.json", f"{address}correct/"):
        assert "Upper Ford" not in Client().get(page).content.decode()
    assert "Upper Ford" in cast.member.client.get(f"/our-work{address}").content.decode()
    assert "#correction-" in cast.elsewhere.client.get("/our-work/").content.decode()


def test_nothing_is_kept_about_who_said_it(cast: Cast) -> None:
    cast.anybody.client.post(f"/places/{cast.place.slug}/correct/", NAME)
    assert (waiting().proposed_by_kind, waiting().proposed_by_id) == ("public", "")


def test_accepted_it_is_said_and_what_stood_there_stays_with_source_and_day(cast: Cast) -> None:
    was = cast.place.name
    row = make_correction(cast.place)
    settle(cast.member, row)
    shown = Client().get(f"/places/{cast.place.slug}/").content.decode()
    assert ">Upper Ford</h1>" in shown
    assert f"{was}</bdi> → <bdi data-quoted>Upper Ford" in shown
    assert "the parish book" in shown


def test_refused_it_is_kept_and_shown_to_nobody(cast: Cast) -> None:
    row = make_correction(cast.place)
    settle(cast.member, row, "refuse")
    row.refresh_from_db()
    assert row.standing == "refused"
    for who in (cast.anybody, cast.member, cast.steward):
        assert "Upper Ford" not in who.client.get(f"/places/{cast.place.slug}/").content.decode()
    assert "Upper Ford" not in cast.member.client.get(f"/our-work/places/{cast.place.slug}/").content.decode()


def test_the_second_of_two_decisions_is_told(cast: Cast) -> None:
    from smallplaces.core.refusals import RefusedError
    from smallplaces.places.actions import accept_correction, refuse_correction

    row = make_correction(cast.place)
    refuse_correction(row, by=cast.member.viewer)
    with pytest.raises(RefusedError, match="meanwhile"):
        accept_correction(row, by=cast.steward.viewer)
    cast.place.refresh_from_db()
    assert cast.place.name != "Upper Ford"


@pytest.mark.parametrize(
    ("answer", "old", "new"), [("accept", "replaced", "shown"), ("beside", "disputed", "disputed")]
)
def test_a_claim_is_replaced_or_both_stand(cast: Cast, answer: str, old: str, new: str) -> None:
    from smallplaces.places.models import Claim

    claim = make_claim(cast.place, field="why", text="The river rose.", lang="en")
    fields = NAME | {"field": "why", "text": "The mill closed."}
    Client().post(f"/places/{cast.place.slug}/correct/place/{claim.pk}/", fields)
    settle(cast.member, waiting(), answer)
    claim.refresh_from_db()
    added = Claim.objects.get(instead_of=claim)
    assert (claim.shown, added.shown, added.standing) == (old, new, "accepted")
    shown = Client().get(f"/places/{cast.place.slug}/").content.decode()
    assert "The mill closed." in shown
    assert "The river rose." in shown


def test_a_day_of_history_is_corrected_and_says_what_it_said(cast: Cast) -> None:
    day = make_milestone(cast.place, on="2024")
    address = f"/places/{cast.place.slug}/correct/milestone/{day.pk}/"
    Client().post(address, NAME | {"field": "on", "text": "2024-05-03"})
    settle(cast.elsewhere, waiting())
    shown = Client().get(f"/places/{cast.place.slug}/timeline/").content.decode()
    assert "3 May 2024" in shown
    assert "2024</bdi> → <bdi data-quoted>2024-05-03" in shown


def test_a_day_of_the_movement_is_for_stewards(cast: Cast) -> None:
    day = make_milestone(title="A forum begins")
    Client().post(f"/timeline/correct/{day.pk}/", NAME | {"field": "title", "text": "A forum of places begins"})
    assert settle(cast.member, waiting()).status_code == 404
    assert "A forum of places begins" in cast.steward.client.get("/our-work/steward/").content.decode()
    settle(cast.steward, waiting())
    assert "A forum of places begins" in Client().get("/timeline/").content.decode()


def test_a_stranger_adds_the_text_of_a_card(cast: Cast) -> None:
    act = make_act(place=cast.place, title="A pledge of the ford")
    Client().post(f"/places/{cast.place.slug}/correct/act/{act.pk}/", NAME | {"field": "words", "text": RECITALS})
    assert "every child drinks water" not in Client().get(f"/acts/{act.pk}/", follow=True).content.decode()
    settle(cast.member, waiting())
    assert "every child drinks water" in Client().get(f"/acts/{act.pk}/", follow=True).content.decode()


def test_those_who_may_decide_are_taken_at_their_word(cast: Cast) -> None:
    cast.member.client.post(f"/places/{cast.place.slug}/correct/", NAME)
    cast.place.refresh_from_db()
    assert cast.place.name == "Upper Ford"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"field": "slug"}, "field"),
        ({"field": ""}, "field"),
        ({"text": ""}, "text"),
        ({"text": "x" * 201}, "text"),
        ({"field": "point", "text": "here"}, "text"),
        ({"field": "point", "text": "91, 0"}, "text"),
        ({"field": "point", "text": "nan, nan"}, "text"),
        ({"source": " "}, "source"),
        ({"lang": "no such"}, "lang"),
        ({"why": "x" * 1001}, "why"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_kept_in_the_form(cast: Cast, wrong, field: str) -> None:
    from smallplaces.places.models import Correction

    answer = Client().post(f"/places/{cast.place.slug}/correct/", NAME | wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Correction.objects.exists()


HOSTILE = ["<script>alert(1)</script>", "{{ settings.SECRET_KEY }}", "'; DROP TABLE places_place; --", "\u202egnp.exe"]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(cast: Cast, words: str) -> None:
    Client().post(f"/places/{cast.place.slug}/correct/", NAME | {"text": words})
    shown = cast.member.client.get(f"/our-work/places/{cast.place.slug}/").content.decode()
    assert "<script>alert" not in shown
    settle(cast.member, waiting())
    assert "<script>alert" not in Client().get(f"/places/{cast.place.slug}/").content.decode()


def test_whoever_accepts_a_long_text_can_read_its_end(cast: Cast) -> None:
    card = make_act(place=cast.place)
    text = "Section 1. All may use the lift. " * 200 + "Section 2. None of this applies."
    words = {"field": "words", "text": text, "lang": "en", "source": "the clerk"}
    assert Client().post(f"/places/{cast.place.slug}/correct/act/{card.pk}/", words).status_code == 302
    assert "None of this applies" in cast.member.client.get(f"/our-work/places/{cast.place.slug}/").content.decode()


def test_things_of_other_places_groups_and_kinds_are_not_there(cast: Cast) -> None:
    elsewhere = make_milestone(make_place())
    pledge = make_act(place=cast.place, group=cast.group)
    for thing in (f"milestone/{elsewhere.pk}", f"act/{pledge.pk}", f"sentence/{elsewhere.pk}", "place/no-such"):
        address = f"/places/{cast.place.slug}/correct/{thing}/"
        assert (Client().get(address).status_code, Client().post(address, NAME).status_code) == (404, 404)


def test_without_the_forms_own_key_nothing_is_taken(cast: Cast) -> None:
    from smallplaces.places.models import Correction

    strict = Client(enforce_csrf_checks=True)
    assert strict.post(f"/places/{cast.place.slug}/correct/", NAME).status_code == 403
    assert strict.post(f"/places/{cast.place.slug}/timeline/add/", DAY).status_code == 403
    assert not Correction.objects.exists()


def test_more_than_twenty_in_an_hour_are_slowed_down(cast: Cast) -> None:
    address = f"/places/{cast.place.slug}/correct/"
    for number in range(20):
        assert Client().post(address, NAME | {"text": f"Ford {number}"}).status_code == 302
    assert Client().post(address, NAME | {"text": "Ford 21"}).status_code == 422


def test_a_proposed_day_waits_and_is_accepted(cast: Cast) -> None:
    from smallplaces.places.models import Milestone

    address = f"/places/{cast.place.slug}/timeline/"
    assert Client().post(f"{address}add/", DAY)["Location"] == address
    row = Milestone.objects.get(title="The first supper")
    assert "The first supper" not in Client().get(address).content.decode()
    assert "The first supper" in cast.member.client.get(f"/our-work/places/{cast.place.slug}/").content.decode()
    cast.member.client.post(f"/our-work/places/{cast.place.slug}/milestone/{row.pk}/", {"answer": "accept"})
    assert "The first supper" in Client().get(address).content.decode()


@pytest.mark.parametrize("wrong", [{"on": "soon"}, {"on": ""}, {"kind": "miracle"}, {"title": " "}, {"source": ""}])
def test_a_wrong_day_is_said_at_its_field(cast: Cast, wrong: dict[str, str]) -> None:
    answer = Client().post(f"/places/{cast.place.slug}/timeline/add/", DAY | wrong)
    assert (answer.status_code, next(iter(wrong)) in answer.context["form"].errors) == (422, True)
