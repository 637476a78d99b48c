"""A place and the list of places."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.factories.core import DAY
from tests.factories.issues import make_issue, make_public_issue
from tests.factories.meetings import make_meeting
from tests.factories.places import make_place


def page(cast, who: str = "anybody", today: dt.date = DAY):
    from smallplaces.thread.places import place_page

    return place_page(cast.place.slug, viewer=cast.everybody[who].viewer, today=today)


def test_who_and_what_they_work_on(cast) -> None:
    issue = make_public_issue(cast.group)
    shown = page(cast)
    assert {one.id for one in shown.groups} == {cast.group.pk, cast.other_group.pk}
    assert [(one.id, one.state) for one in shown.issues] == [(issue.pk, "Nothing asked yet: who would carry this?")]


def test_a_private_issue_is_on_the_page_of_its_group_alone(cast) -> None:
    make_issue(cast.group)
    assert page(cast).issues == ()
    assert page(cast, "elsewhere").issues == ()
    assert page(cast, "member").issues[0].private


def test_an_issue_that_rests_says_so(cast) -> None:
    from smallplaces.issues.actions import set_issue_state
    from tests.factories.meetings import inside

    issue = make_public_issue(cast.group)
    set_issue_state(issue, state="resting", note="until the thaw", by=inside(cast.group))
    assert page(cast).issues[0].state.startswith("Resting. ")


def test_the_next_meeting_is_the_soonest_to_come(cast) -> None:
    from smallplaces.core.clock import fixed

    make_meeting(cast.group, on=DAY + dt.timedelta(days=9), visibility="public")
    soon = make_meeting(cast.group, on=DAY + dt.timedelta(days=2), visibility="public")
    make_meeting(cast.group, on=DAY - dt.timedelta(days=2), visibility="public")
    make_meeting(cast.group, on=DAY + dt.timedelta(days=1))
    with fixed(DAY):
        meeting = page(cast).meeting
    assert meeting is not None
    assert meeting.id == soon.pk


def test_the_number_of_queries_does_not_grow(cast, django_assert_max_num_queries) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_public_issue(cast.group)
    with CaptureQueriesContext(connection) as few:
        page(cast)
    for _number in range(20):
        make_public_issue(cast.group)
    with django_assert_max_num_queries(len(few)):
        page(cast)


def test_a_place_that_nobody_knows_is_not_there(db) -> None:
    from smallplaces.core.refusals import NotVisibleError
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.thread.places import place_page

    with pytest.raises(NotVisibleError):
        place_page("nowhere", viewer=ANYBODY, today=DAY)


def test_made_up_places_stand_apart(db) -> None:
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.thread.places import places_page

    real, made_up = make_place(name="Reed Quay"), make_place(name="Reed Nowhere", fictional=True)
    for words in ("", "reed"):
        found = places_page(words, viewer=ANYBODY)
        assert [one.id for one in found.places] == [real.pk]
        assert [one.id for one in found.made_up] == [made_up.pk]
        assert [one.fictional for one in found.everything] == [False, True]


def test_what_was_taken_up_is_on_both_pages(osier_bend) -> None:
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.thread.places import place_page

    bend, marsh = (place_page(slug, viewer=ANYBODY, today=DAY) for slug in ("osier-bend", "low-marsh"))
    assert [one.place_name for one in bend.given] == ["Low Marsh"]
    assert [one.place_name for one in marsh.taken] == ["Osier Bend"]
    assert "fuel ran out" in bend.given[0].text
