"""What stood beside words goes with the words."""

from __future__ import annotations

import pytest

from tests.factories.issues import make_cause, make_issue
from tests.factories.links import link
from tests.factories.meetings import inside, make_room, make_sentence

pytestmark = pytest.mark.django_db


def taken_back(sentence) -> None:
    from smallplaces.meetings.actions.taking_back import take_back

    take_back(sentence, by=inside(sentence.room.meeting.group))


def left(kind: str) -> int:
    from smallplaces.norms.queries.links import kind_named

    return kind_named(kind).links.count()


def test_a_sentence_loses_the_rights_beside_it() -> None:
    sentence = make_sentence()
    link("sentence", sentence)
    taken_back(sentence)
    assert left("sentence") == 0


def test_an_issue_and_a_box_made_from_it_lose_theirs() -> None:
    from smallplaces.issues.actions import open_issue

    sentence = make_sentence(make_room())
    group = sentence.room.meeting.group
    issue = open_issue(group, place=group.place, sentences=[sentence], title_sentence=sentence, by=inside(group))
    link("issue", issue)
    link("cause", make_cause(issue, sentence=sentence))
    taken_back(sentence)
    assert (left("issue"), left("cause")) == (0, 0)


def test_words_of_our_own_keep_theirs() -> None:
    sentence = make_sentence(make_room())
    issue = make_issue(sentence.room.meeting.group, sentences=[sentence])
    link("issue", issue)
    taken_back(sentence)
    assert left("issue") == 1


def test_a_demand_that_held_it_loses_its_rights() -> None:
    from tests.factories.commitments import make_demand

    sentence = make_sentence(make_room())
    group = sentence.room.meeting.group
    demand = make_demand(group, text=sentence.text, sentences=[sentence])
    link("demand", demand)
    taken_back(sentence)
    assert left("demand") == 0
