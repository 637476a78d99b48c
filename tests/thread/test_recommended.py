"""Recommendations seen from a place: what answers them here, and the gaps, both ways."""

from __future__ import annotations

import pytest

from smallplaces.core.enums import MadeIn
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY, command
from tests.cast import Cast
from tests.factories.commitments import make_promise
from tests.factories.issues import make_public_issue
from tests.factories.norms import make_catalogue
from tests.factories.places import make_place
from tests.factories.recommendations import make_recommendation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def catalogue(db: None) -> None:
    make_catalogue()


def here(slug: str) -> object:
    from smallplaces.thread.recommended import recommendations_at

    return recommendations_at(slug, viewer=ANYBODY)


def test_a_promise_answers_and_the_gap_closes_on_both_sides() -> None:
    from smallplaces.commitments.actions import answer_recommendation, answer_recommendation_no_more

    place = make_place(country="FJ")
    promise, row = make_promise(place=place), make_recommendation()
    assert [one.id for one in here(place.slug).unasked] == [promise.pk]  # type: ignore[attr-defined]
    answer_recommendation(promise, row, made_in=MadeIn.CIRCLE, by=command())
    page = here(place.slug)
    assert [one.recommendation.id for one in page.answered] == [row.pk]  # type: ignore[attr-defined]
    assert page.unasked == ()  # type: ignore[attr-defined]
    answer_recommendation_no_more(promise, row, by=command())
    assert here(place.slug).answered == ()  # type: ignore[attr-defined]


def test_a_promise_answers_no_recommendation_to_another_state() -> None:
    from smallplaces.commitments.actions import answer_recommendation

    promise, row = make_promise(place=make_place(country="KE")), make_recommendation()
    with pytest.raises(RefusedError, match="another State"):
        answer_recommendation(promise, row, by=command())


def test_people_of_another_place_say_nothing_about_it(cast: Cast) -> None:
    from smallplaces.commitments.actions import answer_recommendation

    promise, row = make_promise(place=make_place(country="FJ", name="Elsewhere")), make_recommendation()
    with pytest.raises(NotAllowedError):
        answer_recommendation(promise, row, by=cast.member.viewer)


def test_what_people_say_and_nobody_promised_stands_open() -> None:
    from smallplaces.issues.models import IssueRight
    from smallplaces.norms.actions import accept_same
    from smallplaces.norms.models import Right

    row = make_recommendation()
    issue = make_public_issue()
    issue.place.country = "FJ"
    issue.place.save()
    for slug in ("housing", "peace"):
        right = Right.objects.get(slug=slug)
        IssueRight.objects.create(issue=issue, right=right, made_on="2026-01-01", settled_on="2026-01-01")
    page = here(issue.place.slug)
    assert page.open_here == ()  # type: ignore[attr-defined]
    assert [one.slug for one in page.waiting] == ["housing"]  # type: ignore[attr-defined]
    assert [one.slug for one in page.unsaid] == ["peace"]  # type: ignore[attr-defined]
    accept_same(state="FJ", by=command())
    page = here(issue.place.slug)
    assert [one.recommendation.id for one in page.open_here] == [row.pk]  # type: ignore[attr-defined]
    assert [one.slug for one in page.unsaid] == ["peace"]  # type: ignore[attr-defined]


def test_a_private_issue_opens_no_gap_for_strangers() -> None:
    from smallplaces.issues.models import IssueRight
    from smallplaces.norms.models import Right
    from tests.factories.issues import make_issue

    issue = make_issue()
    right = Right.objects.get(slug="peace")
    IssueRight.objects.create(issue=issue, right=right, made_on="2026-01-01", settled_on="2026-01-01")
    assert here(issue.place.slug).unsaid == ()  # type: ignore[attr-defined]
