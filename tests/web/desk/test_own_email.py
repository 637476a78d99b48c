"""One's own mail address: kept only after a number that was mailed there, and seen by nobody else."""

from __future__ import annotations

import re

from django.core import mail as outbox
from django.urls import reverse

from smallplaces.core.mail import NO_MAIL
from tests.cast import Cast, Person


def send(person: Person, **sent: str):
    return person.client.post(reverse("desk:own_email"), sent)


def email_of(person: Person) -> str:
    person.account.refresh_from_db()
    return person.account.email


def test_the_address_is_kept_after_its_number(cast: Cast) -> None:
    assert send(cast.member, email="Ana@example.org").status_code == 302
    assert email_of(cast.member) == ""
    (letter,) = outbox.outbox
    number = re.search(r"\b\d{6}\b", letter.body).group()
    wrong = f"{(int(number) + 1) % 10**6:06d}"
    assert send(cast.member, number=wrong).status_code == 422
    assert send(cast.member, number=number).status_code == 302
    assert email_of(cast.member) == "ana@example.org"
    assert send(cast.member, none="yes").status_code == 302
    assert email_of(cast.member) == ""


def test_guessing_ends(cast: Cast) -> None:
    send(cast.member, email="ana@example.org")
    told = [send(cast.member, number="none").content.decode() for _time in range(11)]
    assert "tried many times" not in told[9]
    assert "tried many times" in told[10]


def test_many_letters_to_a_stranger_are_not_sent(cast: Cast) -> None:
    for number in range(7):
        send(cast.member, email=f"ana{number}@example.org")
        send(cast.member, again="yes")
    assert len(outbox.outbox) == 5


def test_another_one_sees_nothing_of_it(cast: Cast) -> None:
    cast.member.account.email = "ana@example.org"
    cast.member.account.save()
    for person in (cast.holder, cast.steward):
        assert "ana@example.org" not in person.client.get(reverse("desk:own_email")).content.decode()
        assert (
            "ana@example.org" not in person.client.get(reverse("desk:group", args=[cast.group.slug])).content.decode()
        )


def test_without_mail_none_is_asked_for(cast: Cast, settings) -> None:
    settings.EMAIL_BACKEND = NO_MAIL
    assert "sends no mail" in cast.member.client.get(reverse("desk:own_email")).content.decode()
    assert send(cast.member, email="ana@example.org").status_code == 422
