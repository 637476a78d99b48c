"""Following the thread both ways: what leads there leads back, for whoever looks."""

from __future__ import annotations

import pytest

from tests.factories.issues import make_gathered, make_public_issue
from tests.factories.meetings import make_room, make_sentence


@pytest.fixture
def at_osier_bend(osier_bend):
    """The day of the demonstration, and who looks."""
    from smallplaces.core.clock import fixed
    from smallplaces.core.viewers import ANYBODY

    with fixed(osier_bend.today):
        yield {"stranger": ANYBODY, "member": osier_bend.viewer, "place": osier_bend.place}


# The demonstration is brought in with the same ids each time, and walking all of it takes a while.
WALKED: dict = {}


def web_of(viewer, place) -> dict:
    """Every record that hangs on the issues of a place: (kind, id) -> (came from, went to)."""
    key = (viewer.account_id, place.pk)
    if key not in WALKED:
        WALKED[key] = walk_all(viewer, place)
    return WALKED[key]


def walk_all(viewer, place) -> dict:
    """Walks from the issues and decisions in both directions until nothing new is found."""
    from smallplaces.groups.queries import decisions_of, groups_of_place
    from smallplaces.issues.queries import issues_of_place
    from smallplaces.thread.walk import where_from, where_to

    found: dict = {}
    todo = [("issue", one.id) for one in issues_of_place(place.pk, viewer=viewer)]
    groups = groups_of_place(place.pk, viewer=viewer)
    todo += [("decision", one.pk) for group in groups for one in decisions_of(group, viewer=viewer)]
    while todo:
        here = todo.pop()
        if here not in found:
            ways = [where_from(*here, viewer=viewer), where_to(*here, viewer=viewer)]
            found[here] = tuple({(one.kind, one.id) for one in way} for way in ways)
            todo += [*found[here][0], *found[here][1]]
    return found


@pytest.mark.parametrize("who", ["stranger", "member"])
def test_every_way_is_a_way_back(at_osier_bend, who) -> None:
    web = web_of(at_osier_bend[who], at_osier_bend["place"])
    one_way = [(here, there) for here, (_from, to) in web.items() for there in to if here not in web[there][0]]
    one_way += [(there, here) for here, (came, _to) in web.items() for there in came if here not in web[there][1]]

    assert one_way == []
    assert len(web) > 100


def test_the_web_holds_every_kind_of_the_thread(at_osier_bend) -> None:
    from smallplaces.thread.kinds import KINDS

    assert {kind for kind, _id in web_of(at_osier_bend["stranger"], at_osier_bend["place"])} == set(KINDS)


def onward(web: dict, start, way: int) -> set:
    """All that can be reached from a record in one direction."""
    reached, todo = set(), [start]
    while todo:
        here = todo.pop()
        if here not in reached:
            reached.add(here)
            todo += web[here][way]
    return reached


def test_a_public_sentence_leads_to_each_report_that_rests_on_it_and_back(at_osier_bend) -> None:
    from smallplaces.reports.queries import reports_citing

    viewer = at_osier_bend["stranger"]
    web = web_of(viewer, at_osier_bend["place"])
    sentences = [pk for kind, pk in web if kind == "sentence"]
    told = 0
    for pk in sentences:
        for report in reports_citing("sentence", [pk], viewer=viewer):
            told += 1
            assert ("report", report.id) in onward(web, ("sentence", pk), 1)
            assert ("sentence", pk) in onward(web, ("report", report.id), 0)
    assert told


def test_strangers_walk_past_what_is_not_theirs(at_osier_bend) -> None:
    from smallplaces.meetings.queries import get_sentence
    from smallplaces.steps.queries import step_for

    web = web_of(at_osier_bend["stranger"], at_osier_bend["place"])
    ours = set(web_of(at_osier_bend["member"], at_osier_bend["place"])) - set(web)

    member = at_osier_bend["member"]
    # statements: those that wait, and that their moderators left out
    assert {kind for kind, _id in ours} == {"sentence", "statement", "step"}
    assert {get_sentence(pk, viewer=member).reach for kind, pk in ours if kind == "sentence"} == {"ours"}
    assert all(step_for(pk, viewer=member).private for kind, pk in ours if kind == "step")


def test_out_of_sight_leads_nowhere(cast) -> None:
    from smallplaces.thread.walk import both, where_from, where_to

    sentence = make_sentence(make_room(cast.group))
    make_gathered(make_public_issue(cast.group), sentence)

    assert where_to("sentence", sentence.pk, viewer=cast.member.viewer)
    assert where_to("sentence", sentence.pk, viewer=cast.anybody.viewer) == ()
    assert where_from("sentence", sentence.pk, viewer=cast.anybody.viewer) == ()
    assert both("sentence", sentence.pk, viewer=cast.anybody.viewer).went_to == ()


def test_words_taken_back_leave_no_words_in_the_walk(cast) -> None:
    from smallplaces.meetings.actions import take_back
    from smallplaces.thread.walk import where_to

    room = make_room(cast.group, visibility="public")
    sentence = make_sentence(room, "Nobody reads this any more.", reach="public")
    issue = make_public_issue(cast.group, text=sentence.text, title_sentence=sentence)
    take_back(sentence, by=cast.member.viewer)

    refs = where_to("sentence", sentence.pk, viewer=cast.member.viewer)
    assert [(one.id, one.text, one.taken_back) for one in refs] == [(issue.pk, "", True)]


def test_a_page_does_not_tell_twice_what_it_shows_itself(at_osier_bend) -> None:
    from smallplaces.thread.walk import both

    viewer = at_osier_bend["stranger"]
    promise = next(pk for kind, pk in web_of(viewer, at_osier_bend["place"]) if kind == "promise")

    kinds = {one.kind for one in both("promise", promise, viewer=viewer).went_to}
    assert not kinds & {"followup", "assessment"}
