"""One line of how an issue stands."""

from __future__ import annotations

from tests.factories.commitments import (
    long_past,
    make_demand,
    make_our_word,
    make_own_promise,
    make_promise_issue,
    make_public_demand,
)
from tests.factories.issues import make_public_issue


def state(issue, viewer) -> str:
    from smallplaces.thread.bands import issue_page
    from tests.factories.core import DAY

    return issue_page(issue.pk, viewer=viewer, today=DAY).state


def test_silence_is_said_with_its_days(cast) -> None:
    issue = make_public_issue(cast.group)
    make_public_demand(cast.group, issue=issue, state="asked")
    make_promise_issue(issue=issue, due=long_past(96))
    assert state(issue, cast.anybody.viewer) == "Asked of one body; one promise 96 days past its date."


def test_two_silences_are_said_together(cast) -> None:
    issue = make_public_issue(cast.group)
    for days in (10, 96):
        make_promise_issue(issue=issue, due=long_past(days))
    assert state(issue, cast.anybody.viewer) == "Two promises past their date, the longest by 96 days."


def test_our_own_promise_is_called_ours(cast) -> None:
    issue = make_public_issue(cast.group)
    promise = make_own_promise(cast.group, issues=[issue])
    assert state(issue, cast.anybody.viewer) == "One promise of our own."
    make_our_word(promise, cast.group, judgement="not_kept")
    assert state(issue, cast.anybody.viewer) == "One promise of our own: we say not kept."


def test_a_demand_in_talk_is_not_called_asked(cast) -> None:
    issue = make_public_issue(cast.group)
    make_public_demand(cast.group, issue=issue)
    assert state(issue, cast.anybody.viewer) == "A demand is being talked over."


def test_a_private_demand_changes_nothing_outside(cast) -> None:
    issue = make_public_issue(cast.group)
    make_demand(issue=issue, state="asked")
    assert state(issue, cast.anybody.viewer) == "Nothing asked yet: who would carry this?"
    assert state(issue, cast.member.viewer) == "Asked of ourselves."


def test_several_promises_are_counted_with_those_kept(cast) -> None:
    issue = make_public_issue(cast.group)
    kept = make_own_promise(cast.group, issues=[issue])
    make_our_word(kept, cast.group, judgement="kept")
    make_promise_issue(issue=issue)
    assert state(issue, cast.anybody.viewer) == "Two promises, of which we say kept: one."
