"""Where a right was pointed to, for each viewer."""

from __future__ import annotations

import pytest

from tests.factories.issues import make_cause, make_issue, make_public_issue
from tests.factories.links import a_right, link

pytestmark = pytest.mark.django_db


def kinds(uses) -> list[str]:
    return [one.kind for one in uses]


def test_a_public_issue_is_told_to_everybody(cast) -> None:
    from smallplaces.thread.rights import uses_of_right

    issue = make_public_issue(cast.group)
    link("issue", issue)
    found = uses_of_right(a_right().pk, cast.anybody.viewer)
    assert [(one.kind, one.ref.id) for one in found] == [("issue", issue.pk)]


@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_a_private_issue_is_told_to_nobody_else(cast, who) -> None:
    from smallplaces.thread.rights import issues_touching, uses_of_right

    issue = make_issue(cast.group)
    link("issue", issue)
    viewer = getattr(cast, who).viewer
    assert uses_of_right(a_right().pk, viewer) == ()
    assert issues_touching(a_right().pk, issue.place_id, viewer) == ()


def test_its_own_people_find_it(cast) -> None:
    from smallplaces.thread.rights import issues_touching, uses_of_right

    issue = make_issue(cast.group)
    link("issue", issue)
    assert kinds(uses_of_right(a_right().pk, cast.member.viewer)) == ["issue"]
    assert [one.id for one in issues_touching(a_right().pk, issue.place_id, cast.member.viewer)] == [issue.pk]


def test_an_issue_is_touched_by_what_hangs_on_it(cast) -> None:
    from smallplaces.thread.rights import issues_touching

    issue = make_public_issue(cast.group)
    link("cause", make_cause(issue))
    assert [one.id for one in issues_touching(a_right().pk, issue.place_id, cast.anybody.viewer)] == [issue.pk]


def test_a_tree_that_is_not_public_touches_nothing_for_strangers(cast) -> None:
    from smallplaces.issues.actions import publish_issue
    from smallplaces.thread.rights import issues_touching, uses_of_right

    issue = make_issue(cast.group)
    publish_issue(issue, visibility="public", tree_public=False, by=cast.member.viewer)
    link("cause", make_cause(issue))
    assert issues_touching(a_right().pk, issue.place_id, cast.anybody.viewer) == ()
    assert uses_of_right(a_right().pk, cast.anybody.viewer) == ()


def test_what_was_refused_is_no_use(cast) -> None:
    from smallplaces.norms.actions.links import refuse_right
    from smallplaces.thread.rights import uses_of_right

    issue = make_public_issue(cast.group)
    refuse_right("issue", issue, right=a_right(), because="lexicon", by=cast.member.viewer)
    assert uses_of_right(a_right().pk, cast.member.viewer) == ()


def test_another_place_is_left_out(cast) -> None:
    from smallplaces.thread.rights import uses_of_right
    from tests.factories.places import make_place

    link("issue", make_public_issue(cast.group))
    assert uses_of_right(a_right().pk, cast.anybody.viewer, make_place().pk) == ()
    assert kinds(uses_of_right(a_right().pk, cast.anybody.viewer, cast.place.pk)) == ["issue"]


PRIVATE = ["issue", "cause", "sentence", "statement", "demand", "step", "paragraph"]


@pytest.mark.parametrize("kind", PRIVATE)
@pytest.mark.parametrize("who", ["anybody", "elsewhere", "steward"])
def test_what_a_group_keeps_to_itself_is_in_no_answer(cast, kind, who) -> None:
    from smallplaces.thread.rights import issues_touching, uses_of_provision, uses_of_right
    from tests.factories.links import a_provision, ours

    thing, viewer = ours(kind, cast.group), getattr(cast, who).viewer
    link(kind, thing)
    link(kind, thing, provision=a_provision())
    assert uses_of_right(a_right().pk, viewer) == ()
    assert uses_of_provision(a_provision().pk, viewer) == ()
    assert issues_touching(a_right().pk, cast.place.pk, viewer) == ()


@pytest.mark.parametrize("kind", [*PRIVATE, "clause", "promise"])
def test_each_kind_is_named_for_its_own_people(cast, kind) -> None:
    from smallplaces.thread.rights import uses_of_right
    from tests.factories.links import ours

    thing = ours(kind, cast.group)
    link(kind, thing, by=cast.member.viewer)
    [use] = uses_of_right(a_right().pk, cast.member.viewer, cast.place.pk)
    assert (use.kind, use.ref.id, bool(use.ref.text)) == (kind, thing.pk, True)


def test_more_uses_cost_no_more_statements(cast) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from smallplaces.thread.rights import uses_of_right

    costs = []
    for _round in range(2):
        issue = make_public_issue(cast.group)
        for thing in (make_cause(issue), make_cause(issue)):
            link("cause", thing)
        link("issue", issue)
        with CaptureQueriesContext(connection) as queries:
            uses_of_right(a_right().pk, cast.anybody.viewer)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_an_issue_is_touched_by_what_many_people_answered(cast) -> None:
    from smallplaces.issues.models import IssueStatement
    from smallplaces.thread.rights import issues_touching
    from tests.factories.core import DAY
    from tests.factories.links import ours

    issue, statement = make_issue(cast.group), ours("statement", cast.group)
    IssueStatement.objects.create(issue=issue, statement=statement, made_on=DAY)
    link("statement", statement)
    assert [one.id for one in issues_touching(a_right().pk, cast.place.pk, cast.member.viewer)] == [issue.pk]
