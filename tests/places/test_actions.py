"""Places, bodies and claims: proposed by anybody, accepted by people who know the place."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, Viewer, command
from tests.cast import Cast
from tests.factories.places import make_body, make_claim, make_place

pytestmark = pytest.mark.django_db


def propose(name: str = "Low Weir", by: Viewer = ANYBODY, **fields):
    from smallplaces.places.actions import propose_place

    smallest = {"kind": "village", "country": "GB", "zone": "Europe/London", "source": "we live here"}
    return propose_place(name, **smallest | fields, by=by)


def test_anybodys_place_waits_and_a_stewards_is_here_at_once() -> None:
    assert propose().standing == "proposed"
    assert propose("High Weir", by=command()).standing == "accepted"


def test_a_waiting_place_is_seen_by_stewards_alone(cast: Cast) -> None:
    from smallplaces.core.refusals import NotVisibleError
    from smallplaces.places.queries import get_place

    place = propose()
    assert get_place(place.slug, viewer=cast.steward.viewer) == place
    for who in ("resident", "member", "holder"):
        with pytest.raises(NotVisibleError):
            get_place(place.slug, viewer=cast.everybody[who].viewer)


@pytest.mark.parametrize("who", ["resident", "member", "holder", "elsewhere"])
def test_only_stewards_take_up_a_place_where_no_group_works(cast: Cast, who: str) -> None:
    from smallplaces.places.actions import accept_place, refuse_place

    place = propose()
    for action in (accept_place, refuse_place):
        with pytest.raises(NotAllowedError):
            action(place, by=cast.everybody[who].viewer)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "castle"}, "kind"),
        ({"country": "gb"}, "country"),
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"source": " "}, "source"),
        ({"lang": "english please"}, "lang"),
        ({"name": " "}, "name"),
        ({"slug": "add"}, "slug"),
    ],
)
def test_what_is_wrong_with_a_place_is_said_at_its_field(wrong: dict[str, str], field: str) -> None:
    from smallplaces.places.models import Place

    with pytest.raises(RefusedError) as refusal:
        propose(**wrong)
    assert refusal.value.field == field
    assert not Place.objects.exists()


def test_the_same_place_twice_is_refused_and_two_of_one_name_are_not() -> None:
    county = propose("Weirshire", kind="county", by=command())
    first = propose("Žďár", country="CZ", zone="Europe/Prague", by=command())
    with pytest.raises(RefusedError):
        propose("zdar", country="CZ", zone="Europe/Prague")
    slugs = {propose("Žďár", country="SK", zone="Europe/Bratislava").slug, propose("Žďár", parent=county).slug}
    assert (first.slug, slugs) == ("zdar", {"zdar-sk", "zdar-gb"})


def test_a_name_in_other_letters_gets_an_address_of_its_kind() -> None:
    assert [propose("القرية", lang="ar", by=command()).slug, propose("村", lang="zh").slug] == ["village", "village-gb"]


def test_a_change_keeps_the_former_value_and_its_source(cast: Cast) -> None:
    from smallplaces.core.history import changes_of
    from smallplaces.places.actions import change_place

    before = cast.place.name
    change_place(cast.place, {"name": "Elderford"}, source="the sign at the bridge", by=cast.member.viewer)
    change = changes_of("place", cast.place.pk)[0]
    assert (change.before, change.after, change.source) == (before, "Elderford", "the sign at the bridge")
    with pytest.raises(NotAllowedError):
        change_place(cast.place, {"name": "Mine"}, source="me", by=cast.resident.viewer)


def test_a_place_is_no_part_of_itself_by_any_way() -> None:
    from smallplaces.places.actions import change_place

    upper = make_place()
    lower = make_place(parent=upper)
    for place, parent in ((upper, upper), (upper, lower)):
        with pytest.raises(RefusedError):
            change_place(place, {"parent": parent}, source="nobody", by=command())


def test_only_named_facts_can_be_changed() -> None:
    from smallplaces.places.actions import change_place

    with pytest.raises(RefusedError):
        change_place(make_place(), {"standing": "accepted"}, source="me", by=command())


@pytest.mark.parametrize(
    ("who", "standing"), [("resident", "proposed"), ("member", "accepted"), ("steward", "accepted")]
)
def test_bodies_and_claims_stand_at_once_only_from_people_who_know_the_place(
    cast: Cast, who: str, standing: str
) -> None:
    from smallplaces.places.actions import add_body, claim

    by = cast.everybody[who].viewer
    body = add_body(cast.place, name="Parish council", kind="council", source="its door", by=by)
    fact = claim(cast.place, field="name", text="Vado", lang="es", source="my mother", on="2001", by=by)
    assert (body.standing, fact.standing, fact.on) == (standing, standing, "2001")


def test_a_waiting_body_and_claim_are_for_those_who_may_accept_them(cast: Cast) -> None:
    from smallplaces.places.queries import bodies_of, claims_of

    make_body(cast.place, standing="proposed", accepted_on=None)
    make_claim(cast.place, standing="proposed", accepted_on=None)
    for who, sees in (("resident", 0), ("member", 1), ("steward", 1)):
        viewer = cast.everybody[who].viewer
        assert len(bodies_of(cast.place, viewer=viewer)) == sees
        assert len(claims_of(cast.place, viewer=viewer)) == sees


def test_a_claim_set_aside_stays_in_sight(cast: Cast) -> None:
    from smallplaces.places.actions import set_aside_claim
    from smallplaces.places.queries import claims_of

    row = make_claim(cast.place)
    set_aside_claim(row, "disputed", by=cast.member.viewer)
    assert [one.shown for one in claims_of(cast.place, viewer=ANYBODY)] == ["disputed"]
    with pytest.raises(NotAllowedError):
        set_aside_claim(row, "shown", by=ANYBODY)
