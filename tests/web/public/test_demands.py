"""The page of a demand, and signing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import (
    make_act_demand,
    make_answer,
    make_demand,
    make_promise_demand,
    make_public_demand,
)

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_demand_shows_on_whom_by_own_name_and_what_came(cast: Cast) -> None:
    demand = make_public_demand(cast.group)
    answer = make_answer(demand)
    promise = make_promise_demand(demand=demand).promise
    act = make_act_demand(demand=demand).act

    page = cast.resident.client.get(f"/demands/{demand.pk}/").content.decode()

    for words in (demand.text, answer.body.name, answer.text, "by letter, typed in by us", promise.text, act.title):
        assert words in page


def test_a_private_demand_does_not_exist_for_others(cast: Cast) -> None:
    demand = make_demand(cast.group)
    address = f"/demands/{demand.pk}/"

    assert cast.member.client.get(address).status_code == 200
    for name in ("resident", "elsewhere", "steward"):
        assert cast.everybody[name].client.get(address).status_code == 404
        assert cast.everybody[name].client.get(f"{address}sign/").status_code == 404


def test_a_stranger_signs_and_the_name_waits(cast: Cast) -> None:
    demand = make_public_demand(cast.group)
    address = f"/demands/{demand.pk}/sign/"

    done = cast.resident.client.post(address, {"who": "person", "name": "Ana B.", "sector": "nurse"}, follow=True)

    assert "Ana B." not in done.content.decode()
    signer = demand.signers.get()
    assert signer.is_person
    assert signer.shown_until is not None
    assert "Ana B." in cast.member.client.get(f"/our-work/demands/{demand.pk}/").content.decode()

    cast.member.client.post(f"/our-work/signers/{signer.pk}/", {"answer": "accept"})

    assert "Ana B." in cast.resident.client.get(f"/demands/{demand.pk}/").content.decode()


def test_a_group_signs_without_an_end(cast: Cast) -> None:
    demand = make_public_demand(cast.group)

    cast.resident.client.post(
        f"/demands/{demand.pk}/sign/", {"who": "group", "name": "Weavers", "shown_until": "2030-01-01"}
    )

    assert demand.signers.get().shown_until is None


def test_what_cannot_stand_is_said_and_kept_in_the_form(cast: Cast) -> None:
    demand = make_public_demand(cast.group)

    page = cast.resident.client.post(
        f"/demands/{demand.pk}/sign/", {"who": "person", "name": "Ana B.", "shown_until": "2020-01-01"}
    )

    assert page.status_code == 422
    assert "Ana B." in page.content.decode()
    assert not demand.signers.exists()


def test_signing_is_slowed_down(cast: Cast) -> None:
    from smallplaces.web.public.demands import SIGNATURES_AN_HOUR

    demand = make_public_demand(cast.group)
    codes = [
        cast.resident.client.post(
            f"/demands/{demand.pk}/sign/", {"who": "group", "name": f"Group {number}"}
        ).status_code
        for number in range(SIGNATURES_AN_HOUR + 1)
    ]

    assert codes[-1] == 422
    assert demand.signers.count() == SIGNATURES_AN_HOUR
