"""The page to hand over, where the keys are, and the quiet notice."""

from __future__ import annotations

import pytest
from django.urls import reverse

from smallplaces.core import clock
from smallplaces.groups.models import Group
from tests.cast import Cast, Person
from tests.factories.issues import make_issue
from tests.factories.meetings import make_meeting, make_sentence
from tests.factories.steps import make_step

pytestmark = pytest.mark.django_db


def seen(person: Person, name: str, *args: str) -> str:
    answer = person.client.get(reverse(f"desk:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_five_questions_are_answered_on_one_page(cast: Cast) -> None:
    make_step(cast.group, issue=make_issue(cast.group, text="Nobody tests."), text="Ask the office", due="2999")

    page = seen(cast.member, "hand_over", cast.group.slug)

    asked = ("working on?", "promise?", "owed an answer?", "is next?", "are the keys?")
    assert all(words in page for words in (*asked, "Nobody tests.", "Ask the office"))


def test_holders_write_where_the_keys_are_and_members_read_it(cast: Cast) -> None:
    url = reverse("desk:keys", args=[cast.group.slug])
    assert "No passwords here" in cast.holder.client.get(url).content.decode()

    cast.holder.client.post(url, {"text": "With the chapel's caretaker, in the blue tin."})

    assert "blue tin" in seen(cast.member, "hand_over", cast.group.slug)
    assert cast.member.client.post(url, {"text": "mine"}).status_code == 403
    assert cast.holder.client.post(url, {"text": "x" * 2001}).status_code == 422
    assert Group.objects.get(pk=cast.group.pk).keys_note.startswith("With the chapel")


def test_quiet_is_said_to_its_people_and_stewards_and_to_nobody_else(cast: Cast) -> None:
    quiet = "have been quiet since"
    assert quiet in seen(cast.member, "home")
    assert "Groups that have gone quiet" in seen(cast.steward, "steward")
    assert quiet not in cast.anybody.client.get(reverse("public:group", args=[cast.group.slug])).content.decode()

    make_step(cast.group)

    assert quiet not in seen(cast.member, "home")
    assert cast.group.name not in seen(cast.steward, "steward")


def test_steps_past_their_day_are_one_sentence_a_group(cast: Cast) -> None:
    make_step(cast.group, text="Take the readings", due="2020")
    assert "Take the readings" in seen(cast.member, "home")
    make_step(cast.group, text="Write to the clerk", due="2021")
    page = seen(cast.member, "home")
    assert "2 steps that are past their day" in page
    assert "Take the readings" not in page


def test_rooms_that_wait_are_one_sentence_a_group(cast: Cast) -> None:
    with clock.fixed(make_meeting(cast.group).on):
        for name in ("Kitchen", "Porch"):
            make_sentence(make_meeting(cast.group, room_name=name).room)
    page = seen(cast.member, "home")
    assert "2 rooms of" in page
    assert reverse("desk:outgoing", args=[cast.group.slug]) in page
    listed = seen(cast.member, "outgoing", cast.group.slug)
    assert "Kitchen" in listed
    assert "Porch" in listed
