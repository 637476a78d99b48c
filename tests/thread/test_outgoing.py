"""What goes out next, whose words it uses, and the sheet that goes back to a room."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from smallplaces.core.viewers import ANYBODY
from smallplaces.meetings.actions import take_back
from smallplaces.steps.actions import finish_step
from smallplaces.thread.outgoing import OutgoingPage, outgoing
from smallplaces.thread.readback_sheet import readback_sheet
from tests.factories.commitments import make_demand, make_promise, make_public_demand
from tests.factories.groups import make_group
from tests.factories.issues import make_issue, make_public_issue
from tests.factories.meetings import behind_link, inside, make_meeting, make_readback, make_sentence
from tests.factories.reports import make_citation, make_paragraph, make_report
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group()


def room_of(group, name: str):
    return make_meeting(group, room_name=name).room


def test_rooms_that_heard_nothing_stand_first_with_all_that_uses_their_words(group) -> None:
    told, waiting = room_of(group, "Told"), room_of(group, "Waiting")
    report = make_report(group, title="The report")
    for room in (told, waiting):
        make_citation(make_paragraph(report), kind="sentence", thing=make_sentence(room))
    demand = make_demand(group, text="Open the gate", sentences=[make_sentence(waiting, "The gate is shut.")])
    make_readback(told, text="second line softened", not_found="the night shift")

    page = outgoing(group.pk, viewer=inside(group))

    assert [(one.room.name, {ref.id for ref in one.used_in}) for one in page.first] == [
        ("Waiting", {report.pk, demand.pk})
    ]
    (of_report,) = [one for one in page.next if one.thing.kind == "report"]
    assert [one.room.name for one in of_report.rooms] == ["Waiting", "Told"]
    assert [(one.text, one.not_found) for one in of_report.rooms[1].readbacks] == [
        ("second line softened", "the night shift")
    ]


def test_what_is_public_has_gone_and_what_was_taken_back_is_not_there(group) -> None:
    said, back = make_sentence(room_of(group, "Kitchen"), reach="public"), make_sentence(room_of(group, "Porch"))
    public = make_public_demand(group, issue=make_public_issue(group), sentences=[said])
    make_demand(group, sentences=[back], verbatim=[back])
    take_back(back, by=inside(group))

    page = outgoing(group.pk, viewer=inside(group))

    assert [one.thing.id for one in page.gone] == [public.pk]
    assert page.next == ()


def test_outgoing_is_the_groups_own(group) -> None:
    make_demand(group, sentences=[make_sentence(room_of(group, "Kitchen"))])
    assert outgoing(group.pk, viewer=ANYBODY) == OutgoingPage(first=(), silent=(), next=(), gone=())
    assert outgoing(group.pk, viewer=inside(make_group())) == OutgoingPage(first=(), silent=(), next=(), gone=())


@pytest.fixture
def spoken(group):
    """A room whose first sentence became an issue and a demand; of the second nothing was made."""
    room = room_of(group, "Kitchen")
    used, idle = make_sentence(room, "The tap is brown."), make_sentence(room, "The lamp is out.")
    issue = make_issue(group, text="Brown water", sentences=[used])
    demand = make_demand(group, issue=issue, text="Test the water", sentences=[used])
    promise = make_promise(place=group.place, demands=[demand], by=inside(group), text="We will test in May")
    ours = make_step(group, promise=promise, text="Took three bottles", visibility="public")
    finish_step(ours, on="2026-02", came_of_it="it", by=inside(group))
    make_step(group, demand=demand, text="What we plan among us")
    return {"room": room, "used": used, "idle": idle, "issue": issue, "demand": demand, "promise": promise}


def test_sheet_tells_the_room_what_was_made_of_each_sentence_and_what_came_of_it(group, spoken) -> None:
    sheet = readback_sheet(spoken["room"].pk, viewer=inside(group))

    assert [one.sentence.id for one in sheet.used] == [spoken["used"].pk]
    assert {ref.id for ref in sheet.used[0].made} == {spoken["issue"].pk, spoken["demand"].pk}
    assert [one.sentence.id for one in sheet.waiting] == [spoken["idle"].pk]
    assert [one.id for one in sheet.promises] == [spoken["promise"].pk]
    assert [one.text for one in sheet.steps] == ["Took three bottles"]


def test_link_of_the_room_reads_its_sentences_and_nothing_private_that_was_made(spoken) -> None:
    sheet = readback_sheet(spoken["room"].pk, viewer=behind_link(spoken["room"].meeting))

    assert {one.sentence.id for one in sheet.said} == {spoken["used"].pk, spoken["idle"].pk}
    assert sheet.used == ()
    assert sheet.steps == ()


def test_sheet_asks_as_often_for_one_sentence_as_for_many(group, spoken) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            readback_sheet(spoken["room"].pk, viewer=inside(group))
            outgoing(group.pk, viewer=inside(group))
        return len(seen)

    few = asked()
    for number in range(12):
        sentence = make_sentence(spoken["room"], f"Sentence {number}")
        make_demand(group, issue=spoken["issue"], sentences=[sentence])
    assert asked() == few
