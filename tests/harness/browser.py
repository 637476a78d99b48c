"""Visitors in a real browser: each has cookies of its own, a width, and script on or off.

A visitor's test fails, even where it asserts nothing about it, when a page breaks the content policy, runs into an
error of script, asks another site for anything or gets a broken file of ours.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.harness.visitor import Visitor
from tools.find import CHROMIUM_FLAGS, find_chromium

NewVisitor = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium a process. Playwright makes the folder of its profile, new and empty each time."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium found: apt-get install chromium")
    # Playwright keeps an event loop in this thread, and Django takes that for asynchronous code. Nothing here is:
    # a test calls the browser and then the database, never both at once.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield launched
        launched.close()
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")
    if before is not None:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture
def new_visitor(browser: Browser, live_server: LiveServer) -> Iterator[NewVisitor]:
    """Make visitors: `new_visitor(width=320, script=False)`. Their problems fail the test at its end."""
    visitors: list[Visitor] = []

    def make(*, width: int, script: bool, **options: object) -> Visitor:
        visitors.append(Visitor.enter(browser, live_server.url, width=width, script=script, **options))
        return visitors[-1]

    yield make
    problems = [problem for visitor in visitors for problem in visitor.leave()]
    assert not problems, "\n".join(problems)


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def script(request: pytest.FixtureRequest) -> bool:
    """Each journey runs twice."""
    return bool(request.param)


@pytest.fixture
def phone(new_visitor: NewVisitor, script: bool) -> Visitor:
    """Somebody on an old phone."""
    return new_visitor(width=320, script=script)


@pytest.fixture
def laptop(new_visitor: NewVisitor, script: bool) -> Visitor:
    """Somebody at a desk."""
    return new_visitor(width=1280, script=script)
