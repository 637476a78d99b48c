"""Demands and texts of our own say on their face whose words they use."""

from __future__ import annotations

import pytest

from smallplaces.commitments.queries import act_page, demand_page
from smallplaces.core.viewers import ANYBODY
from smallplaces.meetings.actions import take_back
from tests.factories.commitments import make_act, make_act_demand, make_public_demand
from tests.factories.groups import make_group
from tests.factories.issues import make_public_issue
from tests.factories.meetings import inside, make_meeting, make_readback, make_sentence

pytestmark = pytest.mark.django_db


@pytest.fixture
def said():
    """A public sentence in a room of a public meeting."""
    room = make_meeting(make_group(), visibility="public", room_name="Kitchen").room
    return make_sentence(room, reach="public")


def names(page) -> tuple[list[str], list[str]]:
    face = page.read_back
    return [one.name for one in face.heard], [one.name for one in face.not_yet]


def test_demand_names_the_rooms_whose_words_it_uses_until_they_go(said) -> None:
    group = said.room.meeting.group
    demand = make_public_demand(group, issue=make_public_issue(group), sentences=[said])
    assert names(demand_page(demand.pk, viewer=ANYBODY)) == ([], ["Kitchen"])

    make_readback(said.room)
    assert names(demand_page(demand.pk, viewer=ANYBODY)) == (["Kitchen"], [])
    take_back(said, by=inside(group))
    assert names(demand_page(demand.pk, viewer=ANYBODY)) == ([], [])


def test_text_of_ours_names_the_rooms_behind_what_it_answers_and_a_bodys_does_not(said) -> None:
    group = said.room.meeting.group
    demand = make_public_demand(group, issue=make_public_issue(group), sentences=[said])
    pledge, theirs = make_act(group), make_act(place=group.place)
    for act in (pledge, theirs):
        make_act_demand(act, demand)

    assert names(act_page(pledge.pk, viewer=inside(group))) == ([], ["Kitchen"])
    assert names(act_page(theirs.pk, viewer=ANYBODY)) == ([], [])
