"""The page to hand over comes out of a printer on one sheet, at worst on its two sides."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.conf import settings
from playwright.sync_api import Browser
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from tests.cast import person_in
from tests.factories.commitments import make_own_promise
from tests.factories.groups import make_decision, make_group
from tests.factories.issues import make_issue
from tests.factories.meetings import make_meeting, make_sentence
from tests.factories.places import make_place
from tests.factories.steps import make_step

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LONG = "Nobody tells us why the water is brown on Mondays, and nobody asks who drinks it. " * 4


def sheets(browser: Browser, live_server: LiveServer, address: str, session: str) -> list[str]:
    """The printed sheets of a page of the desk."""
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}{address}")
    made = PdfReader(io.BytesIO(page.pdf(format="A4")))
    context.close()
    return [sheet.extract_text() for sheet in made.pages]


@pytest.mark.parametrize(("many", "most"), [(2, 1), (12, 2)])
def test_it_is_one_sheet_and_at_worst_both_sides_of_it(
    browser: Browser, live_server: LiveServer, many: int, most: int
) -> None:
    group = make_group(place=make_place(fictional=True), keys_note=LONG if many == 2 else LONG * 6)
    today = dt.datetime.now(dt.UTC).date()
    words = LONG if many > 2 else LONG[:80]
    for number in range(many):
        issue = make_issue(group, text=f"{number} {words}")
        make_own_promise(group, text=f"{number} {words}", due="2999-01")
        make_step(group, issue=issue, who=words[:150], text=words, due="2999-01-02")
        make_decision(group, text=words, review_on=today)
        make_sentence(make_meeting(group, on=today - dt.timedelta(days=9), room_name=words[:150]).room)
        make_meeting(group, on=today + dt.timedelta(days=number), text=words[:250], where=words[:250])
    client = person_in(group).client

    made = sheets(
        browser,
        live_server,
        f"/our-work/groups/{group.slug}/hand-over/",
        client.cookies[settings.SESSION_COOKIE_NAME].value,
    )

    assert len(made) <= most
    assert "Where are the keys?" in made[-1]
    assert all("FICTIONAL" in sheet for sheet in made)
