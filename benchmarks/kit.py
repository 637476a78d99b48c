"""The kit of a meeting: the server's time for its page, and Chromium's time to print it.

    python -m benchmarks.kit

Makes a home of its own, loads Osier Bend as of today, so that a meeting is to come, runs the site with one worker, signs in, and asks eleven
times for the kit of the Laundry Circle's next meeting, in Spanish and Arabic with article 25 and in the longest language of
the Declaration. Chromium then prints each kit five times. Fails above one second, or where a kit is not two sheets.
"""

from __future__ import annotations

import io
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from benchmarks.pages import BIN, running
from tools.find import CHROMIUM_FLAGS, find_chromium

TIMES, PRINTS, MOST_MILLISECONDS = 11, 5, 1000
KITS = {
    "Spanish and Arabic, article 25": "first=es&second=ar&read=25&plan=read-an-article",
    "English and French, article 26": "first=en&second=fr&read=26&plan=hearing-rehearsal",
    "Spanish and Ashéninka, article 26": "first=es&second=cpu&read=26&plan=hearing-rehearsal",
}


def sign_in(page: Page, site: str, home: str) -> str:
    """As a member of the Laundry Circle; gives the address of the kit of its next meeting."""
    told = (Path(home) / "demo-sign-in.txt").read_text(encoding="utf-8")
    found = re.search(r"password\s+(\S+)\s*$", told, re.MULTILINE)
    if found is None:
        raise SystemExit("The demonstration place told no password.")
    page.goto(f"{site}/account/login/")
    page.fill("[name=login]", "laundry-1")
    page.fill("[name=password]", found.group(1))
    page.click("main button")
    page.goto(f"{site}/places/osier-bend/")
    meeting = page.locator("main a[href^='/meetings/']").first.get_attribute("href")
    return f"{site}/our-work{meeting}kit/"


def measure(page: Page, address: str) -> tuple[float, float, int]:
    """Median milliseconds of the page and of the print, and how many sheets it is."""
    asked, printed, sheets = [], [], 0
    for _ in range(TIMES):
        begun = time.perf_counter()
        answer = page.request.get(address)
        asked.append((time.perf_counter() - begun) * 1000)
        if not answer.ok:
            raise SystemExit(f"{address} answered {answer.status}")
    page.goto(address)
    for _ in range(PRINTS):
        begun = time.perf_counter()
        data = page.pdf(format="A4")
        printed.append((time.perf_counter() - begun) * 1000)
        sheets = len(PdfReader(io.BytesIO(data)).pages)
    return statistics.median(asked), statistics.median(printed), sheets


def main() -> int:
    """Prints the table; 1 if a kit is too slow or not two sheets."""
    bad = 0
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        environment = {**os.environ, "SMALLPLACES_HOME": home}
        environment.pop("DATABASE_URL", None)
        run = [str(BIN), "demo", "--out", home, "--no-serve"]
        subprocess.run(run, env=environment, check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_FLAGS)
        with running(environment, keep="no") as visitor:
            page = browser.new_page()
            kit = sign_in(page, f"http://localhost:{visitor.connection.port}", home)
            print(f"{'kit':<40} {'page':>10} {'print':>10} {'sheets':>7}")
            for name, chosen in KITS.items():
                asked, printed, sheets = measure(page, f"{kit}?{chosen}")
                print(f"{name:<40} {asked:>7.0f} ms {printed:>7.0f} ms {sheets:>7}")
                bad += int(max(asked, printed) > MOST_MILLISECONDS or sheets != 2)
        browser.close()
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
