"""Names by one's own choice, the charter of conduct, and what harmed us."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from smallplaces.core.clock import fixed, today
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from tests.cast import Cast
from tests.factories.groups import make_harm, make_named_person

pytestmark = pytest.mark.django_db
IN_A_YEAR = today() + dt.timedelta(days=365)


def name(cast: Cast, who: str = "member", **facts: Any) -> Any:
    from smallplaces.groups.actions import name_myself

    return name_myself(cast.group, **{"name": "Rosa", "until": IN_A_YEAR} | facts, by=cast.everybody[who].viewer)


def public_page(cast: Cast) -> str:
    return cast.anybody.client.get(f"/groups/{cast.group.slug}/").content.decode()


def test_a_member_names_themselves_and_changes_it(cast: Cast) -> None:
    from smallplaces.groups.models import NamedPerson

    name(cast, does="keeps the list", reach="at the weir")
    name(cast, does="keeps the keys")

    assert [(row.account_id, row.does, row.reach) for row in NamedPerson.objects.all()] == [
        (cast.member.account.pk, "keeps the keys", "")
    ]
    assert "keeps the keys" in public_page(cast)


@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_nobody_is_named_who_is_not_in_the_group(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowedError):
        name(cast, who)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": "  "}, "name"),
        ({"until": today() - dt.timedelta(days=2)}, "until"),
        ({"until": today() + dt.timedelta(days=732)}, "until"),
    ],
)
def test_a_name_has_an_end_within_two_years(cast: Cast, facts: dict[str, Any], field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        name(cast, **facts)

    assert refused.value.field == field


def test_a_name_is_gone_the_day_after_and_the_sweep_removes_it(cast: Cast) -> None:
    from smallplaces.core.jobs import run_here
    from smallplaces.groups.models import NamedPerson

    name(cast)
    with fixed(IN_A_YEAR):
        assert "Rosa" in public_page(cast)
    with fixed(IN_A_YEAR + dt.timedelta(days=1)):
        assert "Rosa" not in public_page(cast)
        assert (
            "Rosa"
            not in cast.member.client.get(f"/our-work/groups/{cast.group.slug}/who-speaks-for-us/").content.decode()
        )
        assert run_here("sweep").state == "done"

    assert not NamedPerson.objects.exists()


def test_one_press_takes_ones_own_name_away_and_nobody_elses(cast: Cast) -> None:
    name(cast)
    make_named_person(cast.group, cast.holder.account, name="Anwar")
    cast.member.client.post(f"/our-work/groups/{cast.group.slug}/who-speaks-for-us/", {"no_more": ""})
    page = public_page(cast)

    assert "Rosa" not in page
    assert "Anwar" in page


def test_leaving_the_group_takes_the_name_away_at_once(cast: Cast) -> None:
    from smallplaces.groups.actions import end_membership

    name(cast)
    own = cast.group.memberships.get(account=cast.member.account)
    end_membership(own, by=cast.member.viewer)

    assert "Rosa" not in public_page(cast)


def test_holders_agree_how_people_are_treated_and_everybody_can_print_it(cast: Cast) -> None:
    address = f"/our-work/groups/{cast.group.slug}/how-we-treat-one-another/"
    sheet = f"/groups/{cast.group.slug}/how-we-treat-one-another/"
    assert cast.anybody.client.get(sheet).status_code == 404
    assert cast.member.client.post(address, {"conduct": "no"}).status_code == 403
    cast.holder.client.post(address, {"conduct": "We let each other finish."})

    assert "We let each other finish." in public_page(cast)
    assert "We let each other finish." in cast.anybody.client.get(sheet).content.decode()


HARM = {"kind": "near_miss", "text": "A sheet lay at the copy shop.", "on": "2026-03-01", "hours": "11"}


def test_a_member_writes_down_harm_and_takes_the_line_away(cast: Cast) -> None:
    from smallplaces.groups.models import Harm

    address = f"/our-work/groups/{cast.group.slug}/what-harmed-us/"
    assert cast.member.client.post(address, HARM).status_code == 302
    assert "undone after 11 hours" in cast.holder.client.get(address).content.decode()
    cast.member.client.post(f"/our-work/harms/{Harm.objects.get().pk}/remove/")

    assert not Harm.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"), [({"on": "2999-01-01"}, "on"), ({"text": " "}, "text"), ({"kind": "grief"}, "kind")]
)
def test_what_cannot_be_harm_is_kept_in_the_form(cast: Cast, wrong: dict[str, str], field: str) -> None:
    page = cast.member.client.post(f"/our-work/groups/{cast.group.slug}/what-harmed-us/", HARM | wrong)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]


@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_nobody_else_reads_what_harmed_us(cast: Cast, who: str) -> None:
    from smallplaces.groups.voices import get_harm, harms_of

    harm = make_harm(cast.group)
    assert harms_of(cast.group, viewer=cast.everybody[who].viewer) == ()
    with pytest.raises(NotVisibleError):
        get_harm(harm.pk, viewer=cast.everybody[who].viewer)
