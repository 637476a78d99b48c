"""Takes pictures of the pages in a real browser: `make screenshots`.

Without `--site` it makes a home of its own with the demonstration place, serves it, and ends it again. It follows
the links of the site from its front page, and takes each kind of page once, at phone and desk width, in light, dark
and print.
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
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import click
import django
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page, sync_playwright

from tools.find import CHROMIUM_FLAGS, find_chromium

WIDTHS = {"phone": (320, 640), "desk": (1280, 800)}
DRESSES: dict[str, tuple[Literal["screen", "print"], Literal["light", "dark"]]] = {
    "light": ("screen", "light"),
    "dark": ("screen", "dark"),
    "print": ("print", "light"),
}
DEMO_DAY = "2026-03-01"
UNLINKED = ["/style/"]
PAGES_MOST = 200
PATIENCE_SECONDS = 60


@contextmanager
def demo_site() -> Iterator[str]:
    """The demonstration place in a home of its own, served on a free port."""
    with tempfile.TemporaryDirectory(prefix="smallplaces-pictures-") as home, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = str(Path(sys.executable).parent / "smallplaces")
        environment = {**os.environ, "SMALLPLACES_HOME": home, "DATABASE_URL": "", "SMALLPLACES_URL": ""}
        for words in (["migrate"], ["import", "demo", "--today", DEMO_DAY]):
            subprocess.run([command, *words], env=environment, check=True)
        server = subprocess.Popen([command, "serve", "--port", str(port)], env=environment)
        try:
            wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE_SECONDS)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until something answers at a port; SystemExit where the server ended or a minute went by."""
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
    """The name of the route that answers a path, without its namespace's colon; None where none does."""
    try:
        name = resolve(path).view_name
    except Resolver404:
        return None
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def pages(page: Page, site: str) -> dict[str, str]:
    """Kind of page -> the first address of that kind, following links from the front page."""
    waiting, seen, found = ["/", *UNLINKED], set[str](), dict[str, str]()
    while waiting and len(seen) < PAGES_MOST:
        path = waiting.pop(0)
        kind = kind_of(path)
        if path in seen or kind is None or kind in found:
            continue
        seen.add(path)
        answer = page.request.get(f"{site}{path}")
        if not answer.ok or "text/html" not in answer.headers.get("content-type", ""):
            continue
        found[kind] = path
        page.goto(f"{site}{path}")
        links = map(urlsplit, page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"))
        waiting += [link.path for link in links if link.netloc == urlsplit(site).netloc]
    return found


def take(browser: Browser, site: str, folder: Path, wanted: str) -> int:
    """Take every picture; how many there are."""
    found = pages(browser.new_page(), site)
    count = 0
    for kind, path in sorted(found.items()):
        if not re.search(wanted, kind):
            continue
        for width, (wide, high) in WIDTHS.items():
            page = browser.new_page(viewport={"width": wide, "height": high})
            page.goto(f"{site}{path}")
            for dress, (media, scheme) in DRESSES.items():
                page.emulate_media(media=media, color_scheme=scheme)
                page.screenshot(path=folder / f"{kind}-{width}-{dress}.png", full_page=True)
                count += 1
            page.close()
        click.echo(f"{kind}  {path}")
    return count


@click.command()
@click.option("--site", help="A site that runs already, such as http://localhost:8000; else one is made.")
@click.option("--only", default="", help="Take only the kinds of page whose name has this in it.")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=Path("out/screenshots"))
def main(site: str | None, only: str, into: Path) -> None:
    """Take pictures of every kind of page."""
    chromium = find_chromium()
    if chromium is None:
        raise click.ClickException("No Chromium found: apt-get install chromium")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "smallplaces.config.settings")
    django.setup()
    into.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        if site:
            count = take(browser, site.rstrip("/"), into, only)
        else:
            with demo_site() as made:
                count = take(browser, made, into, only)
        browser.close()
    click.echo(f"{count} pictures in {into}")


if __name__ == "__main__":
    main()
