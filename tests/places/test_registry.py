"""The registry: brought in whole or not at all, again and again, never over what people put right."""

from __future__ import annotations

import copy

import pytest
from django.db import IntegrityError

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from tests.cast import Cast
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists():
    """The shipped lists, to change."""
    from smallplaces.places.shipped import lists

    return copy.deepcopy(dict(lists()))


def load(lists=None):
    from smallplaces.places.actions import load_registry

    return load_registry(by=command(), lists=lists)


def counts() -> dict[str, int]:
    from smallplaces.core.models import AuditRow, Change
    from smallplaces.places.models import Claim, Milestone, Place

    return {model.__name__: model.objects.count() for model in (Place, Claim, Milestone, Change, AuditRow)}


def test_places_days_and_one_claim_for_each_filled_column(lists) -> None:
    from smallplaces.places.models import Claim, Milestone, Place

    load()
    filled = sum(bool(row[name]) for row in lists["places"] for name in ("name", "kind", "designation", "notes"))
    told = ["date", "instrument_kind", "instrument_title", "adopting_body", "number"]
    adopted = sum(any(row[name] for name in told) for row in lists["places"])
    assert (Place.objects.count(), Milestone.objects.count()) == (88, 95)
    assert Milestone.objects.filter(place=None).count() == 22
    assert Claim.objects.count() == filled + adopted + len(lists["claims"])


def test_each_fact_has_a_source_and_its_date_as_it_is_known() -> None:
    from smallplaces.places.models import Claim, Milestone

    load()
    assert not Claim.objects.filter(source="").exists()
    assert (
        Claim.objects.get(place__slug="seattle", field="adopted", value="", text__startswith="Resolution").on
        == "2012-12"
    )
    assert Milestone.objects.get(title="PDHRE founded").on == "1989"
    assert Milestone.objects.get(title="PDHRE founded").kind_words == "organisation"


@pytest.mark.parametrize(("slug", "field", "days"), [("seattle", "adopted", 3), ("utrecht", "coalition", 2)])
def test_where_sources_differ_all_stand(slug: str, field: str, days: int) -> None:
    from smallplaces.places.models import Claim

    load()
    rows = Claim.objects.filter(place__slug=slug, field=field)
    assert [row.shown for row in rows] == ["disputed"] * days
    assert {row.standing for row in rows} == {"accepted"}


def test_places_have_what_they_are_part_of_their_own_kind_and_zone() -> None:
    from smallplaces.places.models import Place

    load()
    chicago, department = Place.objects.get(slug="chicago"), Place.objects.get(slug="seine-saint-denis")
    assert chicago.parent is not None
    assert (chicago.parent.slug, chicago.zone, department.kind_words) == (
        "cook-county",
        "America/Chicago",
        "department",
    )


def test_twice_the_same_changes_nothing_and_asks_little(django_assert_max_num_queries) -> None:
    assert load().changed > 700
    before = counts()
    with django_assert_max_num_queries(12):
        assert load().changed == 0
    assert counts() == before


def test_a_changed_row_is_set_in_place_and_leaves_its_former_value(lists) -> None:
    from smallplaces.core.history import changes_of
    from smallplaces.places.models import Milestone

    load()
    day = Milestone.objects.get(title="Shelter city", place__slug="utrecht")
    next(row for row in lists["milestones"] if (row["place_slug"], row["title"]) == ("utrecht", "Shelter city"))[
        "date"
    ] = "2015-03"
    assert load(lists).changed == 1
    day.refresh_from_db()
    assert day.on == "2015-03"
    assert [(one.field, one.before, one.after) for one in changes_of("milestone", day.pk)] == [
        ("on", "2015", "2015-03")
    ]


def test_a_row_that_is_gone_from_the_list_stays(lists) -> None:
    load()
    before = counts()
    lists["milestones"], lists["claims"] = lists["milestones"][:10], []
    load(lists)
    assert counts()["Milestone"] == before["Milestone"]
    assert counts()["Claim"] == before["Claim"]


def test_what_people_put_right_or_added_stays(cast: Cast, lists) -> None:
    from smallplaces.places import actions
    from smallplaces.places.models import Place

    load()
    york = Place.objects.get(slug="york")
    steward = cast.steward.viewer
    actions.change_place(york, {"name": "York and its villages"}, source="we live here", by=steward)
    actions.claim(york, field="land", text="The Ouse", source="we live here", by=steward)
    load()
    york.refresh_from_db()
    assert york.name == "York and its villages"
    assert york.claims.filter(field="land").exists()


def test_a_place_that_was_here_is_kept_and_gets_the_claims() -> None:
    from smallplaces.places.models import Place

    own = make_place(slug="york", name="Our York", country="GB", kind="town")
    load()
    own.refresh_from_db()
    assert (own.name, own.kind, Place.objects.filter(country="GB").count()) == ("Our York", "town", 2)
    assert own.claims.filter(field="designation").count() == 1


@pytest.mark.parametrize("other", [{"country": "US"}, {"country": "GB", "fictional": True}])
def test_another_place_of_the_same_address_gets_no_claims(other) -> None:
    from smallplaces.places.models import Place

    theirs = make_place(slug="york", name="Another York", **other)
    load()
    assert not theirs.claims.exists()
    assert Place.objects.get(name="York").slug == "york-gb"
    assert load().changed == 0


WRONG = [
    ("places", 3, {"kind": "castle"}, "castle"),
    ("places", 3, {"country": "QQ"}, "QQ"),
    ("places", 3, {"lat": "north"}, "north"),
    ("places", 3, {"date": "2010-13"}, "2010-13"),
    ("places", 3, {"designation": "best"}, "best"),
    ("places", 3, {"source": ""}, "no source"),
    ("places", 3, {"slug": "../etc"}, "../etc"),
    ("places", 3, {None: ["more"]}, "columns"),
    ("claims", 4, {"place_slug": "atlantis"}, "atlantis"),
    ("claims", 4, {"field": "weather"}, "weather"),
    ("milestones", 9, {"kind": "miracle"}, "miracle"),
    ("milestones", 9, {"date": "soon"}, "soon"),
    ("milestones", 9, {"summary": None}, "columns"),
]


@pytest.mark.parametrize(("name", "line", "wrong", "said"), WRONG)
def test_a_wrong_row_is_named_and_nothing_comes_in(lists, name: str, line: int, wrong, said: str) -> None:
    from smallplaces.places.models import Place

    lists[name][line - 2] = {**lists[name][line - 2], **wrong}
    with pytest.raises(RefusedError) as refusal:
        load(lists)
    assert f"{name}.csv, line {line}: " in refusal.value.sentence
    assert said in refusal.value.sentence
    assert not Place.objects.exists()


def test_an_address_twice_is_refused(lists) -> None:
    lists["places"].append(lists["places"][0])
    with pytest.raises(RefusedError, match="twice"):
        load(lists)


def test_what_ends_in_the_middle_leaves_nothing(lists) -> None:
    from smallplaces.core.ids import fixed_id
    from smallplaces.places.models import Milestone
    from tests.factories.places import ACCEPTED

    last = lists["milestones"][-1]
    code = fixed_id("milestone", last["place_slug"], last["title"])
    Milestone.objects.create(code=code, kind="other", title="Somebody else's", text="", **ACCEPTED)
    before = counts()
    with pytest.raises(IntegrityError):
        load()
    assert counts() == before


def test_only_a_steward_or_a_command_brings_it_in(cast: Cast) -> None:
    from smallplaces.places.actions import load_registry

    for by in (ANYBODY, cast.member.viewer, cast.holder.viewer):
        with pytest.raises(NotAllowedError):
            load_registry(by=by)
