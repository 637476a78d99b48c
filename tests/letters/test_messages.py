"""What strangers write to a group: it arrives, or is held back for people to look at, and is never dropped unseen."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import time_machine
from django.core import mail as outbox
from django.urls import reverse

from smallplaces.core.clock import fixed, today
from smallplaces.core.jobs import run_job
from smallplaces.core.models import AuditRow, Job
from smallplaces.letters import actions
from smallplaces.letters.advertising import looks_like_advertising
from smallplaces.letters.models import Message
from smallplaces.letters.queries import messages_of, messages_waiting
from smallplaces.letters.tasks import forget_what_is_over
from tests.factories.core import DAY
from tests.factories.groups import make_account, make_group, make_membership, make_viewer
from tests.factories.letters import make_message

pytestmark = pytest.mark.django_db
WORDS = "Can I bring my mother? She needs a chair."


def send(client, group, *, seconds: int = 60, **fields: str):
    """Looks at the form, waits, sends it."""
    address = reverse("public:write", args=[group.slug])
    then = dt.datetime.now(dt.UTC)
    with time_machine.travel(then, tick=False):
        page = client.get(address).content.decode()
    begun = re.search(r'name="begun" value="([^"]+)"', page).group(1)
    with time_machine.travel(then + dt.timedelta(seconds=seconds), tick=False):
        return client.post(address, {"text": WORDS, "lang": "en", "begun": begun, **fields}, follow=True)


def test_a_message_arrives_without_a_trace_of_who_wrote(client) -> None:
    group = make_group(contact="holder@example.org")
    answer = send(client, group, reply_to="at the next meeting")
    assert answer.status_code == 200
    row = Message.objects.get()
    assert (row.text, row.reply_to, row.state, row.on) == (
        WORDS,
        "at the next meeting",
        "arrived",
        today(group.place.zone),
    )
    assert not AuditRow.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"more": "a machine fills in everything"},
        {"seconds": 1},
        {"begun": "forged"},
        {"text": "Buy at http://one.example and http://two.example"},
        {"text": "SEO for your group: www.rank.example"},
        {"seconds": 2 * 24 * 60 * 60},
    ],
)
def test_what_looks_like_advertising_is_kept_aside_and_answered_as_kindly(client, fields: dict) -> None:
    group = make_group()
    kind = send(client, group)
    odd = send(client, group, **fields)
    assert [one.state for one in Message.objects.order_by("state")] == ["arrived", "held"]
    assert odd.redirect_chain == kind.redirect_chain
    assert b"Thank you" in odd.content


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (WORDS, False),
        ("I read https://example.org/news about the pond. Is it true?", False),
        ("I lost my loan papers and my whole investment in the flood.", False),
        ("casino bitcoin forex", True),
        ("Click here: https://example.org", True),
    ],
)
def test_a_neighbour_with_a_link_is_no_advertising(text: str, held: bool) -> None:
    assert looks_like_advertising(text) is held


def test_a_sixth_message_in_an_hour_waits(client) -> None:
    group = make_group()
    with time_machine.travel(dt.datetime(2026, 3, 1, 12, 5, tzinfo=dt.UTC), tick=False):
        told = [send(client, group, seconds=10).status_code for _time in range(6)]
    assert told == [200] * 5 + [422]


def test_too_long_or_nothing_is_said_and_nothing_is_lost(client) -> None:
    group = make_group()
    for words in ("", "x" * 5001):
        answer = send(client, group, text=words)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert not Message.objects.exists()


def test_holders_are_told_that_a_message_waits_and_not_what_it_says(client, django_capture_on_commit_callbacks) -> None:
    group = make_group()
    make_membership(group, make_account(email="holder@example.org"), role="holder")
    make_membership(group, make_account(email="member@example.org"))
    for _time in range(2):
        send(client, group)
    (job,) = Job.objects.filter(kind="message_waits")
    run_job(job.pk)
    (letter,) = outbox.outbox
    assert letter.to == ["holder@example.org"]
    assert "mother" not in letter.body + letter.subject


def test_the_group_answers_removes_and_counts(client) -> None:
    row = make_message()
    by = make_viewer(row.group)
    held = make_message(row.group, state="held")
    assert [(one.messages, one.held) for one in messages_waiting(by)] == [(1, 1)]
    actions.note_waiting(held, by=by)
    actions.note_answered(row, by=by)
    assert {one.state: one.answered_on is not None for one in messages_of(row.group, viewer=by)} == {
        "arrived": False,
        "answered": True,
    }
    actions.remove_message(row, by=by)
    assert Message.objects.count() == 1
    assert not [one for one in AuditRow.objects.all() if "mother" in str(vars(one))]


def test_what_was_held_back_goes_after_thirty_days() -> None:
    make_message(state="held", on=today())
    make_message(on=today())
    with fixed(today() + dt.timedelta(days=31)):
        forget_what_is_over()
    assert [one.state for one in Message.objects.all()] == ["arrived"]


def test_advertising_pushes_no_message_off_the_list() -> None:
    group = make_group()
    make_message(group, text="Is there a ramp?", on=DAY)
    later = DAY + dt.timedelta(days=1)
    Message.objects.bulk_create(Message(group=group, text="casino", on=later, state="held") for _ in range(300))
    assert messages_of(group, viewer=make_viewer(group))[0].text == "Is there a ramp?"
