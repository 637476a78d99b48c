"""Settings are read from the environment; a bad value stops the start with one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from smallplaces.config import environment
from smallplaces.config.environment import SettingError


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("PORT", "0", lambda: environment.number("PORT", 8000)),
        ("PORT", "80a", lambda: environment.number("PORT", 8000)),
        ("PORT", "-1", lambda: environment.number("PORT", 8000)),
        ("SMALLPLACES_DEBUG", "maybe", lambda: environment.switch("SMALLPLACES_DEBUG", default=False)),
        ("SMALLPLACES_URL", "example.org", environment.address),
        ("SMALLPLACES_URL", "ftp://example.org", environment.address),
        ("SMALLPLACES_URL", "https://", environment.address),
        ("SMALLPLACES_URL", "https://[", environment.address),
        ("SMALLPLACES_URL", "https://example.org:port", environment.address),
        ("DATABASE_URL", "mysql://localhost/x", lambda: environment.database(Path())),
        ("DATABASE_URL", "postgresql://localhost", lambda: environment.database(Path())),
        ("DATABASE_URL", "postgresql://localhost:port/x", lambda: environment.database(Path())),
        ("SMALLPLACES_SECRET", "short", lambda: environment.secret(Path())),
        ("SMALLPLACES_MAIL_FROM", "Ana <ana@example.org>", environment.mail_from),
        ("SMALLPLACES_MAIL_FROM", "", environment.mail_from),
    ],
)
def test_a_bad_value_stops_the_start_and_names_the_setting(monkeypatch, name: str, value: str, read):
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingError) as refusal:
        read()
    assert str(refusal.value).startswith(f"{name}: ")


@pytest.mark.parametrize(("value", "read"), [("", True), ("Yes", True), ("0", False), (" off ", False)])
def test_a_switch_says_yes_or_no(monkeypatch, value: str, read: bool):
    monkeypatch.setenv("SMALLPLACES_DEBUG", value)

    assert environment.switch("SMALLPLACES_DEBUG", default=True) is read


def test_a_secret_is_made_once_for_the_owner_alone(monkeypatch, tmp_path: Path):
    monkeypatch.delenv("SMALLPLACES_SECRET", raising=False)

    made = environment.secret(tmp_path)

    assert len(made) >= 43
    assert environment.secret(tmp_path) == made
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_was_cut_short_is_refused_and_left_as_it_is(monkeypatch, tmp_path: Path):
    monkeypatch.delenv("SMALLPLACES_SECRET", raising=False)
    (tmp_path / "secret").write_text("half of")

    with pytest.raises(SettingError, match="cut short"):
        environment.secret(tmp_path)
    assert (tmp_path / "secret").read_text() == "half of"


def test_a_home_that_cannot_be_made_is_refused(monkeypatch, tmp_path: Path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SMALLPLACES_HOME", str(tmp_path / "file" / "home"))

    with pytest.raises(SettingError, match="cannot be made"):
        environment.home(tmp_path)


def test_a_new_home_is_closed_to_others(monkeypatch, tmp_path: Path):
    monkeypatch.setenv("SMALLPLACES_HOME", str(tmp_path / "home"))
    os.umask(0o022)

    assert environment.home(tmp_path).stat().st_mode & 0o077 == 0


def test_a_database_address_is_read_with_its_signs(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:p%40ss@db:5433/small%20places")

    read = environment.database(Path())

    assert [read[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "small places",
        "me",
        "p@ss",
        "db",
        "5433",
    ]


@pytest.mark.parametrize(
    "value",
    ["mail.example.org", "http://example.org", "smtp://", "smtp://host:port", "file://folder", "file:///", "file:x"],
)
def test_mail_that_cannot_be_read_stops_the_start(monkeypatch, value: str):
    monkeypatch.setenv("SMALLPLACES_MAIL", value)
    monkeypatch.setenv("SMALLPLACES_MAIL_FROM", "letters@example.org")
    monkeypatch.setenv("SMALLPLACES_URL", "https://places.example.org")

    with pytest.raises(SettingError, match=r"^SMALLPLACES_MAIL: "):
        environment.mail()


@pytest.mark.parametrize(
    ("value", "port", "tls", "ssl"),
    [
        ("smtp://me:p%40ss@mail.example.org", 587, True, False),
        ("smtps://me:p%40ss@mail.example.org", 465, False, True),
        ("smtp://127.0.0.1:25", 25, False, False),
    ],
)
def test_a_password_never_goes_over_an_open_line(monkeypatch, value: str, port: int, tls: bool, ssl: bool):
    monkeypatch.setenv("SMALLPLACES_MAIL", value)
    monkeypatch.setenv("SMALLPLACES_MAIL_FROM", "letters@example.org")
    monkeypatch.setenv("SMALLPLACES_URL", "https://places.example.org")

    read = environment.mail()

    assert [read[f"EMAIL_{name}"] for name in ("PORT", "USE_TLS", "USE_SSL")] == [port, tls, ssl]
    assert read["EMAIL_HOST_PASSWORD"] == ("p@ss" if "@mail" in value else "")


def test_letters_need_an_address_to_leave_by(monkeypatch):
    monkeypatch.setenv("SMALLPLACES_MAIL", "smtp://127.0.0.1:25")
    monkeypatch.setenv("SMALLPLACES_MAIL_FROM", "letters@example.org")
    monkeypatch.delenv("SMALLPLACES_URL", raising=False)

    with pytest.raises(SettingError, match=r"^SMALLPLACES_URL: "):
        environment.mail()


def test_without_the_setting_no_mail_is_sent(monkeypatch):
    monkeypatch.delenv("SMALLPLACES_MAIL", raising=False)

    assert environment.mail() == {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
