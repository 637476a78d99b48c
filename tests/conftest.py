"""What every test stands on: databases of its own, files of its own, no way out of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as laws
from pytest_django import Settings

pytest_plugins = ["tests.cast", "tests.demonstration", "tests.harness.browser", "tests.harness.shared_data"]

# A law holds or does not; how long this machine takes to try it says nothing.
laws.register_profile("house", deadline=None)
laws.load_profile("house")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> None:
    """Give each process a test database of its own, so that several runs at once never meet.

    SQLite gets a real file: Django's default is in memory, where neither WAL nor its locks are ever tried.
    """
    from django.conf import settings

    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        name = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
    else:
        name = f"test_smallplaces_{os.getpid()}_{worker}"
    database.setdefault("TEST", {})["NAME"] = name


@pytest.fixture(autouse=True)
def own_files(tmp_path: Path, settings: Settings) -> None:
    """Keep the files that a test makes in a folder of its own."""
    folder = tmp_path / "files"
    settings.MEDIA_ROOT = folder
    storages = {name: dict(storage) for name, storage in settings.STORAGES.items()}
    storages["default"] = {**storages["default"], "OPTIONS": {"location": folder}}
    settings.STORAGES = storages


@pytest.fixture(autouse=True)
def no_kept_pages(settings: Settings) -> None:
    """Each page is made anew: within a test's one transaction nothing tells that something was written."""
    settings.KEPT_PAGES_SECONDS = 0


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A page in another language leaves no language behind for the next test."""
    from django.utils import translation

    yield
    translation.deactivate()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what a test has to tell beside having passed: `record_property("told", words)`."""
    for report in terminalreporter.getreports("passed"):
        for name, words in report.user_properties:
            if name == "told":
                terminalreporter.write_line(str(words))
