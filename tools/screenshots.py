"""Takes pictures of the pages in a real browser: `make screenshots`, and with `--readme` those of the README.

It makes a home of its own with the demonstration place of today, serves it, and ends it again. It walks through the
site by its links, as somebody without an account and as a member, and takes each kind of page once: at phone and desk
width, in light, dark and print.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import click
import django
from django.urls import Resolver404, resolve
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.find import CHROMIUM_FLAGS, find_chromium

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = {"phone": (320, 640), "desk": (1280, 800)}
DRESSES: dict[str, tuple[Literal["screen", "print"], Literal["light", "dark"]]] = {
    "light": ("screen", "light"),
    "dark": ("screen", "dark"),
    "print": ("print", "light"),
}
UNLINKED = ["/style/", "/style/?dir=rtl", "/no/such/page"]
PLACE = "/places/osier-bend/"
MEMBER = "laundry-1"
PAGES_MOST = 300
PATIENCE_SECONDS = 120
README_HEIGHTS = {"phone": 960, "desk": 720}
# Name, width, whether a member looks, and the links that lead there from the place's page.
README = [
    ("place-phone", "phone", False, []),
    ("issue", "desk", False, ["They cut the water"]),
    ("issue-tree", "desk", False, ["They cut the water", "The tree for the wall"]),
    ("first-door", "desk", True, ["Thursday", "Type what was said"]),
    ("kit", "desk", True, ["Thursday", "Print the kit"]),
    ("committee", "phone", False, ["Laundry Circle", "13 seats"]),
    ("they-say-we-say", "desk", False, ["No home is cut off for debt."]),
    ("home-report", "desk", False, ["What we said, what was promised"]),
]


@dataclass(frozen=True)
class Site:
    """A running site, and the password of its made-up member; empty where that is not known."""

    address: str
    password: str = ""

    def enter(self, browser: Browser, *, member: bool) -> BrowserContext:
        """A browser of its own for one visitor, signed in or not."""
        context = browser.new_context(base_url=self.address)
        context.set_default_timeout(PATIENCE_SECONDS * 1000)
        if member:
            page = context.new_page()
            page.goto("/account/login/")
            page.fill("[name=login]", MEMBER)
            page.fill("[name=password]", self.password)
            with page.expect_navigation():
                page.click("main button")
            page.close()
        return context


@contextmanager
def demo_site() -> Iterator[Site]:
    """The demonstration place in a home of its own, served on a free port."""
    with tempfile.TemporaryDirectory(prefix="smallplaces-pictures-") as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = str(Path(sys.executable).parent / "smallplaces")
        environment = {**os.environ, "SMALLPLACES_HOME": home, "DATABASE_URL": "", "SMALLPLACES_URL": ""}
        for words in (["migrate"], ["import", "demo"]):
            subprocess.run([command, *words], env=environment, check=True)
        kept = re.search(r"password (\S+)", (Path(home) / "demo-sign-in.txt").read_text("utf-8"))
        server = subprocess.Popen([command, "serve", "--port", str(port)], env=environment)
        try:
            wait_for(port, server)
            yield Site(f"http://127.0.0.1:{port}", kept.group(1) if kept else "")
        finally:
            server.terminate()
            server.wait(PATIENCE_SECONDS)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until something answers at a port; SystemExit where the server ended or two minutes went by."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The site did not start; its own words stand above.")


def kind_of(path: str) -> str | None:
    """The name of the route that answers a path, as part of a file's name; None where none does."""
    if path in UNLINKED:
        return re.sub(r"[^a-z0-9]+", "-", path.strip("/"))
    try:
        name = resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def pages(page: Page, *, member: bool) -> dict[str, str]:
    """Kind of page -> the first address of that kind, following links from where a visitor comes in."""
    starts = ["/our-work/"] if member else [PLACE, "/"]
    waiting, seen, found = [*starts, *UNLINKED], set[str](), dict[str, str]()
    while waiting and len(seen) < PAGES_MOST:
        path = waiting.pop(0)
        kind = kind_of(path)
        if path in seen or kind is None or kind in found:
            continue
        seen.add(path)
        told = page.request.get(path).headers
        if "text/html" not in told.get("content-type", "") or "attachment" in told.get("content-disposition", ""):
            continue
        found[kind] = path
        page.goto(path)
        links = map(urlsplit, page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"))
        here = urlsplit(page.url).netloc
        waiting += [f"{one.path}?{one.query}" if one.query else one.path for one in links if one.netloc == here]
    return found


def take(browser: Browser, site: Site, folder: Path, wanted: str) -> int:
    """Take every picture; how many there are."""
    count, public = 0, set[str]()
    for member in (False, True) if site.password else (False,):
        context = site.enter(browser, member=member)
        page = context.new_page()
        found = pages(page, member=member)
        for kind, path in sorted(found.items()):
            if kind not in public and re.search(wanted, kind):
                count += take_one(page, path, folder / kind)
                click.echo(f"{kind}  {path}")
        public |= set(found)
        context.close()
    return count


def take_one(page: Page, path: str, into: Path) -> int:
    """One page at both widths in every dress; how many pictures."""
    for width, (wide, high) in WIDTHS.items():
        page.set_viewport_size({"width": wide, "height": high})
        page.goto(path)
        for dress, (media, scheme) in DRESSES.items():
            page.emulate_media(media=media, color_scheme=scheme)
            page.screenshot(path=into.with_name(f"{into.name}-{width}-{dress}.png"), full_page=True)
    return len(WIDTHS) * len(DRESSES)


def take_readme(browser: Browser, site: Site, folder: Path) -> int:
    """The pictures of the README: the upper part of a page, which fits a README; how many there are."""
    for name, width, member, links in README:
        context = site.enter(browser, member=member)
        page = context.new_page()
        wide, high = WIDTHS[width]
        page.set_viewport_size({"width": wide, "height": high})
        page.goto(PLACE)
        for words in links:
            with page.expect_navigation():
                page.locator("main, aside").get_by_role("link", name=words).first.click()
            if member and "/meetings/" in page.url and "/our-work/" not in page.url:
                page.goto(f"/our-work{urlsplit(page.url).path}")
        page.screenshot(
            path=folder / f"{name}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": wide, "height": README_HEIGHTS[width]},
        )
        make_light(folder / f"{name}.png")
        click.echo(f"{name}  {urlsplit(page.url).path}")
        context.close()
    return len(README)


def make_light(picture: Path) -> None:
    """A page has few colours: with sixty-four of them a picture weighs a third, and looks the same."""
    with Image.open(picture) as whole:
        few = whole.convert("RGB").quantize(64)
    few.save(picture, optimize=True)


@click.command()
@click.option("--site", help="A site that runs already, such as http://localhost:8000; else one is made.")
@click.option("--only", default="", help="Take only the kinds of page whose name has this in it.")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help="The folder; else out/pictures.")
@click.option("--readme", is_flag=True, help="Take the few pictures of the README into docs/pictures.")
def main(site: str | None, only: str, into: Path | None, *, readme: bool) -> None:
    """Take pictures of every kind of page."""
    chromium = find_chromium()
    if chromium is None:
        raise click.ClickException("No Chromium found: apt-get install chromium")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smallplaces.config.settings")
    django.setup()
    folder = into or ROOT / ("docs/pictures" if readme else "out/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        if site:
            count = take(browser, Site(site.rstrip("/")), folder, only)
        else:
            with demo_site() as made:
                count = take_readme(browser, made, folder) if readme else take(browser, made, folder, only)
        browser.close()
    click.echo(f"{count} pictures in {folder}")


if __name__ == "__main__":
    main()
