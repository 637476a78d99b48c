"""Our work on promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import (
    make_act,
    make_clause,
    make_followup,
    make_own_promise,
    make_promise,
    make_public_demand,
)
from tests.factories.places import make_body

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
MAKE = "/our-work/promises/make/"


def test_a_clause_comes_with_what_it_seems_to_say_and_a_person_corrects_it(cast: Cast) -> None:
    body = make_body(cast.place, name="Council of Mills")
    clause = make_clause(make_act(place=cast.place))
    page = cast.member.client.get(f"{MAKE}?clause={clause.pk}")
    initial = page.context["form"].initial
    assert initial["due_words"] == "within six months"
    assert initial["who"] == body.pk

    cast.member.client.post(
        f"{MAKE}?clause={clause.pk}",
        {"text": "Test the pond.", "lang": "en", "who": body.pk, "due": "2026-09", "source": "the counter"},
    )

    promise = clause.promises.get()
    assert (promise.origin, promise.body, promise.due, promise.standing) == ("clause", body, "2026-09", "accepted")


def test_one_made_aloud_answers_a_demand(cast: Cast) -> None:
    demand = make_public_demand(cast.group)
    body = make_body(cast.place)

    cast.member.client.post(
        f"{MAKE}?demand={demand.pk}",
        {
            "origin": "aloud",
            "text": "A bus at 23:40.",
            "lang": "en",
            "who": body.pk,
            "source": "recording",
            "demands": [demand.pk],
        },
    )

    assert demand.promises.get().promise.origin == "aloud"


def test_our_own_is_held_by_our_group(cast: Cast) -> None:
    from smallplaces.commitments.models import Promise

    given = {"origin": "pledge", "text": "A phone chain.", "lang": "en", "source": "our meeting", "private": "on"}
    cast.member.client.post(MAKE, given | {"who": f"group:{cast.group.pk}"})

    promise = Promise.objects.get()
    assert (promise.group, promise.private) == (cast.group, True)
    assert cast.member.client.post(MAKE, given | {"who": f"group:{cast.other_group.pk}"}).status_code == 422


def test_a_bad_date_is_said_and_nothing_is_lost(cast: Cast) -> None:
    body = make_body(cast.place)

    page = cast.member.client.post(
        MAKE, {"origin": "aloud", "text": "A bus.", "lang": "en", "who": body.pk, "source": "recording", "due": "soon"}
    )

    assert page.status_code == 422
    assert "A bus." in page.content.decode()


def test_what_happened_next_and_what_we_say(cast: Cast) -> None:
    promise = make_promise(place=cast.place)
    work = f"/our-work/promises/{promise.pk}/"

    cast.member.client.post(
        f"{work}next/", {"text": "A van came.", "lang": "en", "on": "2026-02", "visibility": "public"}
    )
    cast.member.client.post(f"{work}we-say/", {"judgement": "partly", "text": "Once.", "lang": "en", "public": "on"})

    page = cast.resident.client.get(f"/promises/{promise.pk}/").content.decode()
    assert "A van came." in page
    assert "Once." in page


def test_their_word_needs_a_source_and_is_not_for_our_own(cast: Cast) -> None:
    promise, ours = make_promise(place=cast.place), make_own_promise(cast.group)
    given = {"judgement": "kept", "text": "Done.", "lang": "en", "on": "2026-02-02", "answered_by": "record"}

    assert cast.member.client.post(f"/our-work/promises/{promise.pk}/they-say/", given).status_code == 422
    given["source"] = "minutes, item 7"
    assert cast.member.client.post(f"/our-work/promises/{ours.pk}/they-say/", given).status_code == 422
    cast.member.client.post(f"/our-work/promises/{promise.pk}/they-say/", given)

    assert promise.assessments.get().side == "they"


def test_a_member_of_another_place_cannot_put_it_right(cast: Cast) -> None:
    promise = make_promise()

    page = cast.member.client.post(
        f"/our-work/promises/{promise.pk}/", {"text": "Nothing.", "lang": "en", "source": "none"}
    )

    assert page.status_code == 403
    promise.refresh_from_db()
    assert promise.text != "Nothing."


def test_the_workbench_opens_for_members(cast: Cast) -> None:
    promise = make_promise(place=cast.place)

    for tail in ("", "next/", "we-say/", "they-say/"):
        assert cast.member.client.get(f"/our-work/promises/{promise.pk}/{tail}").status_code == 200
        assert cast.anybody.client.get(f"/our-work/promises/{promise.pk}/{tail}").status_code == 302


def test_what_happened_is_shown_by_its_own_group(cast: Cast) -> None:
    followup = make_followup(make_promise(place=cast.place), cast.group)
    address = f"/our-work/next/{followup.pk}/"

    assert cast.elsewhere.client.post(address, {"visibility": "public"}).status_code == 404
    cast.member.client.post(address, {"visibility": "public"})

    assert followup.text in cast.resident.client.get(f"/promises/{followup.promise_id}/").content.decode()


def test_a_link_can_be_added_later_and_taken_away(cast: Cast) -> None:
    promise, demand = make_promise(place=cast.place), make_public_demand(cast.group)
    work = f"/our-work/promises/{promise.pk}/"
    assert demand.text in cast.member.client.get(work).content.decode()

    cast.member.client.post(f"{work}tie/", {"demand-to": demand.pk, "demand-made_in": "circle"})
    cast.member.client.post(f"{work}tie/", {"issue-to": demand.issue_id, "issue-made_in": "committee"})

    assert promise.answers_to.get().made_in == "circle"
    for address in (f"/promises/{promise.pk}/", f"/demands/{demand.pk}/"):
        assert "made in a circle" in cast.resident.client.get(address).content.decode()
    assert cast.elsewhere.client.post(f"{work}untie/", {"demand": demand.pk}).status_code == 403
    cast.member.client.post(f"{work}untie/", {"demand": demand.pk})
    cast.member.client.post(f"{work}untie/", {"issue": demand.issue_id})
    assert not promise.answers_to.exists()
    assert not promise.bears_on.exists()


def test_only_our_own_can_be_chosen_and_nothing_chosen_is_said(cast: Cast) -> None:
    promise, theirs = make_promise(place=cast.place), make_public_demand()
    work = f"/our-work/promises/{promise.pk}/"
    make_public_demand(cast.group)

    for sent in ({"demand-to": theirs.pk}, {"demand-to": ""}, {"issue-to": theirs.issue_id}, {}):
        page = cast.member.client.post(f"{work}tie/", sent)
        assert page.status_code == 422
        assert "needs another look" in page.content.decode()

    assert not promise.answers_to.exists()
    assert cast.member.client.post(f"{work}untie/", {}).status_code == 404
    assert cast.member.client.get(f"{work}tie/").status_code == 405


def test_the_form_asks_where_its_links_were_made(cast: Cast) -> None:
    demand, body = make_public_demand(cast.group), make_body(cast.place)
    assert "Where was this link made?" in cast.member.client.get(f"{MAKE}?demand={demand.pk}").content.decode()

    given = {"origin": "aloud", "text": "A bus.", "lang": "en", "who": body.pk, "source": "recording"}
    cast.member.client.post(MAKE, given | {"demands": [demand.pk], "made_in": "committee"})

    assert demand.promises.get().made_in == "committee"
