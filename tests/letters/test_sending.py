"""A letter on its way: once to each, stopped, gone on with, and what nobody knows for sure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from smallplaces.core.clock import fixed, now, today
from smallplaces.core.jobs import run_here, run_job
from smallplaces.core.mail import NO_MAIL
from smallplaces.core.models import Job
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.letters import actions
from smallplaces.letters.models import Address, Letter, Sending
from smallplaces.letters.queries import LETTER_JOB, job_of, letter_page
from smallplaces.letters.tasks import forget_what_is_over, look_after_letters
from tests.factories.groups import make_group, make_viewer
from tests.factories.letters import make_address, make_letter
from tests.harness.mail_sink import Sink

pytestmark = pytest.mark.django_db


@pytest.fixture
def sink(settings) -> Iterator[Sink]:
    """A mail server, and settings that lead to it."""
    with Sink() as one:
        settings.EMAIL_BACKEND = "smallplaces.core.mail.Smtp"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", one.port, 1
        settings.DEFAULT_FROM_EMAIL = "letters@example.org"
        yield one


@pytest.fixture
def by():
    return make_viewer(make_group(), role="holder")


def sent_to(by, *emails: str) -> Letter:
    """A letter of the viewer's group to these addresses, on its way; its work waits."""
    from smallplaces.groups.queries import groups_of

    (group,) = groups_of(by)
    for email in emails:
        make_address(group, email=email)
    letter = make_letter(group)
    actions.send_letter(letter, by=by)
    return letter


def work(letter: Letter) -> Job:
    """Does the waiting work."""
    job = job_of(letter.pk)
    run_job(job.pk)
    job.refresh_from_db()
    return job


def test_it_goes_once_to_each_who_said_yes_and_keeps_numbers_alone(sink: Sink, by) -> None:
    waits = make_address(make_group(), email="elsewhere@example.org")
    letter = sent_to(by, "ana@example.org", "ben@example.org")
    job = work(letter)
    assert (job.state, dict(sink.got)) == ("done", {"ana@example.org": 1, "ben@example.org": 1})
    page = letter_page(letter.pk, viewer=by)
    assert (page.state, page.sent, page.refused, page.unsure) == ("sent", 2, 0, 0)
    assert not Sending.objects.exists()
    assert waits.email not in sink.got


def test_pressed_twice_it_goes_once(sink: Sink, by) -> None:
    letter = sent_to(by, "ana@example.org")
    with pytest.raises(RefusedError):
        actions.send_letter(letter, by=by)
    work(letter)
    with pytest.raises(RefusedError):
        actions.send_letter(letter, by=by)
    assert sink.got.total() == 1


def test_each_refusal_is_what_it_is(sink: Sink, by) -> None:
    letter = sent_to(
        by, "gone@example.org", "rule@example.org", "later@example.org", "cut@example.org", "ana@example.org"
    )
    assert "2 letters wait" in work(letter).sentence
    states = dict(Sending.objects.values_list("address__email", "state"))
    assert states == {
        "gone@example.org": "refused",
        "rule@example.org": "later",
        "later@example.org": "later",
        "cut@example.org": "handing",
        "ana@example.org": "sent",
    }
    came_back = Address.objects.filter(state="came_back")
    assert [one.email for one in came_back] == ["gone@example.org"]


def test_later_is_tried_again_after_a_pause_and_not_for_ever(sink: Sink, by) -> None:
    letter = sent_to(by, "later@example.org", "ana@example.org")
    for _run in range(5):
        work(letter)
        look_after_letters()
        assert Job.objects.filter(kind=LETTER_JOB, state="waiting").count() == 0
        Job.objects.update(heartbeat=now() - dt.timedelta(hours=5))
        look_after_letters()
    page = letter_page(letter.pk, viewer=by)
    assert (page.state, page.sent, page.refused) == ("sent", 1, 1)
    assert sink.got == {"ana@example.org": 1}


def test_what_a_killed_run_left_is_never_sent_by_itself(sink: Sink, by) -> None:
    letter = sent_to(by, "ana@example.org", "ben@example.org")
    Sending.objects.filter(address__email="ana@example.org").update(state="handing")
    work(letter)
    page = letter_page(letter.pk, viewer=by)
    assert (page.state, page.sent, page.unsure) == ("sent", 1, 1)
    run_here(LETTER_JOB, thing_id=letter.pk)
    assert sink.got == {"ben@example.org": 1}

    actions.send_unsure_again(letter, by=by)
    work(letter)
    assert sink.got == {"ana@example.org": 1, "ben@example.org": 1}
    assert letter_page(letter.pk, viewer=by).sent == 2


def test_a_person_can_leave_it_at_not_knowing(sink: Sink, by) -> None:
    letter = sent_to(by, "cut@example.org")
    work(letter)
    actions.leave_unsure(letter, by=by)
    page = letter_page(letter.pk, viewer=by)
    assert (page.unsure, page.left_unsure, Sending.objects.count()) == (0, 1, 0)


def test_a_server_that_is_down_leaves_everything_waiting_and_says_so(sink: Sink, by, settings) -> None:
    settings.EMAIL_PORT = 1
    letter = sent_to(by, "ana@example.org", "ben@example.org")
    assert "does not answer" in work(letter).sentence
    page = letter_page(letter.pk, viewer=by)
    assert (page.state, page.waiting, page.at_work, page.sent) == ("sending", 2, False, 0)
    assert "does not answer" in page.said
    settings.EMAIL_PORT = sink.port
    actions.go_on(letter, by=by)
    work(letter)
    assert sink.got.total() == 2


def test_stopped_nothing_more_goes_until_somebody_goes_on(sink: Sink, by) -> None:
    letter = sent_to(by, *(f"ana{number}@example.org" for number in range(4)))
    actions.stop_letter(letter, by=by)
    assert work(letter).state == "stopped"
    assert sink.got.total() == 0
    letter.refresh_from_db()
    assert letter.state == "stopped"
    actions.go_on(letter, by=by)
    assert work(letter).state == "done"
    assert sink.got.total() == 4


def test_a_group_that_was_closed_writes_to_nobody_any_more(sink: Sink, by) -> None:
    letter = sent_to(by, "ana@example.org", "ben@example.org")
    letter.group.state = "closed"
    letter.group.save()
    assert work(letter).state == "stopped"
    letter.refresh_from_db()
    assert (letter.state, sink.got.total()) == ("stopped", 0)


def test_who_left_before_its_turn_gets_none(sink: Sink, by) -> None:
    letter = sent_to(by, "ana@example.org", "ben@example.org", "cid@example.org")
    Address.objects.get(email="ana@example.org").delete()
    Address.objects.filter(email="ben@example.org").update(state="came_back")
    work(letter)
    assert sink.got == {"cid@example.org": 1}
    assert letter_page(letter.pk, viewer=by).state == "sent"


def test_each_letter_names_its_group_and_has_its_own_way_out(sink: Sink, by) -> None:
    letter = sent_to(by, "ana@example.org", "ben@example.org")
    work(letter)
    ways = {one["List-Unsubscribe"] for one in sink.letters}
    assert len(ways) == len(sink.keys) == 2
    for one in sink.letters:
        assert letter.group.name in one["From"]
        assert one["List-Unsubscribe"].strip(" <>") in one.get_content()
        assert one.get_content().startswith("Come at six.")


def test_only_holders_send_and_nobody_without_mail(by, settings) -> None:
    letter = make_letter()
    make_address(letter.group)
    with pytest.raises(NotAllowedError):
        actions.send_letter(letter, by=make_viewer(letter.group))
    holder = make_viewer(letter.group, role="holder")
    settings.EMAIL_BACKEND = NO_MAIL
    with pytest.raises(RefusedError):
        actions.send_letter(letter, by=holder)
    assert not Sending.objects.exists()


def test_a_letter_without_anybody_is_not_sent(by) -> None:
    letter = make_letter()
    make_address(letter.group, state="waiting")
    with pytest.raises(RefusedError):
        actions.send_letter(letter, by=make_viewer(letter.group, role="holder"))


def test_what_is_on_its_way_is_neither_changed_nor_removed(sink: Sink, by) -> None:
    letter = sent_to(by, "ana@example.org")
    for act in (
        lambda: actions.change_letter(letter, subject="x", text="y", lang="en", by=by),
        lambda: actions.remove_letter(letter, by=by),
    ):
        with pytest.raises(RefusedError):
            act()


def test_after_thirty_days_no_row_tells_who_was_sent_what(sink: Sink, by) -> None:
    letter = sent_to(by, "cut@example.org", "ana@example.org")
    work(letter)
    with fixed(today() + dt.timedelta(days=32)):
        forget_what_is_over()
    letter.refresh_from_db()
    assert (letter.sent, letter.unsure, Sending.objects.count()) == (1, 1, 0)
