"""The answer link: a body writes beside ours, once, corrects for a week, and touches nothing else."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.factories.commitments import make_answer, make_answer_link, make_demand, make_promise, make_public_demand
from tests.factories.meetings import inside
from tests.factories.places import make_body

if TYPE_CHECKING:
    from smallplaces.core.models import OneTimeLink
    from smallplaces.core.viewers import Viewer
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 5, 4)


def behind(link: OneTimeLink) -> Viewer:
    """Whoever came in by the link."""
    from smallplaces.core.viewers import Viewer

    return Viewer(purpose="answer", thing_id=link.thing_id)


def test_an_answer_to_a_demand_is_public_with_how_it_came() -> None:
    from smallplaces.commitments.actions import answer_through_link
    from smallplaces.commitments.queries import demand_page
    from smallplaces.core.viewers import ANYBODY

    demand = make_public_demand()
    link, _key = make_answer_link(demand)

    answer_through_link(link, text="We will.", by=behind(link))

    (answer,) = demand_page(demand.pk, viewer=ANYBODY).answers
    assert (answer.text, answer.how) == ("We will.", "link")


def test_an_answer_is_corrected_for_seven_days_and_then_stands() -> None:
    from smallplaces.commitments.actions import answer_through_link
    from smallplaces.commitments.models import Assessment
    from smallplaces.commitments.queries import answer_link
    from smallplaces.core.clock import fixed
    from smallplaces.core.refusals import NotAllowedError, NotVisibleError

    with fixed(DAY):
        link, key = make_answer_link()
        answer_through_link(link, text="Kept.", judgement="kept", by=behind(link))
    with fixed(DAY + dt.timedelta(days=7)):
        answer_through_link(answer_link(key), text="Partly.", judgement="partly", by=behind(link))
    with fixed(DAY + dt.timedelta(days=8)):
        with pytest.raises(NotVisibleError):
            answer_link(key)
        link.refresh_from_db()
        with pytest.raises(NotAllowedError):
            answer_through_link(link, text="Kept!", judgement="kept", by=behind(link))

    row = Assessment.objects.get()
    assert (row.text, row.judgement, row.side, row.answered_by) == ("Partly.", "partly", "they", "link")


def test_a_link_opens_its_own_thing_only() -> None:
    from smallplaces.commitments.actions import answer_through_link
    from smallplaces.commitments.queries import answer_desk
    from smallplaces.core.refusals import NotVisibleError

    link, _key = make_answer_link()
    other, _key2 = make_answer_link()

    with pytest.raises(NotVisibleError):
        answer_through_link(link, text="No.", judgement="denied", by=behind(other))
    with pytest.raises(NotVisibleError):
        answer_desk(link, viewer=behind(other))


def test_a_closed_link_answers_nothing(cast: Cast) -> None:
    from smallplaces.commitments.actions import answer_through_link, close_answer_link
    from smallplaces.commitments.queries import answer_link
    from smallplaces.core.refusals import NotAllowedError, NotVisibleError

    link, key = make_answer_link(make_public_demand(cast.group))
    with pytest.raises(NotAllowedError):
        close_answer_link(link, by=cast.elsewhere.viewer)
    close_answer_link(link, by=cast.member.viewer)

    with pytest.raises(NotVisibleError):
        answer_link(key)
    with pytest.raises(NotAllowedError):
        answer_through_link(link, text="Late.", by=behind(link))


def test_what_is_not_public_has_no_answer_link() -> None:
    from smallplaces.commitments.actions import make_answer_link as make
    from smallplaces.core.refusals import NotAllowedError, RefusedError

    demand = make_demand()
    body = make_body(demand.issue.place)
    with pytest.raises(NotAllowedError):
        make(demand=demand, body=body, by=inside(demand.group))

    public = make_public_demand()
    with pytest.raises(RefusedError):
        make(demand=public, body=body, by=inside(public.group))


def test_a_demand_that_went_private_is_out_of_the_bodys_sight() -> None:
    from smallplaces.commitments.actions import answer_through_link, publish_demand
    from smallplaces.commitments.queries import answer_desk
    from smallplaces.core.refusals import NotVisibleError

    demand = make_public_demand()
    link, _key = make_answer_link(demand)
    publish_demand(demand, visibility="private", by=inside(demand.group))

    with pytest.raises(NotVisibleError):
        answer_desk(link, viewer=behind(link))
    with pytest.raises(NotVisibleError):
        answer_through_link(link, text="We will.", by=behind(link))


def test_a_judgement_that_is_not_theirs_to_give_is_refused() -> None:
    from smallplaces.commitments.actions import answer_through_link
    from smallplaces.core.refusals import RefusedError

    link, _key = make_answer_link(make_promise())

    for judgement in ("", "not_really"):
        with pytest.raises(RefusedError):
            answer_through_link(link, text="Well.", judgement=judgement, by=behind(link))
    link.refresh_from_db()
    assert link.spent_on is None


def test_an_answer_by_letter_needs_its_source() -> None:
    from smallplaces.core.refusals import RefusedError

    assert make_answer().answered_by == "letter"
    with pytest.raises(RefusedError):
        make_answer(source="")
