"""The nine bands: what stands in each, for whom, and in how many queries."""

from __future__ import annotations

import pytest

from tests.factories.commitments import make_own_promise, make_promise_issue, make_public_demand
from tests.factories.core import DAY
from tests.factories.issues import make_cause, make_gathered, make_public_issue
from tests.factories.meetings import inside, make_readback, make_room, make_sentence
from tests.factories.steps import make_step


def page(issue, person):
    from smallplaces.thread.bands import issue_page

    return issue_page(issue.pk, viewer=person.viewer, today=DAY)


@pytest.fixture
def issue(cast):
    return make_public_issue(cast.group)


def test_an_issue_without_anything_misses_all_nine(cast, issue) -> None:
    shown = page(issue, cast.anybody)
    assert shown.missing == ("say", "why", "want", "stand", "do", "ask", "promised", "happened", "told")
    assert shown.state == "Nothing asked yet: who would carry this?"


def test_sentences_stand_in_the_band_of_what_they_tell(cast, issue) -> None:
    room = make_room(cast.group)
    for text, tells in (("It smells.", "how_it_is"), ("Test it.", "what_we_want")):
        make_gathered(issue, make_sentence(room, text, kind=tells, reach="public"))
    shown = page(issue, cast.anybody)
    assert [one.text for one in shown.say.sentences] == ["It smells."]
    assert [one.text for one in shown.want.sentences] == ["Test it."]


def test_strangers_get_nothing_that_is_ours(cast, issue) -> None:
    make_gathered(issue, make_sentence(make_room(cast.group), "Only among us"))
    make_step(cast.group, issue=issue, text="We go there on Monday")
    outside, ours = page(issue, cast.elsewhere), page(issue, cast.member)
    assert (outside.say.sentences, outside.do.steps) == ((), ())
    assert ours.say.sentences[0].reach == "ours"
    assert ours.do.steps[0].private


@pytest.mark.parametrize("said_by", ["one", "few"])
def test_a_few_voices_are_a_few_outside_the_room(cast, issue, said_by) -> None:
    make_gathered(issue, make_sentence(make_room(cast.group), said_by=said_by, reach="public"))
    assert page(issue, cast.anybody).say.sentences[0].said_by == "a few"


def test_a_tree_is_ours_until_the_room_decides(cast, issue) -> None:
    from smallplaces.issues.actions import publish_issue

    make_cause(issue)
    publish_issue(issue, visibility="public", tree_public=False, by=inside(cast.group))
    assert page(issue, cast.anybody).why.causes == ()
    assert page(issue, cast.member).why.causes


def test_a_room_that_was_not_read_back_is_named(cast, issue) -> None:
    heard, unheard = make_room(cast.group, room_name="Kitchen"), make_room(cast.group, room_name="Yard")
    for room in (heard, unheard):
        make_gathered(issue, make_sentence(room, f"Said in {room.name}", reach="public"))
    make_readback(heard, visibility="public")
    told = page(issue, cast.anybody).told
    assert [one.room_name for one in told.readbacks] == ["Kitchen"]
    assert told.not_yet == ("Yard",)


def test_a_private_read_back_is_not_shown_and_not_denied(cast, issue) -> None:
    room = make_room(cast.group)
    make_gathered(issue, make_sentence(room, reach="public"))
    make_readback(room)
    told = page(issue, cast.anybody).told
    assert (told.readbacks, told.not_yet) == ((), ())


def test_promises_of_no_text_stand_as_said_aloud(cast, issue) -> None:
    promise = make_promise_issue(issue=issue).promise
    texts = page(issue, cast.anybody).promised.texts
    assert [(text.act, [one.id for one in text.promises]) for text in texts] == [(None, [promise.pk])]


def test_a_private_promise_of_our_own_is_ours(cast, issue) -> None:
    make_own_promise(cast.group, issues=[issue], private=True)
    assert not page(issue, cast.anybody).promised.lives
    assert page(issue, cast.member).promised.lives


def fill(cast, issue, count: int) -> None:
    """Sentences, causes, demands, promises and steps, so many of each."""
    from smallplaces.issues.actions import gather
    from smallplaces.meetings.actions import type_sentences
    from smallplaces.meetings.lines import Line

    room = make_room(cast.group, visibility="public")
    typed = []
    for start in range(0, count, 100):
        lines = [Line(f"Sentence {n}", reach="public") for n in range(start, min(start + 100, count))]
        typed += type_sentences(room, lines, by=inside(cast.group))
        gather(issue, sentences=typed[start:], made_in="circle", by=inside(cast.group))
    for sentence in typed[:20]:
        make_cause(issue, sentence=sentence)
    for _number in range(max(1, count // 20)):
        demand = make_public_demand(cast.group, issue=issue)
        make_promise_issue(issue=issue, demands=[demand])
        make_step(cast.group, issue=issue, visibility="public")


def queries_for(issue, person) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    viewer = person.viewer
    from smallplaces.thread.bands import issue_page

    with CaptureQueriesContext(connection) as asked:
        issue_page(issue.pk, viewer=viewer, today=DAY)
    return len(asked)


@pytest.mark.parametrize("who", ["anybody", "member"])
def test_the_number_of_queries_does_not_grow(cast, issue, who) -> None:
    fill(cast, issue, 1)
    few = queries_for(issue, cast.everybody[who])
    fill(cast, issue, 300)
    assert queries_for(issue, cast.everybody[who]) == few <= 40


def test_a_text_that_passed_closes_nothing(osier_bend) -> None:
    from smallplaces.core.clock import fixed
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.issues.queries import issues_of_place
    from smallplaces.thread.bands import issue_page

    with fixed(osier_bend.today):
        lines = issues_of_place(osier_bend.place.pk, viewer=ANYBODY)
        water = next(one for one in lines if "water" in one.text)
        shown = issue_page(water.id, viewer=ANYBODY, today=osier_bend.today)
    assert shown.missing == ()
    assert shown.state == "Asked of two bodies; one promise 96 days past its date."
    assert shown.stays_open is not None
    assert shown.stays_open.name == "Resolution 41"
    assert [one.place_name for one in shown.told.taken_up] == ["Low Marsh"]
    assert shown.told.reports[0].editions[0].handed
