"""An address that somebody leaves: one letter asks, a yes by one press, gone by one press."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail as outbox
from django.urls import reverse

from smallplaces.core.clock import fixed, today
from smallplaces.core.jobs import run_here
from smallplaces.core.mail import NO_MAIL
from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.letters import actions
from smallplaces.letters.keys import leave_key, yes_key
from smallplaces.letters.models import Address, LeftAddress
from smallplaces.letters.tasks import YES_JOB, forget_what_is_over
from tests.factories.groups import make_group, make_viewer
from tests.factories.letters import make_address

pytestmark = pytest.mark.django_db
EMAIL = "ana@example.org"


def ask(client, group, email: str = EMAIL):
    return client.post(reverse("public:tell_me", args=[group.slug]), {"email": email}, follow=True)


def test_a_line_break_in_one_groups_name_holds_back_nobodys_letter(client) -> None:
    """As an archive could bring it."""
    odd, other = make_group(name="Mill\nBcc: all@example.org"), make_group()
    ask(client, odd)
    ask(client, other, "ben@example.org")
    assert run_here(YES_JOB).state == "done"
    assert sorted(one.to[0] for one in outbox.outbox) == [EMAIL, "ben@example.org"]
    assert not any(one.bcc or "Bcc" in one.message() for one in outbox.outbox)


def test_one_letter_asks_and_no_second_one(client) -> None:
    group = make_group()
    for _time in range(2):
        ask(client, group, "Ana@Example.org")
        assert run_here(YES_JOB).state == "done"
    (letter,) = outbox.outbox
    assert letter.to == [EMAIL]
    assert yes_key(Address.objects.get().pk).partition("~")[0] in letter.body
    assert "/letters/leave/" in letter.body
    assert not AuditRow.objects.exists()


def test_the_answer_is_the_same_whether_or_not_the_address_was_known(client) -> None:
    group = make_group()
    pages = []
    for state in ("", "waiting", "confirmed", "came_back"):
        Address.objects.all().delete()
        if state:
            make_address(group, email=EMAIL, state=state)
        pages.append(ask(client, group).content)
    assert len(set(pages)) == 1


def test_a_look_says_nothing_and_the_button_says_yes(client) -> None:
    row = make_address(state="waiting", confirmed_on=None)
    LeftAddress.objects.create(group=row.group, mark=actions.addresses.left_mark(row.group_id, row.email))
    address = reverse("public:tell_me_yes", args=[yes_key(row.pk)])
    assert client.get(address).status_code == 200
    row.refresh_from_db()
    assert row.state == "waiting"
    assert client.post(address).status_code == 200
    row.refresh_from_db()
    assert row.state == "confirmed"
    assert not LeftAddress.objects.exists()


def test_a_yes_is_good_for_fourteen_days(client) -> None:
    row = make_address(state="waiting")
    key = yes_key(row.pk)
    import time_machine

    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=15)):
        assert client.post(reverse("public:tell_me_yes", args=[key])).status_code == 404
    row.refresh_from_db()
    assert row.state == "waiting"


def test_one_press_of_a_mail_program_leaves_without_a_cookie() -> None:
    from django.test import Client

    row = make_address(email=EMAIL)
    client = Client(enforce_csrf_checks=True)
    address = reverse("public:leave", args=[leave_key(row.pk)])
    assert client.get(address).status_code == 200
    assert Address.objects.exists()
    for _time in range(2):
        assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert not Address.objects.exists()
    mark = LeftAddress.objects.get()
    assert EMAIL not in mark.mark
    by = make_viewer(row.group, role="holder")
    brought = actions.bring_in_addresses(row.group, emails=[EMAIL], told="a list", asked=True, by=by)
    assert (brought.new, brought.left) == (0, 1)


def test_a_key_for_one_thing_opens_no_other(client) -> None:
    row = make_address()
    for name, key in (("leave", yes_key(row.pk)), ("tell_me_yes", leave_key(row.pk)), ("leave", row.pk)):
        assert client.post(reverse(f"public:{name}", args=[key])).status_code == 404
    assert Address.objects.exists()


def test_without_mail_no_address_is_taken(client, settings) -> None:
    settings.EMAIL_BACKEND = NO_MAIL
    group = make_group()
    page = client.get(reverse("public:tell_me", args=[group.slug]))
    assert b"sends no mail" in page.content
    assert b"<form method" not in page.content
    assert ask(client, group).status_code == 422
    assert not Address.objects.exists()


def test_a_group_that_is_not_open_takes_none() -> None:
    with pytest.raises(RefusedError):
        actions.ask_to_hear(make_group(state="closed"), email=EMAIL)


def test_many_tries_are_slowed_down(client) -> None:
    group = make_group()
    told = [ask(client, group, f"ana{number}@example.org").status_code for number in range(11)]
    assert told == [200] * 10 + [422]


def test_who_never_says_yes_is_removed_after_fourteen_days() -> None:
    row = make_address(state="waiting", asked_on=today())
    stays = make_address(row.group, asked_on=today())
    for days, left in ((14, 2), (16, 1)):
        with fixed(today() + dt.timedelta(days=days)):
            forget_what_is_over()
        assert Address.objects.count() == left
    assert Address.objects.get() == stays


def test_an_unknown_key_is_nothing() -> None:
    with pytest.raises(NotVisibleError):
        actions.leave_list("0" * 26 + "~forged")


def test_no_browser_keeps_a_page_whose_address_is_a_key(client) -> None:
    row = make_address(make_group())
    for name, key in (("leave", leave_key(row.pk)), ("tell_me_yes", yes_key(row.pk))):
        assert client.get(reverse(f"public:{name}", args=[key])).headers["Cache-Control"] == "no-store"
