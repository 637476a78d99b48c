"""Signing in and out, one-time codes, and what the audit keeps of them."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    SECRET_SESSION_KEY,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.cast import Cast
from tests.factories.groups import PASSWORD, make_account, make_group, make_membership

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_earlier_tries(db: None) -> None:
    cache.clear()


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def sign_in(client: Client, username: str, password: str = PASSWORD, **more: str):
    return client.post("/account/login/", {"login": username, "password": password} | more)


def switch_on(client: Client) -> str:
    """Switches codes on, through the password that is asked again."""
    asked = client.get("/account/codes/on/")
    if asked.status_code == 302:
        client.post(asked["Location"], {"password": PASSWORD})
        client.get("/account/codes/on/")
    secret = str(client.session[SECRET_SESSION_KEY])
    assert client.post("/account/codes/on/", {"code": code_for(secret)}).status_code == 302
    return secret


@pytest.fixture
def ana(client: Client) -> Client:
    make_membership(make_group(), make_account(username="ana.r", password=PASSWORD))
    sign_in(client, "ana.r")
    return client


def test_the_name_in_any_case_and_the_password_open_the_desk(client: Client) -> None:
    make_membership(make_group(), make_account(username="Ana.R", password=PASSWORD))
    assert sign_in(client, "ana.r")["Location"] == "/our-work/"
    assert client.get("/our-work/").status_code == 200


def test_a_stranger_of_the_desk_signs_in_and_comes_back(client: Client) -> None:
    make_membership(make_group(slug="weir"), make_account(username="ana.r", password=PASSWORD))
    sent = client.get("/our-work/groups/weir/")
    assert sent["Location"] == "/account/login/?next=/our-work/groups/weir/"
    page = client.get(sent["Location"])
    assert 'value="/our-work/groups/weir/"' in page.content.decode()
    assert sign_in(client, "ana.r", next="/our-work/groups/weir/")["Location"] == "/our-work/groups/weir/"


def test_a_wrong_name_and_a_wrong_password_are_told_alike(client: Client) -> None:
    make_account(username="ana.r", password=PASSWORD)
    told = [sign_in(client, "ana.r", "wrong"), sign_in(client, "nobody", "wrong")]
    sentences = [re.findall(r"do not go together", page.content.decode()) for page in told]
    assert sentences[0] == sentences[1] == ["do not go together"]


def test_many_wrong_passwords_are_slowed_down_and_no_address_is_kept(client: Client) -> None:
    from django.db import connection

    make_account(username="ana.r", password=PASSWORD)
    for _try in range(6):
        page = sign_in(client, "ana.r", "wrong")
    assert "Wait five minutes" in page.content.decode()
    assert "Wait five minutes" in sign_in(client, "ana.r").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        assert "127.0.0.1" not in str(cursor.fetchall())


def test_signing_out_takes_a_button(cast: Cast) -> None:
    client = cast.member.client
    assert client.get("/account/logout/").status_code == 200
    assert client.get("/our-work/").status_code == 200
    client.post("/account/logout/")
    assert client.get("/our-work/").status_code == 302


def test_codes_are_asked_for_once_they_are_on(ana: Client) -> None:
    secret = switch_on(ana)
    cache.clear()
    other = Client()
    assert sign_in(other, "ana.r")["Location"] == "/account/codes/sign-in/"
    assert other.get("/our-work/").status_code == 302
    assert "not right" in other.post("/account/codes/sign-in/", {"code": "000000"}).content.decode()
    assert other.post("/account/codes/sign-in/", {"code": code_for(secret)})["Location"] == "/our-work/"


def test_a_recovery_code_opens_once(ana: Client) -> None:
    switch_on(ana)
    page = ana.get("/account/codes/recovery/").content.decode()
    code = re.findall(r"<code>([^<]+)</code>", page)[0]
    assert code in ana.get("/account/codes/recovery/file/").content.decode()
    answers = []
    for _twice in range(2):
        cache.clear()
        other = Client()
        sign_in(other, "ana.r")
        answers.append(other.post("/account/codes/sign-in/", {"code": code}).status_code)
    assert answers == [302, 200]


def test_the_picture_is_there_while_codes_are_set_up_and_for_its_person_alone(ana: Client) -> None:
    assert ana.get("/account/codes/picture/").status_code == 404
    asked = ana.get("/account/codes/on/")
    if asked.status_code == 302:
        ana.post(asked["Location"], {"password": PASSWORD})
    page = ana.get("/account/codes/on/").content.decode()
    assert "data:" not in page
    picture = ana.get("/account/codes/picture/")
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/svg+xml")
    assert Client().get("/account/codes/picture/").status_code == 302


def test_the_audit_keeps_what_changed_and_not_who_came_when(ana: Client, django_capture_on_commit_callbacks) -> None:
    from smallplaces.core.models import AuditRow

    with django_capture_on_commit_callbacks(execute=True):
        switch_on(ana)
    new = {"oldpassword": PASSWORD, "password1": "another four words", "password2": "another four words"}
    assert ana.post("/account/password/", new).status_code == 302
    assert ana.post("/account/codes/recovery/new/").status_code == 302
    assert ana.post("/account/codes/off/").status_code == 302
    verbs = {row.verb.removeprefix("account.") for row in AuditRow.objects.filter(kind="account")}
    assert verbs == {"codes_switched_on", "recovery_codes_made", "password_changed", "codes_switched_off"}


@pytest.mark.parametrize(
    "name", ["account_signup", "account_email", "account_reset_password", "account_set_password", "mfa_list_webauthn"]
)
def test_what_nobody_needs_has_no_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["login/", "join/", "codes/", "codes/on/", "password/", "reauthenticate/", "logout/"])
def test_no_page_of_an_account_calls_anybody_a_user(ana: Client, path: str) -> None:
    words = re.sub(r"<[^>]+>", " ", ana.get(f"/account/{path}", follow=True).content.decode())
    assert not re.search(r"\b(user|username|submit|token)\b", words, re.IGNORECASE)
