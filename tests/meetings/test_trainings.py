"""Trainings: whom, of which body, for them or by them; how many came only where the room released it."""

from __future__ import annotations

import pytest

from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import ANYBODY
from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_meeting, make_training
from tests.factories.places import make_body

pytestmark = pytest.mark.django_db


def public_training(**fields):
    return make_training(make_meeting(kind="training", visibility="public"), **fields)


def test_only_a_training_teaches() -> None:
    with pytest.raises(RefusedError, match="no training"):
        make_training(make_meeting(kind="circle"))


@pytest.mark.parametrize(
    ("field", "value"), [("audience", ""), ("audience", "x" * 201), ("side", "with"), ("sector", "x" * 201)]
)
def test_what_cannot_be_kept_is_refused_at_its_field(field: str, value: str) -> None:
    with pytest.raises(RefusedError) as refused:
        make_training(**{field: value})
    assert refused.value.field == field


def test_others_do_not_describe_it() -> None:
    from smallplaces.meetings.actions import describe_training

    meeting = make_meeting(kind="training", visibility="public")
    for viewer in (ANYBODY, inside(make_group())):
        with pytest.raises(NotAllowedError):
            describe_training(meeting, audience="Bus drivers", side="for", by=viewer)


def test_saying_it_again_changes_it() -> None:
    from smallplaces.meetings.models import Training

    first = make_training()
    make_training(first.meeting, audience="Nurses", side="by")
    assert Training.objects.get().audience == "Nurses"


def test_how_many_came_is_told_outside_once_the_room_said_so() -> None:
    from smallplaces.meetings.actions import count_heads, release_head_count
    from smallplaces.meetings.queries import trainings_of_place

    training = public_training()
    meeting, place = training.meeting, training.meeting.group.place_id
    by = inside(meeting.group)
    count_heads(meeting.room, 14, by=by)
    assert [one.head_count for one in trainings_of_place(place, viewer=ANYBODY)] == [None]
    assert [one.head_count for one in trainings_of_place(place, viewer=by)] == [14]
    release_head_count(meeting.room, by=by)
    assert [one.head_count for one in trainings_of_place(place, viewer=ANYBODY)] == [14]


def test_a_body_that_nobody_accepted_yet_is_not_named_outside() -> None:
    from smallplaces.meetings.queries import get_meeting, trainings_of_place

    training = public_training()
    place = training.meeting.group.place
    body = make_body(place, standing="proposed", accepted_on=None)
    make_training(training.meeting, body=body)
    by = inside(training.meeting.group)
    for viewer, name in ((ANYBODY, ""), (by, body.name)):
        assert trainings_of_place(place.pk, viewer=viewer)[0].body_name == name
        assert get_meeting(training.meeting_id, viewer=viewer).training.body_name == name


def test_a_meeting_that_is_no_training_any_more_is_not_listed() -> None:
    from smallplaces.meetings.actions import change_meeting
    from smallplaces.meetings.queries import any_training, get_meeting

    training = public_training()
    place = training.meeting.group.place_id
    assert any_training(place, viewer=ANYBODY)
    change_meeting(training.meeting, kind="circle", by=inside(training.meeting.group))
    assert not any_training(place, viewer=ANYBODY)
    assert get_meeting(training.meeting_id, viewer=ANYBODY).training is None
