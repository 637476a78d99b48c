"""Finds what the tests can use but do not need: a browser and a PostgreSQL server."""

from __future__ import annotations

import getpass
import os
import shutil
from pathlib import Path

import psycopg

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

CHROMIUM_FLAGS = [
    "--no-sandbox",  # the tests may run as root, where Chromium has no sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> Path | None:
    """The browser that `SMALLPLACES_CHROMIUM` names, else the system's Chromium, else None."""
    named = os.environ.get("SMALLPLACES_CHROMIUM", "")
    found = named if named and Path(named).is_file() else next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    return Path(found) if found else None


def find_postgres() -> str | None:
    """The address of a PostgreSQL server that lets us make databases, or None.

    `DATABASE_URL_TEST_POSTGRES` names one; else the server of this machine is tried as `postgres` and as the
    person who runs the tests. Only databases called `test_...` are made there, and dropped at the end.
    """
    named = os.environ.get("DATABASE_URL_TEST_POSTGRES", "")
    roles = dict.fromkeys(("postgres", getpass.getuser()))
    addresses = [named] if named else [f"postgresql://{role}@127.0.0.1:5432/postgres" for role in roles]
    return next(filter(may_make_databases, addresses), None)


def may_make_databases(address: str) -> bool:
    """Whether a server answers at an address within three seconds and lets us make databases."""
    may = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    try:
        with psycopg.connect(address, connect_timeout=3) as connection:
            row = connection.execute(may).fetchone()
    except psycopg.OperationalError:
        return False
    return bool(row and row[0])
