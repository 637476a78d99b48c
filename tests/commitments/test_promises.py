"""Promises, theirs and ours; what each side says; silence."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from smallplaces.core.clock import today
from tests.factories.commitments import (
    long_past,
    make_act,
    make_clause,
    make_followup,
    make_our_word,
    make_own_promise,
    make_promise,
    make_promise_demand,
    make_promise_issue,
    make_public_demand,
    make_their_word,
)
from tests.factories.groups import make_group
from tests.factories.issues import make_public_issue
from tests.factories.meetings import inside
from tests.factories.places import make_body, make_place

if TYPE_CHECKING:
    from smallplaces.commitments.models import Promise
    from smallplaces.commitments.queries import PromisePage
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def seen(promise: Promise) -> PromisePage:
    """The page as everybody reads it."""
    from smallplaces.commitments.queries import promise_page
    from smallplaces.core.viewers import ANYBODY

    return promise_page(promise.pk, viewer=ANYBODY)


def test_a_clause_becomes_a_promise_by_a_person() -> None:
    clause = make_clause()
    body = make_body(clause.version.act.place)

    promise = make_promise(origin="clause", clause=clause, body=body, due_words="within six months")

    page = seen(promise)
    assert page.act is not None
    assert page.act.id == clause.version.act_id
    assert page.clause is not None
    assert page.due_words == "within six months"


def test_a_recital_promises_nothing() -> None:
    from smallplaces.core.refusals import RefusedError

    recital = make_clause().version.clauses.filter(kind="recital").first()

    with pytest.raises(RefusedError) as refused:
        make_promise(origin="clause", clause=recital)

    assert refused.value.field == "clause"


def test_somebody_owes_it_and_one_only() -> None:
    from smallplaces.core.refusals import RefusedError

    group = make_group()
    for whom in ({"body": None}, {"body": make_body(group.place), "group": group}):
        with pytest.raises(RefusedError):
            make_promise(place=group.place, **whom)


def test_silence_shows_itself_once_the_day_has_passed() -> None:
    promise = make_promise(due=long_past(96))

    page = seen(promise)

    assert page.days_past == 96
    assert page.silent


def test_without_a_due_date_nothing_is_ever_late() -> None:
    page = seen(make_promise(due_words="within six months of the effective date"))

    assert page.days_past == 0
    assert not page.silent


@pytest.mark.parametrize(
    ("days_ago", "judgement", "silent"),
    [(5, "partly", False), (20, "partly", True), (20, "too_early", True), (20, "kept", False), (20, "denied", False)],
)
def test_a_word_after_the_day_or_a_last_word_before_it_ends_silence(
    days_ago: int, judgement: str, silent: bool
) -> None:
    from smallplaces.core.clock import today

    promise = make_promise(due=long_past(10))
    make_their_word(promise, judgement=judgement, on=today() - dt.timedelta(days=days_ago))

    assert seen(promise).silent is silent


def test_our_word_does_not_break_their_silence() -> None:
    promise = make_promise(due=long_past(10))
    make_our_word(promise, judgement="not_kept")

    page = seen(promise)

    assert page.silent
    assert [one.judgement for one in page.we] == ["not_kept"]


def test_the_latest_of_each_side_comes_first_and_all_stay() -> None:
    promise = make_promise()
    group, other = make_group(place=promise.place), make_group(place=promise.place)
    make_our_word(promise, group, judgement="too_early", on=dt.date(2026, 1, 1))
    make_our_word(promise, group, judgement="partly", on=dt.date(2026, 2, 1))
    make_our_word(promise, other, judgement="kept", on=dt.date(2026, 2, 2))
    make_their_word(promise)

    page = seen(promise)

    assert {(one.who.name, one.judgement) for one in page.we} == {(group.name, "partly"), (other.name, "kept")}
    assert page.they is not None
    assert page.they.how == "letter"
    assert [one.judgement for one in page.earlier] == ["too_early"]


def test_what_a_group_says_for_itself_stays_with_it(cast: Cast) -> None:
    from smallplaces.commitments.queries import promise_page

    promise = make_promise(place=cast.place)
    make_our_word(promise, cast.group, public=False)
    make_followup(promise, cast.group)

    ours = promise_page(promise.pk, viewer=cast.member.viewer)
    theirs = promise_page(promise.pk, viewer=cast.elsewhere.viewer)
    assert (len(ours.we), len(ours.followups)) == (1, 1)
    assert (len(theirs.we), len(theirs.followups)) == (0, 0)


def test_a_private_promise_of_ours_is_for_us(cast: Cast) -> None:
    from smallplaces.commitments.actions import change_promise
    from smallplaces.commitments.queries import promises_of_place

    promise = make_own_promise(cast.group, private=True)
    assert promises_of_place(cast.place, viewer=cast.elsewhere.viewer).ours == ()

    change_promise(promise, changes={"private": False}, source="", by=cast.member.viewer)

    assert [one.id for one in promises_of_place(cast.place, viewer=cast.elsewhere.viewer).ours] == [promise.pk]


def test_changing_a_bodys_promise_keeps_what_it_was() -> None:
    from smallplaces.commitments.actions import change_promise
    from smallplaces.core.history import changes_of
    from smallplaces.core.viewers import command

    promise = make_promise(due="2026-01")
    change_promise(promise, changes={"due": "2026-06-30"}, source="the clerk, by letter", by=command())

    (change,) = changes_of("promise", promise.pk)
    assert (change.before, change.after, change.source) == ("2026-01", "2026-06-30", "the clerk, by letter")


def test_a_promise_finds_its_issue_by_its_demand_or_directly() -> None:
    from smallplaces.commitments.queries import promises_of_issue
    from smallplaces.core.viewers import ANYBODY

    answered = make_promise_demand()
    bears = make_promise_issue(issue=answered.demand.issue)

    found = promises_of_issue(answered.demand.issue_id, viewer=ANYBODY)

    assert {one.id for one in found} == {answered.promise_id, bears.promise_id}


def test_a_private_demand_does_not_show_through_its_promise() -> None:
    from smallplaces.commitments.actions import publish_demand

    demand = make_public_demand()
    answered = make_promise_demand(demand=demand)
    publish_demand(demand, visibility="private", by=inside(demand.group))

    assert seen(answered.promise).demands == ()


def test_the_desk_sees_what_is_past_its_date_at_its_places(cast: Cast) -> None:
    from smallplaces.commitments.queries import promises_past_due

    late = make_promise(place=cast.place, due=long_past(3))
    make_promise(place=make_place(), due=long_past(3))
    make_promise(place=cast.place, due=long_past(-3))

    assert [one.id for one in promises_past_due(cast.member.viewer)] == [late.pk]


def test_nobody_speaks_for_another_group_or_of_a_day_to_come(cast: Cast) -> None:
    from smallplaces.core.refusals import NotAllowedError, RefusedError

    promise = make_promise(place=cast.place)

    with pytest.raises(NotAllowedError):
        make_our_word(promise, cast.group, by=cast.elsewhere.viewer)
    with pytest.raises(NotAllowedError):
        make_their_word(promise, by=cast.resident.viewer)
    with pytest.raises(RefusedError):
        make_our_word(promise, on=dt.date(2999, 1, 1))
    with pytest.raises(RefusedError):
        make_their_word(promise, source=" ")
    with pytest.raises(RefusedError):
        make_our_word(promise, judgement="denied")


def test_a_bodys_promise_that_waits_is_for_those_who_accept(cast: Cast) -> None:
    from smallplaces.commitments.actions import accept_promise
    from smallplaces.commitments.queries import promises_of_place, promises_waiting
    from smallplaces.core.viewers import ANYBODY

    promise = make_promise(place=cast.place, by=ANYBODY)
    assert promises_of_place(cast.place, viewer=ANYBODY).theirs == ()
    assert [one.id for one in promises_waiting(cast.elsewhere.viewer)] == [promise.pk]

    accept_promise(promise, by=cast.elsewhere.viewer)

    assert [one.id for one in promises_of_place(cast.place, viewer=ANYBODY).theirs] == [promise.pk]


def test_every_link_says_where_and_when_it_was_made(cast: Cast) -> None:
    from smallplaces.commitments.actions import answer_demand_with, link_promise, unlink_promise

    promise, act = make_promise(place=cast.place), make_act(place=cast.place)
    demand, issue = make_public_demand(cast.group), make_public_issue(cast.group)
    by = cast.member.viewer

    link_promise(promise, demands=[demand], made_in="circle", by=by)
    link_promise(promise, demands=[demand], issues=[issue], made_in="committee", by=by)
    answer_demand_with(act, [demand], made_in="committee", by=by)

    page = seen(promise)
    assert [one.made_in for one in (*page.demands, *page.issues)] == ["circle", "committee"]
    assert act.answers_to.get().made_in == "committee"
    assert promise.bears_on.get().made_on == today(cast.place.zone)
    unlink_promise(promise, demands=[demand], by=by)
    assert seen(promise).demands == ()


def test_a_link_is_made_where_links_are_made() -> None:
    from smallplaces.core.refusals import RefusedError

    with pytest.raises(RefusedError) as refused:
        make_promise_demand(made_in="heaven")

    assert refused.value.field == "made_in"
    assert make_promise_issue().made_in == "desk"
