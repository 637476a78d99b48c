"""Reading pages on paper: every sheet says FICTIONAL, is used to its foot, and holds what a screen folds away."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# Without "fi": a font may draw it as one letter.
FOLDED = "free at a point near the home, paid or not"


def printed(browser: Browser, address: str) -> list[PageObject]:
    """The sheets that come out of a printer."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    made = PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.close()
    return list(made.pages)


def foot(sheet: PageObject) -> float:
    """How far down the sheet its lowest words stand: 0 at the top, 1 at the bottom."""
    heights: list[float] = []

    def seen(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        if text.strip():
            heights.append(tm[5] * cm[3] + cm[5])

    sheet.extract_text(visitor_text=seen)
    return 1 - min(heights) / float(sheet.mediabox.height)


def addresses(osier_bend) -> dict[str, str]:
    """The water issue, the place, and Resolution 41."""
    from smallplaces.commitments.models import Act
    from smallplaces.issues.models import Issue

    issue = Issue.objects.get(text__startswith="They cut the water")
    act = Act.objects.get(title="Water is for living")
    return {"issue": f"/issues/{issue.pk}/", "place": "/places/osier-bend/", "act": f"/acts/{act.pk}/"}


@pytest.mark.parametrize("name", ["issue", "place", "act"])
def test_sheets_are_used_and_each_says_that_it_is_made_up(
    browser: Browser, live_server: LiveServer, osier_bend_on_site, name: str
) -> None:
    sheets = printed(browser, live_server.url + addresses(osier_bend_on_site)[name])
    words = [" ".join(sheet.extract_text().split()) for sheet in sheets]
    assert all("FICTIONAL" in each for each in words)
    assert [round(foot(sheet), 2) for sheet in sheets[:-1] if foot(sheet) < 0.7] == []
    assert FOLDED in " ".join(words)
