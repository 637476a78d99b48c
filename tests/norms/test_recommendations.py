"""Recommendations come in once, to States that are known; labels suggest rights, and a person accepts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from tests.factories.norms import make_catalogue
from tests.factories.recommendations import given, make_recommendation

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from smallplaces.norms.actions.recommendations import Brought

pytestmark = pytest.mark.django_db


def bring(*rows: Any, **options: Any) -> Brought:
    from smallplaces.norms.actions import import_recommendations

    return import_recommendations(rows, **{"source": "a file", "by": command()} | options)


@pytest.fixture(autouse=True)
def catalogue(db: None) -> None:
    make_catalogue()


def test_the_same_one_twice_comes_in_once() -> None:
    done = bring(given(), given(line=9), given(line=10, session="8"))
    assert (done.made, done.there) == (2, 1)
    again = bring(given(), given(line=10, session="8"))
    assert (again.made, again.there) == (0, 2)


def test_an_unknown_state_or_theme_is_refused_by_its_line_and_the_others_come_in() -> None:
    done = bring(given(line=2, to="Atlantis"), given(line=3, by="Lilliput"), given(line=4, labels=("Elves",)), given())
    assert done.made == 1
    assert done.refused == (
        "Line 2: no State of this name is known: Atlantis.",
        "Line 3: no State of this name is known: Lilliput.",
        "Line 4: this theme is not known: Elves.",
    )


def test_only_those_to_the_state_that_was_asked_for() -> None:
    from smallplaces.norms.models import Recommendation

    bring(given(), given(to="United States"), state="US")
    assert Recommendation.objects.get().state == "US"
    with pytest.raises(RefusedError, match="No recommendation to KE"):
        bring(given(), state="KE")


def test_a_label_is_a_suggestion_until_a_person_accepts_it() -> None:
    from smallplaces.norms.actions import accept_same
    from smallplaces.norms.queries.recommendations import recommendation_lines

    row = make_recommendation(labels=("Right to housing", "Internally displaced persons"))
    (line,) = recommendation_lines([row])
    assert {one.slug: one.waits for one in line.rights}["housing"]
    assert accept_same(state="FJ", by=command()) == 1
    (line,) = recommendation_lines([row])
    assert [one.slug for one in line.rights if not one.waits] == ["housing"]
    assert accept_same(state="FJ", by=command()) == 0


def test_who_accepted_and_when_is_kept() -> None:
    from smallplaces.core.viewers import Viewer
    from smallplaces.norms.actions import accept_same
    from tests.factories.groups import make_account

    steward = make_account(is_steward=True)
    row = make_recommendation()
    accept_same(state="FJ", by=Viewer(account_id=steward.pk, is_steward=True))
    link = row.rights.get()
    assert link.settled_by_id == steward.pk
    assert link.settled_on is not None


def test_nobody_but_a_steward_brings_them_in_or_accepts_labels() -> None:
    from smallplaces.norms.actions import accept_same

    with pytest.raises(NotAllowedError):
        bring(given(), by=ANYBODY)
    with pytest.raises(NotAllowedError):
        accept_same(state="FJ", by=ANYBODY)


def test_a_page_of_them_costs_the_same_for_one_and_for_many(django_assert_max_num_queries: Any) -> None:
    from smallplaces.norms.queries.recommendations import Sought, recommendations_to

    bring(*(given(line=number, session="7", text=f"Warm home number {number}") for number in range(120)))
    with django_assert_max_num_queries(8):
        page = recommendations_to("FJ", Sought(right="housing", number_of_page=3), viewer=ANYBODY)
    assert (page.number, page.found, page.pages, len(page.lines)) == (120, 120, 3, 20)


def test_bringing_in_many_does_not_ask_for_each(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(20):
        bring(*(given(line=number, text=f"Warm home number {number}") for number in range(300)))


def test_every_theme_names_known_rights() -> None:
    from smallplaces.norms.actions.recommendations import labels
    from smallplaces.norms.models import Right

    known = set(Right.objects.values_list("slug", flat=True))
    assert {slug for pairs in labels().values() for slug, _relation in pairs} <= known
    assert len(labels()) == 54
