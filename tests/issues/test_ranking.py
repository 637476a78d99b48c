"""What first: an order by a named method, ties and all; marks inside the group, words outside."""

from __future__ import annotations

import datetime as dt

import pytest

from smallplaces.core.clock import fixed
from smallplaces.core.refusals import NotAllowedError, NotVisibleError, RefusedError
from smallplaces.core.viewers import ANYBODY
from smallplaces.issues.actions import RankDraft, rank_issues, remove_priority, remove_ranking
from smallplaces.issues.models import Issue, Ranking
from smallplaces.issues.queries import (
    find_priority,
    find_ranking,
    first_at_place,
    ranking_of_room,
    rankings_with_issue,
)
from smallplaces.meetings.models import Room
from tests.factories.groups import make_group
from tests.factories.issues import make_issue, make_priority, make_public_issue, make_ranking
from tests.factories.meetings import MEETING_DAY, behind_link, inside, make_room
from tests.factories.places import make_body

pytestmark = pytest.mark.django_db


def issues_of(room: Room, *words: str, public: bool = True) -> list[Issue]:
    make = make_public_issue if public else make_issue
    return [make(room.meeting.group, text=one) for one in words]


def keep(room: Room, *drafts: RankDraft, **facts: object) -> Ranking:
    return rank_issues(room, by=inside(room.meeting.group), **{"method": "hands", "drafts": drafts} | facts)


def order(room: Room) -> list[tuple[str, str, int | None, bool]]:
    line = ranking_of_room(room.pk, viewer=inside(room.meeting.group))
    assert line is not None
    return [(one.issue.text, one.place_words, one.marks, one.tied) for one in line.ranked]


def test_marks_make_the_order_and_two_can_stand_beside_each_other() -> None:
    room = make_room()
    bus, water, lock = issues_of(room, "bus", "water", "lock")
    keep(room, RankDraft(bus, marks=2), RankDraft(water, marks=5), RankDraft(lock, marks=5))
    *firsts, last = order(room)
    assert set(firsts) == {("water", "first", 5, True), ("lock", "first", 5, True)}
    assert last == ("bus", "third", 2, False)


def test_places_alone_make_an_order_too() -> None:
    room = make_room()
    bus, water, lock = issues_of(room, "bus", "water", "lock")
    keep(room, RankDraft(bus, place=9), RankDraft(water, place=1), RankDraft(lock, place=4))
    assert [one[:3] for one in order(room)] == [
        ("water", "first", None),
        ("lock", "second", None),
        ("bus", "third", None),
    ]


def test_an_order_that_is_written_again_replaces_the_first() -> None:
    room = make_room()
    bus, water = issues_of(room, "bus", "water")
    first = keep(room, RankDraft(bus, place=1), RankDraft(water, place=2))
    assert keep(room, RankDraft(water, place=1)).pk == first.pk
    assert [one[0] for one in order(room)] == ["water"]


@pytest.mark.parametrize(
    ("marks", "places", "facts", "field"),
    [
        ((), (), {}, ""),
        ((3, None), (None, None), {}, ""),
        ((-1, 2), (None, None), {}, ""),
        ((None, None), (1, None), {}, ""),
        ((None, None), (0, 1), {}, ""),
        ((3, 2), (None, None), {"method": "a machine"}, "method"),
        ((3, 2), (None, None), {"asked_first": True}, "asked_first_words"),
        ((3, 2), (None, None), {"asked_first_words": "the cleaners"}, "asked_first"),
        ((3, 2), (None, None), {"on": dt.date(2999, 1, 1)}, "on"),
        ((3, 2), (None, None), {"on": MEETING_DAY - dt.timedelta(days=1)}, "on"),
        ((3, 2), (None, None), {"visibility": "shared"}, "visibility"),
    ],
)
def test_what_cannot_be_an_order_is_refused_whole(marks: tuple, places: tuple, facts: dict, field: str) -> None:
    room = make_room()
    drafts = [
        RankDraft(one, marks=mark, place=place)
        for one, mark, place in zip(issues_of(room, "bus", "water"), marks, places, strict=False)
    ]
    with pytest.raises(RefusedError) as refused:
        keep(room, *drafts, **facts)
    assert refused.value.field == field
    assert not Ranking.objects.exists()


def test_an_issue_of_another_group_or_twice_is_refused() -> None:
    room = make_room()
    (bus,) = issues_of(room, "bus")
    for drafts in ([RankDraft(make_public_issue(), marks=1)], [RankDraft(bus, marks=1), RankDraft(bus, marks=2)]):
        with pytest.raises(RefusedError, match="own group"):
            keep(room, *drafts)


def test_a_private_issue_stands_in_no_public_order() -> None:
    room = make_room()
    (hidden,) = issues_of(room, "hidden", public=False)
    keep(room, RankDraft(hidden, marks=1))
    with pytest.raises(RefusedError, match="read by our group alone") as refused:
        keep(room, RankDraft(hidden, marks=1), visibility="public")
    assert refused.value.field == "visibility"


def test_only_members_write_it_down() -> None:
    room = make_room()
    (bus,) = issues_of(room, "bus")
    for viewer in (ANYBODY, inside(make_group()), behind_link(room.meeting)):
        with pytest.raises(NotAllowedError):
            rank_issues(room, drafts=[RankDraft(bus, marks=1)], method="dots", by=viewer)
    ranking = make_ranking(room, [bus])
    priority = make_priority(ranking)
    for viewer in (ANYBODY, inside(make_group())):
        for removal in (lambda by: remove_ranking(ranking, by=by), lambda by: remove_priority(priority, by=by)):
            with pytest.raises(NotAllowedError):
                removal(viewer)
        for find, key in ((find_ranking, room.pk), (find_priority, priority.pk)):
            with pytest.raises(NotVisibleError):
                find(key, viewer=viewer)


def test_outside_there_is_the_order_and_no_number() -> None:
    room = make_room(visibility="private")
    bus, water = issues_of(room, "bus", "water")
    asked = {
        "asked_first": True,
        "asked_first_words": "those who work at night",
        "note": "for us",
        "visibility": "public",
    }
    make_ranking(room, [bus, water], **asked)

    (line,) = rankings_with_issue(bus.pk, viewer=ANYBODY)
    assert [(one.place_words, one.marks) for one in line.ranked] == [("first", None), ("second", None)]
    assert (line.method_words, line.asked_first_words, line.note) == ("dots on the wall", "those who work at night", "")
    (own,) = rankings_with_issue(bus.pk, viewer=inside(room.meeting.group))
    assert [one.marks for one in own.ranked] == [2, 1]
    assert own.note == "for us"


def test_a_private_order_does_not_exist_for_others() -> None:
    room = make_room()
    (bus,) = issues_of(room, "bus")
    make_ranking(room, [bus])
    for viewer in (ANYBODY, inside(make_group()), behind_link(room.meeting)):
        assert rankings_with_issue(bus.pk, viewer=viewer) == []
        assert first_at_place(bus.place_id, viewer=viewer) == {}
        assert ranking_of_room(room.pk, viewer=viewer) is None


def test_an_issue_that_became_private_leaves_the_public_order_and_its_place_stays_empty() -> None:
    from smallplaces.issues.actions import publish_issue

    room = make_room()
    bus, water = issues_of(room, "bus", "water")
    make_ranking(room, [bus, water], visibility="public")
    publish_issue(bus, visibility="private", by=inside(room.meeting.group))
    (line,) = rankings_with_issue(water.pk, viewer=ANYBODY)
    assert [(one.issue.text, one.place_words) for one in line.ranked] == [("water", "second")]


def test_a_body_says_where_it_puts_ours_or_does_not_name_it() -> None:
    room = make_room()
    bus, water = issues_of(room, "bus", "water")
    ranking = make_ranking(room, [bus, water])
    council = make_body(ranking.group.place, name="Council")
    make_priority(ranking, body=council, position=1)
    make_priority(ranking, body=council, position=7, issue=bus)
    line = ranking_of_room(room.pk, viewer=inside(room.meeting.group))
    assert line is not None
    said = [[(each.body_name, each.place_words) for each in one.bodies] for one in line.ranked]
    assert said == [[("Council", "seventh")], [("Council", "")]]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"position": 0}, "position"),
        ({"position": 7}, "position"),
        ({"source": " "}, "source"),
        ({"text": ""}, "text"),
    ],
)
def test_a_priority_has_a_place_words_and_a_source(facts: dict, field: str) -> None:
    ranking = make_ranking()
    body = make_body(ranking.group.place)
    make_priority(ranking, body=body)
    with pytest.raises(RefusedError) as refused:
        make_priority(ranking, body=body, **{"position": 8} | facts)
    assert refused.value.field == field


def test_a_priority_is_of_a_body_here_and_meets_an_issue_of_ours() -> None:
    ranking = make_ranking()
    for facts, field in (({"body": make_body()}, "body"), ({"issue": make_public_issue()}, "issue")):
        with pytest.raises(RefusedError) as refused:
            make_priority(ranking, **facts)
        assert refused.value.field == field


def test_a_body_that_nobody_accepted_is_named_to_the_group_alone() -> None:
    room = make_room()
    ranking = make_ranking(room, issues_of(room, "No bus"), visibility="public")
    make_priority(ranking, body=make_body(room.meeting.group.place, name="Board of Whispers", standing="proposed"))

    inside_, outside = (ranking_of_room(room.pk, viewer=one) for one in (inside(room.meeting.group), ANYBODY))

    assert "Board of Whispers" in str(inside_)
    assert outside is not None
    assert "Board of Whispers" not in str(outside)


def test_rooms_are_not_added_up() -> None:
    group = make_group()
    bus, water = make_public_issue(group, text="bus"), make_public_issue(group, text="water")
    with fixed(MEETING_DAY):
        make_ranking(make_room(group), [bus, water], visibility="public")
        make_ranking(make_room(group), [water, bus], visibility="public")
    firsts = first_at_place(group.place_id, viewer=ANYBODY)
    assert {key: len(lines) for key, lines in firsts.items()} == {bus.pk: 1, water.pk: 1}
