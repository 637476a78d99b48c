"""Names under a demand: who waits there is nobody's to try out, and one press is one name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from smallplaces.commitments.actions import accept_signer, sign
from smallplaces.commitments.models import Demand, Signer
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import ANYBODY
from tests.attacks.test_those_who_left import together
from tests.cast import Cast
from tests.factories.commitments import make_demand
from tests.factories.groups import make_group

FORM = {"who": "person", "name": "Ines Oro", "sector": "nurses"}


def pressed(demand: Demand, **more: str) -> tuple[int, str]:
    """What a stranger reads after signing."""
    answer = Client().post(f"/demands/{demand.pk}/sign/", {**FORM, **more}, follow=True)
    return answer.redirect_chain[0][1] if answer.redirect_chain else answer.status_code, answer.content.decode()


@pytest.mark.django_db
def test_a_stranger_cannot_try_out_whose_name_waits(cast: Cast) -> None:
    demand = make_demand(group=cast.group, visibility="public")

    first, again, other = pressed(demand), pressed(demand, name="ines oro"), pressed(demand, name="Nobody Yet")

    assert first == again == other
    assert Signer.objects.filter(name__iexact="Ines Oro").count() == 1


@pytest.mark.django_db
def test_a_name_that_stands_is_not_doubled(cast: Cast) -> None:
    demand = make_demand(group=cast.group, visibility="public")
    accept_signer(sign(demand=demand, name="Ferry Tenants", by=ANYBODY), by=cast.member.viewer)

    assert pressed(demand, who="group", name="Ferry Tenants")[0] == 422


@pytest.mark.django_db
def test_a_name_whose_day_has_passed_makes_room(cast: Cast) -> None:
    demand = make_demand(group=cast.group, visibility="public")
    old = accept_signer(sign(demand=demand, name="Ines Oro", is_person=True, by=ANYBODY), by=cast.member.viewer)
    Signer.objects.filter(pk=old.pk).update(shown_until=dt.date(2020, 1, 1))

    new = sign(demand=demand, name="Ines Oro", is_person=True, by=ANYBODY)

    assert list(Signer.objects.filter(name="Ines Oro")) == [new]


@pytest.mark.django_db
def test_a_member_is_told_that_a_name_waits(cast: Cast) -> None:
    demand = make_demand(group=cast.group, visibility="public")
    sign(demand=demand, name="Ines Oro", is_person=True, by=ANYBODY)

    with pytest.raises(RefusedError, match="waits to be looked at"):
        sign(demand=demand, name="Ines Oro", is_person=True, by=cast.member.viewer)


@pytest.mark.django_db(transaction=True)
def test_many_presses_at_once_are_one_name() -> None:
    demand = make_demand(group=make_group(), visibility="public")

    def press() -> Any:
        return sign(demand=Demand.objects.get(pk=demand.pk), name="Ferry Tenants", by=ANYBODY)

    together(*[press] * 6)

    assert Signer.objects.filter(name="Ferry Tenants").count() == 1
