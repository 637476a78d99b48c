"""A group's page."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.groups import make_decision, make_group
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db


def test_the_page_of_a_group_shows_how_to_reach_it_and_public_decisions(client: Client) -> None:
    group = make_group(about="We keep the river.", story_contact="the Tuesday nurse")
    make_decision(group, text="Meet by the weir", visibility="public")
    make_decision(group, text="Whom we trust")
    page = client.get(f"/groups/{group.slug}/").content.decode()
    for words in ("We keep the river.", "at the mill", "the Tuesday nurse", "Meet by the weir"):
        assert words in page
    assert "Whom we trust" not in page


@pytest.mark.parametrize("state", ["asked", "opening", "refused"])
def test_a_group_on_its_way_has_no_page_for_others(client: Client, state: str) -> None:
    group = make_group(state=state, opened_on=None)
    assert client.get(f"/groups/{group.slug}/").status_code == 404


def test_a_made_up_place_says_so_on_its_groups_page(client: Client) -> None:
    group = make_group(place=make_place(fictional=True))
    assert "FICTIONAL" in client.get(f"/groups/{group.slug}/").content.decode()


def test_the_next_public_meeting_stands_on_the_page_and_a_private_one_does_not(client: Client) -> None:
    import datetime as dt

    from smallplaces.core.clock import today
    from tests.factories.meetings import make_meeting

    group, coming = make_group(), today() + dt.timedelta(days=2)
    make_meeting(group, on=coming, where="Chapel kitchen", visibility="public")
    make_meeting(group, on=today() + dt.timedelta(days=1), where="Behind the mill")
    page = client.get(f"/groups/{group.slug}/").content.decode()
    assert "Chapel kitchen" in page
    assert "Behind the mill" not in page
