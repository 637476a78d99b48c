"""Every kind of page once, found by its links: nothing wider than its window, WCAG 2.2 AA, no breach of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Error

from tests.harness.browser import NewVisitor
from tests.harness.visitor import Visitor
from tests.journeys.walking import PLACE, patient, sign_in

if TYPE_CHECKING:
    from smallplaces.cli.demo.load import Loaded

pytestmark = pytest.mark.journey

KINDS_AT_LEAST = {"public": 25, "desk": 55}
# Unlinked, or leading out: signing out ends the walk.
UNLINKED = ["/style/", "/no/such/page", "/room/", "/answer/"]
NEVER = {"account_logout"}
BROKEN_ON_PURPOSE = {"/no/such/page": 404, "/room/": 403, "/answer/": 404}


def kind_of(path: str) -> str:
    """The route that answers an address; its address where none does."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return path


def look_at_all(visitor: Visitor, *starts: str) -> set[str]:
    """Follow links from where a visitor comes in; check each kind of page once. Returns the kinds that were seen."""
    waiting, seen = [*starts, *UNLINKED], set[str]()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if kind in seen or kind in NEVER:
            continue
        seen.add(kind)
        if not _opened(visitor, path):
            continue
        visitor.check()
        _fits(visitor, 1280)
        links = visitor.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        here = urlsplit(visitor.site).netloc
        waiting += [_local(link) for link in links if urlsplit(link).netloc == here]
    return seen


def _local(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _opened(visitor: Visitor, path: str) -> bool:
    """Go there. False where the address gives something to take along and no page."""
    try:
        answer = visitor.page.goto(path)
    except Error as error:
        if "Download is starting" in error.message:
            return False
        raise
    assert answer is not None
    assert answer.status == BROKEN_ON_PURPOSE.get(path, 200), f"{path} answered {answer.status}"
    return "text/html" in answer.headers.get("content-type", "")


def _fits(visitor: Visitor, width: int) -> None:
    """The same page in another window scrolls one way only, too."""
    narrow = visitor.page.viewport_size
    assert narrow
    visitor.page.set_viewport_size({"width": width, "height": narrow["height"]})
    wide, room = visitor.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= room, f"{visitor.page.url} is {wide} px wide in a window of {room} px"
    visitor.page.set_viewport_size(narrow)


@pytest.fixture
def visitor(demonstration_of_today: Loaded, new_visitor: NewVisitor) -> Visitor:
    """Somebody with script on: without it each page is the same words, and the other journeys walk through those."""
    return patient(new_visitor(width=320, script=True))


def test_every_page_for_everybody(visitor: Visitor) -> None:
    seen = look_at_all(visitor, PLACE, "/")

    assert len({kind for kind in seen if kind.startswith("public:")}) >= KINDS_AT_LEAST["public"], sorted(seen)


def test_every_page_of_our_work(visitor: Visitor, demonstration_of_today: Loaded) -> None:
    sign_in(visitor, "laundry-1", demonstration_of_today.password)

    seen = look_at_all(visitor, "/our-work/")

    assert len({kind for kind in seen if kind.startswith("desk:")}) >= KINDS_AT_LEAST["desk"], sorted(seen)
