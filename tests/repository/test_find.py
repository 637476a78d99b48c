"""What the tests can use but do not need is found where it is, and its absence is an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.find import find_chromium, find_postgres


def test_named_server_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL_TEST_POSTGRES", "postgresql://nobody@127.0.0.1:1/none")

    assert find_postgres() is None


def test_named_browser_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "browser"
    browser.touch()
    monkeypatch.setenv("SMALLPLACES_CHROMIUM", str(browser))

    assert find_chromium() == browser


def test_no_browser_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SMALLPLACES_CHROMIUM", str(tmp_path / "gone"))
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_chromium() is None
