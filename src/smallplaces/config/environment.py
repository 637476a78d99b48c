"""Settings come from the environment alone; a value that cannot be read stops the start with one sentence."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import ParseResult, unquote, urlparse


class SettingError(SystemExit):
    """A setting that cannot be used. The sentence names the variable and what to write instead."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(f"{name}: {sentence}")


def words(name: str, default: str = "") -> str:
    """The text of a variable, or the default where it is not set."""
    return os.environ.get(name, default).strip()


def switch(name: str, *, default: bool) -> bool:
    """True or False; anything else is refused rather than guessed."""
    value = words(name).lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise SettingError(name, f"say yes or no, not {value!r}.")


def number(name: str, default: int) -> int:
    """A whole number above zero."""
    value = words(name)
    if not value:
        return default
    if not value.isdecimal() or int(value) < 1:
        raise SettingError(name, f"must be a whole number above zero, not {value!r}.")
    return int(value)


def home(checkout: Path) -> Path:
    """Where the data lives: `SMALLPLACES_HOME`, else `var` in a checkout, else the user's data folder."""
    chosen = words("SMALLPLACES_HOME")
    if chosen:
        path = Path(chosen).expanduser()
    elif (checkout / "pyproject.toml").is_file():
        path = checkout / "var"
    else:
        base = words("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
        path = Path(base) / "smallplaces"
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingError(
            "SMALLPLACES_HOME", f"{path} cannot be made ({error.strerror}). Name a folder that you may write to."
        ) from error
    return path.resolve()


def secret(folder: Path) -> str:
    """The installation's secret: `SMALLPLACES_SECRET`, else the file `secret`, made at the first start."""
    given = words("SMALLPLACES_SECRET")
    if given:
        if len(given) < 32:
            raise SettingError("SMALLPLACES_SECRET", "must have at least 32 characters.")
        return given
    path = folder / "secret"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = path.read_text().strip()
        if len(kept) < 32:
            raise SettingError(
                "SMALLPLACES_SECRET",
                f"{path} is empty or cut short. Put the old one back, or remove the file to make a new one; everyone signs in again.",
            ) from None
        return kept
    made = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w") as file:
        file.write(made)
    return made


def address() -> ParseResult | None:
    """The outer address `SMALLPLACES_URL`, or None on a machine of one's own."""
    value = words("SMALLPLACES_URL")
    if not value:
        return None
    parsed = parsed_address(value)
    if parsed is None or parsed.scheme not in {"http", "https"} or not parsed.hostname:
        raise SettingError("SMALLPLACES_URL", f"must be an address such as https://example.org, not {value!r}.")
    return parsed


def parsed_address(value: str) -> ParseResult | None:
    """The parts of an address, or None where it has none: a bracket left open, a port in letters."""
    try:
        parsed = urlparse(value)
        parsed.port  # noqa: B018  (reading it is what refuses it)
    except ValueError:
        return None
    return parsed


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite with WAL and full syncs: an acknowledged sentence is never lost, in a kill or a power cut."""
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864"
    )
    return {
        "ENGINE": "smallplaces.core.database.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        # A file, because the default test database is in memory, where WAL and its locks are never tried.
        "TEST": {"NAME": str(path.with_name("test.sqlite3"))},
    }


def database(folder: Path) -> dict[str, Any]:
    """`DATABASE_URL` (postgresql://user:password@host:port/name), else a SQLite file in the home folder."""
    value = words("DATABASE_URL")
    if not value:
        return sqlite(folder / "smallplaces.sqlite3")
    url = parsed_address(value)
    if url is None or url.scheme not in {"postgres", "postgresql"} or not url.path.strip("/"):
        raise SettingError(
            "DATABASE_URL", "must read postgresql://user:password@host:port/name. Leave it out to use SQLite."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
MAIL_SHAPE = "must read smtp://user:password@host:port, smtps://user:password@host:port or file:///folder. Leave it out to send no mail."


def mail() -> dict[str, Any]:
    """Django's settings for `SMALLPLACES_MAIL`; without it no mail is sent, and no page waits for any.

    A password never goes over an open line: smtp:// begins with STARTTLS, but to this machine itself.
    """
    value = words("SMALLPLACES_MAIL")
    if not value:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    url = parsed_address(value)
    if url is None or url.scheme not in {"smtp", "smtps", "file"}:
        raise SettingError("SMALLPLACES_MAIL", MAIL_SHAPE)
    sender = {"DEFAULT_FROM_EMAIL": mail_from(), "EMAIL_USE_LOCALTIME": False}
    if url.scheme == "file":
        if url.netloc or not Path(unquote(url.path)).is_absolute() or url.path == "/":
            raise SettingError("SMALLPLACES_MAIL", "names no folder. Write file:///folder, with three strokes.")
        folder = {"EMAIL_FILE_PATH": unquote(url.path)}
        return {**sender, **folder, "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}
    if not url.hostname:
        raise SettingError("SMALLPLACES_MAIL", MAIL_SHAPE)
    if not words("SMALLPLACES_URL"):
        raise SettingError("SMALLPLACES_URL", "is needed for mail: each letter carries the address to leave by.")
    tls = url.scheme == "smtps"
    return {
        **sender,
        "EMAIL_BACKEND": "smallplaces.core.mail.Smtp",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": url.port or (465 if tls else 587),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": tls,
        "EMAIL_USE_TLS": not tls and url.hostname not in THIS_MACHINE,
        "EMAIL_TIMEOUT": 20,
    }


def mail_from() -> str:
    """`SMALLPLACES_MAIL_FROM`: the one address that all letters come from."""
    value = words("SMALLPLACES_MAIL_FROM")
    if not re.fullmatch(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+", value):
        raise SettingError("SMALLPLACES_MAIL_FROM", "must be the address that letters come from: letters@example.org.")
    return value
