"""Handing letters over: what the server answered is known, and what nobody knows is said to be unknown."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from django.core.mail import BadHeaderError

from smallplaces.core import mail
from smallplaces.core.mail import Mail, MailDownError, Outcome, Postbox, as_message, is_gone
from smallplaces.core.mail_addresses import clean_address, shown
from smallplaces.core.refusals import RefusedError
from tests.harness.mail_sink import Sink


@pytest.fixture
def sink(settings) -> Iterator[Sink]:
    """A mail server, and settings that lead to it."""
    with Sink() as one:
        settings.EMAIL_BACKEND = "smallplaces.core.mail.Smtp"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", one.port, 1
        settings.DEFAULT_FROM_EMAIL = "letters@example.org"
        yield one


def letter(to: str = "ana@example.org", **more: str) -> Mail:
    return Mail(to, "We meet", "At six.\n", f"key {to}", **more)


def test_many_letters_go_through_one_connection(sink: Sink) -> None:
    with Postbox() as box:
        told = [box.hand_over(letter(f"ana{number}@example.org")) for number in range(20)]
    assert told == [Outcome.SENT] * 20
    assert (sink.connections, len(sink.keys)) == (1, 20)


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("gone", Outcome.REFUSED),
        ("later", Outcome.LATER),
        ("rule", Outcome.LATER),
        ("cut", Outcome.UNKNOWN),
        ("slow", Outcome.UNKNOWN),
    ],
)
def test_each_answer_is_told_apart_and_the_next_letter_goes(sink: Sink, who: str, outcome: Outcome) -> None:
    sink.slow = 2
    with Postbox() as box:
        assert box.hand_over(letter(f"{who}@example.org")) is outcome
        box.open()
        assert box.hand_over(letter("ben@example.org")) is Outcome.SENT


def test_a_server_that_is_down_is_told_before_anything_is_handed_over(sink: Sink, settings) -> None:
    settings.EMAIL_PORT = 1
    begun = time.monotonic()
    with pytest.raises(MailDownError), Postbox() as box:
        box.open()
    assert time.monotonic() - begun < 5


def test_no_mail_is_no_mail(settings) -> None:
    settings.EMAIL_BACKEND = mail.NO_MAIL
    assert not mail.is_on()
    with pytest.raises(MailDownError):
        Postbox().hand_over(letter())


@pytest.mark.parametrize(
    ("code", "words", "gone"),
    [
        (550, b"5.1.1 no such address", True),
        (550, b"No such user here", True),
        (550, b"5.7.1 relaying denied", False),
        (554, b"no", False),
        (451, b"4.2.0 later", False),
        (552, b"5.2.2 mailbox full", False),
    ],
)
def test_a_rule_of_the_server_is_no_address_that_is_gone(code: int, words: bytes, gone: bool) -> None:
    assert is_gone(code, words) is gone


def test_a_letter_is_plain_and_can_be_left_by_one_press() -> None:
    message = as_message(letter(leave="https://places.example.org/letters/leave/x/", lang="es")).message()
    assert message.get_content_type() == "text/plain"
    assert message["List-Unsubscribe"] == "<https://places.example.org/letters/leave/x/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    again = as_message(letter()).message()
    assert again["Message-ID"] == message["Message-ID"]
    assert "ana" not in message["Message-ID"]


def test_one_press_is_not_promised_without_https() -> None:
    assert as_message(letter(leave="http://localhost/x/")).message()["List-Unsubscribe-Post"] is None


def test_a_line_break_makes_no_header() -> None:
    with pytest.raises(BadHeaderError):
        as_message(Mail("ana@example.org", "We meet\nBcc: all@example.org", "x", "k")).message()


def test_nothing_of_an_error_is_logged(sink: Sink, caplog: pytest.LogCaptureFixture) -> None:
    with Postbox() as box:
        box.hand_over(letter("gone@example.org"))
        box.hand_over(letter("cut@example.org"))
    assert "example.org" not in caplog.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Ana@Example.ORG ", "ana@example.org"),
        ("mailto:ana@example.org", "ana@example.org"),
        ("ana@münchen.example", "ana@xn--mnchen-3ya.example"),
        ("\u202aana@example.org\u202c", "ana@example.org"),
    ],
)
def test_an_address_has_one_form(typed: str, kept: str) -> None:
    assert clean_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ana",
        "@example.org",
        "ana@",
        "a b@example.org",
        "ana@example.org\nBcc: x@example.org",
        "ánä@example.org",
        "ana@example..org",
        "x" * 250 + "@example.org",
        "ana@" + "ü" * 80 + ".org",
        "ana\x00@example.org",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        clean_address(typed)


def test_a_domain_is_shown_in_its_own_script() -> None:
    assert shown("ana@xn--mnchen-3ya.example") == "ana@münchen.example"
    assert shown("ana@xn--\u00fc") == "ana@xn--\u00fc"
