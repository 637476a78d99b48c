"""Our work on a demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import make_demand, make_public_demand
from tests.factories.issues import make_gathered, make_issue
from tests.factories.meetings import make_room, make_sentence
from tests.factories.places import make_body

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_demand_is_made_from_an_issue_and_its_sentences(cast: Cast) -> None:
    from smallplaces.commitments.models import Demand

    issue = make_issue(cast.group)
    sentence = make_sentence(make_room(cast.group))
    make_gathered(issue, sentence)
    body = make_body(cast.place)
    address = f"/our-work/issues/{issue.pk}/demand/"
    assert sentence.text in cast.member.client.get(address).content.decode()

    cast.member.client.post(
        address,
        {
            "text": "Run a later bus.",
            "lang": "en",
            "bodies": [body.pk, "ourselves"],
            "verbatim": [sentence.pk],
            "made_in": "circle",
        },
    )

    demand = Demand.objects.get()
    assert demand.on_whom.count() == 2
    assert demand.made_from.get().verbatim
    assert demand.visibility == "private"


def test_a_demand_on_nobody_is_asked_again(cast: Cast) -> None:
    issue = make_issue(cast.group)

    page = cast.member.client.post(
        f"/our-work/demands/make/?issue={issue.pk}", {"text": "Run a later bus.", "lang": "en", "made_in": "desk"}
    )

    assert page.status_code == 422
    assert "Run a later bus." in page.content.decode()


def test_others_do_not_find_the_workbench(cast: Cast) -> None:
    demand = make_public_demand(cast.group)
    issue = make_issue(cast.group)

    for name in ("elsewhere", "steward"):
        client = cast.everybody[name].client
        for address in (f"demands/{demand.pk}/", f"demands/{demand.pk}/answer/", f"issues/{issue.pk}/demand/"):
            assert client.get(f"/our-work/{address}").status_code == 404


def test_asking_and_showing(cast: Cast) -> None:
    demand = make_demand(cast.group)

    cast.member.client.post(f"/our-work/demands/{demand.pk}/", {"state": "asked", "visibility": "public"})

    demand.refresh_from_db()
    assert (demand.state, demand.visibility) == ("asked", "public")
    assert demand.asked_on is not None


def test_an_answer_is_typed_in_with_its_source(cast: Cast) -> None:
    demand = make_public_demand(cast.group)
    row = demand.on_whom.get()
    given = {"body": row.body_id, "text": "No money.", "lang": "en", "on": "2026-03-02", "answered_by": "letter"}
    address = f"/our-work/demands/{demand.pk}/answer/"

    assert cast.member.client.post(address, given).status_code == 422
    cast.member.client.post(address, given | {"source": "letter of 2 March"})

    assert demand.answers.get().source == "letter of 2 March"


def test_an_answer_link_is_shown_once_and_can_be_closed(cast: Cast) -> None:
    from smallplaces.core.models import OneTimeLink

    demand = make_public_demand(cast.group)
    row = demand.on_whom.get()
    address = f"/our-work/answer-link/demand/{demand.pk}/"

    assert "/answer/" in cast.member.client.post(address, {"body": row.body_id}).content.decode()
    link = OneTimeLink.objects.get(purpose="answer")
    assert "http://testserver/answer/" not in cast.member.client.get(address).content.decode()
    assert cast.elsewhere.client.post(address, {"body": row.body_id}).status_code == 404

    cast.member.client.post(f"{address}close/", {"link": link.pk})

    link.refresh_from_db()
    assert link.revoked_on is not None
