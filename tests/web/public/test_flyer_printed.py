"""A flyer comes out of a printer on one sheet, whatever was written on it."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from tests.factories.groups import make_group
from tests.factories.meetings import make_meeting
from tests.factories.places import make_place

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SHORT = {"en": "What does it take to live here?", "ar": "ماذا يحتاج العيش هنا؟"}


def sheets(browser: Browser, address: str, paper: str) -> list[str]:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    made = PdfReader(io.BytesIO(page.pdf(format=paper)))
    page.close()
    return [sheet.extract_text() for sheet in made.pages]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("long", [False, True])
def test_a_flyer_is_one_sheet(browser: Browser, live_server: LiveServer, paper: str, lang: str, long: bool) -> None:
    group = make_group(place=make_place(fictional=True), contact="at the mill " * (80 if long else 1))
    words = SHORT[lang] + " "
    meeting = make_meeting(
        group, lang=lang, text=words * (9 if long else 1), where=words * (9 if long else 1), visibility="public",
        how_to_get_there=words * (15 if long else 1), starts=dt.time(19), childcare=True, food=True, fare_paid=True,
        step_free="no",
    )  # fmt: skip
    made = sheets(browser, f"{live_server.url}/meetings/{meeting.pk}/flyer/", paper)
    assert len(made) == 1
    assert "FICTIONAL" in made[0]
    assert "Childcare there" in made[0]
    assert "Back to the meeting" not in made[0]
