"""One visitor: a browser context, its page, and everything that went wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, Route

WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HEIGHTS = {320: 640, 1280: 800}
PATIENCE_MS = 15_000


@dataclass
class Visitor:
    """Use `page` for everything that Playwright can do; `open`, `check` and `picture` for what we always want."""

    site: str
    script: bool
    context: BrowserContext
    page: Page
    problems: list[str] = field(default_factory=list)

    @classmethod
    def enter(cls, browser: Browser, site: str, *, width: int, script: bool, **options: object) -> Visitor:
        """Come to the site with a browser of one's own; `options` are those of a Playwright context."""
        viewport = {"width": width, "height": HEIGHTS.get(width, 800)}
        context = browser.new_context(base_url=site, viewport=viewport, java_script_enabled=script, **options)
        context.set_default_timeout(PATIENCE_MS)
        visitor = cls(site, script, context, context.new_page())
        context.on("request", visitor._note_request)
        context.on("response", visitor._note_response)
        context.on("console", visitor._note_console)
        context.on("weberror", lambda error: visitor.problems.append(f"script broke: {error.error}"))
        return visitor

    def open(self, path: str, *, status: int = 200) -> Page:
        """Go to an address and expect its status."""
        response = self.page.goto(path)
        assert response is not None
        assert response.status == status, f"{path} answered {response.status}, not {status}"
        return self.page

    def check(self) -> None:
        """Hold the page that is open to WCAG 2.2 AA, and to scrolling one way only."""
        wide, room = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= room, f"{self.page.url} is {wide} px wide in a window of {room} px"
        page = self.page if self.script else self._same_page_with_script()
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG_2_2_AA}})
        if page is not self.page:
            page.context.close()
        assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"

    def picture(self, path: Path) -> None:
        """Keep a picture of the whole page."""
        self.page.screenshot(path=path, full_page=True)

    def leave(self) -> list[str]:
        """Go, and tell what went wrong on the way."""
        self.context.close()
        return self.problems

    def _same_page_with_script(self) -> Page:
        """The page as it stands, opened where axe can run: with script on, and our own scripts kept out."""
        html = self.page.content()
        assert self.context.browser is not None
        context = self.context.browser.new_context(viewport=self.page.viewport_size)
        page = context.new_page()

        def answer(route: Route) -> None:
            kind = route.request.resource_type
            if kind == "document":
                route.fulfill(body=html, content_type="text/html; charset=utf-8")
            elif kind == "script":
                route.abort()
            else:
                route.continue_()

        page.route("**/*", answer)
        page.goto(self.page.url)
        return page

    def _note_request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.site).netloc:
            self.problems.append(f"asked another site: {request.url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            self.problems.append(f"answered {response.status}: {response.url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            self.problems.append(f"against the content policy: {message.text}")
