"""The harness notices what it is there to notice: each fault is planted in a page and must be told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route

from tests.harness.visitor import Visitor

pytestmark = pytest.mark.journey
SITE = "http://127.0.0.1:9"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
SOUND = "<!doctype html><html lang='en'><title>A page</title><main><h1>Words</h1>{}</main></html>"


@pytest.fixture
def visitor(browser: Browser, script: bool) -> Iterator[Visitor]:
    visitor = Visitor.enter(browser, SITE, width=320, script=script)
    yield visitor
    visitor.leave()


def serve(visitor: Visitor, words: str, status: int = 200) -> None:
    def answer(route: Route) -> None:
        headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html"}
        route.fulfill(body=SOUND.format(words), headers=headers, status=status)

    visitor.context.route("**/page", answer)


def test_sound_page_passes_every_check(visitor: Visitor) -> None:
    serve(visitor, "<p>Nobody decides about our street at ten in the morning.</p>")

    visitor.open("/page")
    visitor.check()

    assert visitor.leave() == []


def test_picture_without_words_is_a_violation(visitor: Visitor) -> None:
    serve(visitor, "<button></button>")

    visitor.open("/page")

    with pytest.raises(AssertionError, match="button-name"):
        visitor.check()


def test_page_wider_than_a_phone_is_refused(visitor: Visitor) -> None:
    serve(visitor, "<pre>" + "wide " * 200 + "</pre>")

    visitor.open("/page")

    with pytest.raises(AssertionError, match="px wide"):
        visitor.check()


def test_inline_style_is_told(visitor: Visitor) -> None:
    serve(visitor, "<p style='color:red'>Words</p>")

    visitor.open("/page")

    assert any("content policy" in problem for problem in visitor.leave())


def test_inline_script_is_told(browser: Browser) -> None:
    visitor = Visitor.enter(browser, SITE, width=320, script=True)
    serve(visitor, "<script>document.title = 'Other'</script>")

    visitor.open("/page")

    assert any("content policy" in problem for problem in visitor.leave())


def test_other_site_is_told(visitor: Visitor) -> None:
    visitor.context.route("http://elsewhere.example/**", lambda route: route.fulfill(body="words"))

    visitor.page.goto("http://elsewhere.example/page")

    assert any("asked another site" in problem for problem in visitor.leave())


def test_broken_file_is_told(visitor: Visitor) -> None:
    visitor.context.route("**/gone.png", lambda route: route.fulfill(status=404))
    serve(visitor, "<img src='/gone.png' alt='A street'>")

    visitor.open("/page")

    assert any("answered 404" in problem for problem in visitor.leave())


def test_status_that_was_not_expected_is_refused(visitor: Visitor) -> None:
    serve(visitor, "<p>Not here</p>", status=404)

    with pytest.raises(AssertionError, match="answered 404, not 200"):
        visitor.open("/page")
