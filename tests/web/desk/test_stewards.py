"""What waits for the stewards."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.factories.groups import make_account, make_group
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db
PLACES = "/our-work/steward/places/weir/"
GROUPS = "/our-work/steward/groups/weir-circle/"


@pytest.fixture
def waiting(cast: Cast) -> Cast:
    make_place(name="Weir", slug="weir", standing="proposed", accepted_on=None)
    make_group(name="Weir Circle", slug="weir-circle", state="asked", opened_on=None, asked_by=make_account())
    return cast


def test_everything_that_waits_is_told_to_a_steward(waiting: Cast) -> None:
    client = waiting.steward.client
    for path in ("/our-work/", "/our-work/steward/"):
        page = client.get(path).content.decode()
        assert "Weir Circle" in page
        assert "Weir" in page.replace("Weir Circle", "")


@pytest.mark.parametrize("path", ["/our-work/steward/", PLACES, GROUPS, "/our-work/steward/invite/"])
@pytest.mark.parametrize(("who", "status"), [("resident", 302), ("member", 403), ("holder", 403)])
def test_nobody_else_does_what_stewards_do(waiting: Cast, path: str, who: str, status: int) -> None:
    client = waiting.everybody[who].client
    answer = client.get(path) if path.endswith("steward/") else client.post(path, {"open": "", "accept": ""})
    assert answer.status_code == status


@pytest.mark.parametrize(("button", "state", "people"), [("open", "opening", 1), ("refuse", "refused", 0)])
def test_a_group_begins_or_does_not(waiting: Cast, button: str, state: str, people: int) -> None:
    from smallplaces.groups.models import Group

    assert waiting.steward.client.post(GROUPS, {button: ""}).status_code == 302
    group = Group.objects.get(slug="weir-circle")
    assert (group.state, group.memberships.count()) == (state, people)


@pytest.mark.parametrize(("button", "standing"), [("accept", "accepted"), ("refuse", "refused")])
def test_a_place_is_taken_up_or_not(waiting: Cast, button: str, standing: str) -> None:
    waiting.steward.client.post(PLACES, {button: ""})
    assert type(waiting.place).objects.get(slug="weir").standing == standing


def test_a_group_is_opened_once(waiting: Cast) -> None:
    waiting.steward.client.post(GROUPS, {"open": ""})
    answer = waiting.steward.client.post(GROUPS, {"open": ""}, follow=True)
    assert "This group is open already, or closed." in answer.content.decode()


def test_the_address_for_a_new_steward_is_shown_once(cast: Cast) -> None:
    page = cast.steward.client.post("/our-work/steward/invite/")
    assert "/account/invitation/" in page.context["address"]
    assert page["Cache-Control"] == "no-store"
