"""The pages of letters at the desk: holders bring a list in and send, members write and read numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from smallplaces.core.clock import today
from smallplaces.core.mail import NO_MAIL
from smallplaces.letters.models import Address, Letter, Sending
from tests.cast import Cast
from tests.factories.letters import make_address, make_letter, make_message
from tests.factories.meetings import make_meeting

LIST = {"told": "They wrote it on a sheet.", "how": "asked"}


def page(person, name: str, *args: str, **sent):
    address = reverse(f"desk:{name}", args=args)
    return person.client.post(address, sent) if sent else person.client.get(address)


def test_a_list_is_looked_at_before_it_is_brought_in(cast: Cast) -> None:
    pasted = "Ana <ana@example.org>\nnobody here\nANA@example.org, ben@example.org"
    looked = page(cast.holder, "addresses_add", cast.group.slug, text=pasted, **LIST).content.decode()
    assert "2 addresses. Nothing is brought in yet." in looked
    assert "nobody here" in looked
    assert not Address.objects.exists()
    page(cast.holder, "addresses_add", cast.group.slug, text="ana@example.org\nben@example.org", bring="yes", **LIST)
    assert sorted(Address.objects.values_list("email", "state")) == [
        ("ana@example.org", "confirmed"),
        ("ben@example.org", "confirmed"),
    ]


def test_a_file_of_a_spreadsheet_is_read(cast: Cast) -> None:
    file = SimpleUploadedFile("list.csv", "Name;Mail\nMüller;ana@example.org\n".encode("cp1252"))
    address = reverse("desk:addresses_add", args=[cast.group.slug])
    answer = cast.holder.client.post(address, {"file": file, **LIST})
    assert "1 address. Nothing is brought in yet." in answer.content.decode()


def test_ten_thousand_pasted_lines_are_answered(cast: Cast) -> None:
    pasted = "\n".join(f"ana{number}@example.org" for number in range(10_000))
    answer = page(cast.holder, "addresses_add", cast.group.slug, text=pasted, bring="yes", **LIST)
    assert answer.status_code == 302
    assert Address.objects.count() == 10_000
    assert page(cast.holder, "addresses", cast.group.slug).content.count(b"@example.org") == 50


def test_nothing_pasted_is_said(cast: Cast) -> None:
    assert page(cast.holder, "addresses_add", cast.group.slug, **LIST).status_code == 422


def test_a_file_of_addresses_runs_in_no_spreadsheet(cast: Cast) -> None:
    make_address(cast.group, email="=cmd@example.org", told="@SUM(1)")
    answer = cast.holder.client.post(reverse("desk:addresses_csv", args=[cast.group.slug]))
    text = answer.content.decode("utf-8-sig")
    assert "'=cmd@example.org" in text
    assert ",=" not in text
    assert ",@SUM" not in text


def test_a_new_letter_begins_with_what_everybody_may_read(cast: Cast) -> None:
    soon = today() + dt.timedelta(days=9)
    make_meeting(cast.group, visibility="public", text="Who fixes the pump?", on=soon)
    make_meeting(cast.group, text="the meeting that is ours", on=soon)
    text = page(cast.member, "letter_write", cast.group.slug).content.decode()
    assert "Who fixes the pump?" in text
    assert "the meeting that is ours" not in text


def test_a_letter_is_sent_as_it_was_shown_by_a_second_press(cast: Cast) -> None:
    make_address(cast.group)
    written = page(cast.member, "letter_write", cast.group.slug, subject="We meet", text="At six.", lang="en")
    assert written.status_code == 302
    letter = Letter.objects.get()
    shown = page(cast.holder, "letter_send", letter.pk)
    mark = shown.context["mark"]
    assert "At six." in shown.content.decode()
    make_address(cast.group)
    assert page(cast.holder, "letter_send", letter.pk, seen=mark).status_code == 422
    assert not Sending.objects.exists()
    mark = page(cast.holder, "letter_send", letter.pk).context["mark"]
    assert page(cast.holder, "letter_send", letter.pk, seen=mark).status_code == 302
    assert Sending.objects.count() == 2
    assert "0 of 2" in page(cast.member, "letter", letter.pk).content.decode()
    assert page(cast.member, "letter_do", letter.pk, "stop", x="1").status_code == 302
    letter.refresh_from_db()
    assert letter.state == "stopped"


def test_what_nobody_knows_is_said_with_two_buttons(cast: Cast) -> None:
    letter = make_letter(cast.group, state="sent", sent_on="2026-03-02")
    Sending.objects.create(letter=letter, address=make_address(cast.group), state="handing")
    shown = page(cast.holder, "letter", letter.pk).content.decode()
    assert "For 1 address we do not know whether the letter went out" in shown
    assert "Send to these again" in shown
    assert "do not know whether" in page(cast.member, "home").content.decode()
    page(cast.holder, "letter_do", letter.pk, "leave-it", x="1")
    assert "you left it at that" in page(cast.member, "letter", letter.pk).content.decode()


def test_without_mail_a_letter_is_printed(cast: Cast, settings) -> None:
    settings.EMAIL_BACKEND = NO_MAIL
    letter = make_letter(cast.group)
    for name, arg in (("letters", cast.group.slug), ("letter", letter.pk), ("letter_send", letter.pk)):
        shown = page(cast.holder, name, arg).content.decode()
        assert "sends no mail" in shown
        assert "Send it now" not in shown


@pytest.mark.parametrize("many", [1, 120])
def test_lists_cost_the_same_whatever_their_length(cast: Cast, many: int, django_assert_max_num_queries) -> None:
    for _one in range(many):
        make_address(cast.group)
        make_letter(cast.group)
        make_message(cast.group)
    for name in ("letters", "addresses", "messages"):
        with django_assert_max_num_queries(14):
            assert page(cast.holder, name, cast.group.slug).status_code == 200


def test_a_message_waits_on_the_desk_until_it_is_answered(cast: Cast) -> None:
    row = make_message(cast.group)
    assert "1 message to" in page(cast.member, "home").content.decode()
    page(cast.member, "message_do", row.pk, "answered", x="1")
    assert "1 message to" not in page(cast.member, "home").content.decode()
