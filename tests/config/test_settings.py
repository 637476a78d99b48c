"""The whole settings file, read in a process of its own with another environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TELL = """
import json
from smallplaces.config import settings
names = %r
print(json.dumps({name: getattr(settings, name) for name in names}))
"""
NAMES = [
    "SESSION_COOKIE_NAME",
    "CSRF_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "CSRF_COOKIE_HTTPONLY",
    "SECURE_HSTS_SECONDS",
    "ALLOWED_HOSTS",
    "CSRF_TRUSTED_ORIGINS",
    "SECURE_PROXY_SSL_HEADER",
    "DEBUG",
]


def start(home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The settings as a fresh process reads them."""
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "PYTHONPATH", "HOME", "LANG"}}
    return subprocess.run(
        [sys.executable, "-c", TELL % NAMES],
        env={**kept, "SMALLPLACES_HOME": str(home), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("url", "prefix", "secure", "seconds"),
    [("https://example.org", "__Host-", True, 63_072_000), ("http://example.org", "", False, 0), ("", "", False, 0)],
)
def test_an_https_address_closes_the_cookies(tmp_path: Path, url: str, prefix: str, secure: bool, seconds: int):
    read = json.loads(start(tmp_path, SMALLPLACES_URL=url).stdout)

    assert read["SESSION_COOKIE_NAME"] == f"{prefix}sid"
    assert read["CSRF_COOKIE_NAME"] == f"{prefix}csrf"
    assert read["SESSION_COOKIE_SECURE"] is read["CSRF_COOKIE_SECURE"] is secure
    assert read["CSRF_COOKIE_HTTPONLY"] is True
    assert read["SECURE_HSTS_SECONDS"] == seconds


def test_only_the_named_host_is_answered_and_debug_is_off(tmp_path: Path):
    read = json.loads(start(tmp_path, SMALLPLACES_URL="https://example.org", SMALLPLACES_HOSTS="inside").stdout)

    assert read["ALLOWED_HOSTS"] == ["example.org", "inside"]
    assert read["CSRF_TRUSTED_ORIGINS"] == ["https://example.org"]
    assert read["DEBUG"] is False


def test_a_bad_value_stops_the_start_with_one_line(tmp_path: Path):
    stopped = start(tmp_path, PORT="eighty")

    assert stopped.returncode != 0
    assert stopped.stderr.strip() == "PORT: must be a whole number above zero, not 'eighty'."
