"""Those who walk a journey: somebody on a phone, somebody at a laptop, strangers, and a member who signs in."""

from __future__ import annotations

import datetime as dt
import io
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page
from pypdf import PdfReader

from tests.harness.browser import NewVisitor
from tests.harness.visitor import Visitor

# Two cores may be shared with everything else; a journey waits for a page, never for a time.
PATIENCE_MS = 30_000
PASSWORD = "four words only mine"
PLACE = "/places/osier-bend/"


def patient(visitor: Visitor) -> Visitor:
    """The same visitor, who waits longer."""
    visitor.context.set_default_timeout(PATIENCE_MS)
    return visitor


def press(page: Page, words: str) -> None:
    """Press the button with these words in the page's own part, and wait for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=words).first.click()


def follow(page: Page, words: str) -> None:
    """Follow the first link that has these words, on the page or in its margin."""
    with page.expect_navigation():
        _link(page, words).click()


def words_of(page: Page) -> str:
    """What stands on the page, without the band around it."""
    return page.inner_text("main")


def address_of(page: Page, words: str) -> str:
    """Where the first link with these words leads."""
    href = _link(page, words).get_attribute("href")
    assert href
    return href


def _link(page: Page, words: str) -> Locator:
    return page.locator("main, aside").get_by_role("link", name=words).first


def sign_in(visitor: Visitor, name: str, password: str = PASSWORD) -> Page:
    """Through the door that members use."""
    page = visitor.open("/account/login/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", password)
    press(page, "Sign in")
    assert page.url.endswith("/our-work/"), words_of(page)
    return page


def printed(page: Page, *, landscape: bool = False) -> list[str]:
    """The letters of each sheet that a printer gives, without the spaces: those a PDF tells by distance alone."""
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", landscape=landscape))).pages
    return [packed(one.extract_text()) for one in sheets]


def packed(words: str) -> str:
    """Words without their spaces, each letter by itself: a font may join two or three of them into one."""
    return "".join(unicodedata.normalize("NFKC", words).split())


@dataclass
class Walk:
    """One walk through the script: who walks, what one step hands to a later one, and how long each took."""

    phone: Visitor
    laptop: Visitor
    new_visitor: NewVisitor
    password: str
    today: dt.date
    kept: dict[str, str] = field(default_factory=dict)
    seconds: list[tuple[str, float]] = field(default_factory=list)

    def stranger(self, width: int = 1280) -> Visitor:
        """Somebody else, with a browser of their own."""
        return patient(self.new_visitor(width=width, script=self.laptop.script))

    def take(self, name: str, step: Callable[[Walk], None]) -> None:
        """Walk one step and note how long it took. Nothing is asserted about that: it says how loaded a machine was."""
        begun = time.monotonic()
        step(self)
        self.seconds.append((name, time.monotonic() - begun))

    @property
    def record(self) -> str:
        """How long each step took."""
        dress = "script on" if self.laptop.script else "script off"
        rows = [f"  {name:<44} {seconds:6.1f} s" for name, seconds in self.seconds]
        return "\n".join([f"Ten minutes, {dress}:", *rows])
