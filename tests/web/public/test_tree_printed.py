"""The tree for the wall comes out of a printer on one A4 sheet."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from smallplaces.issues.actions import CauseDraft, add_causes
from tests.factories.issues import make_public_issue
from tests.factories.meetings import inside

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

LEVELS = ("shows", "immediate", "underlying", "root")
WORDS = {"en": "riders are counted by day only", "ar": "يُعدّ الركاب نهاراً فقط"}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("count", [10, 25])
def test_ten_and_twenty_five_boxes_fit_on_one_sheet(
    browser: Browser, live_server: LiveServer, lang: str, count: int
) -> None:
    issue = make_public_issue(text=WORDS[lang], lang=lang)
    add_causes(issue, drafts=drafts(count, lang), by=inside(issue.group))
    page = browser.new_page(java_script_enabled=False)

    page.goto(f"{live_server.url}/places/{issue.place.slug}/issues/{issue.pk}/tree/")
    printed = PdfReader(io.BytesIO(page.pdf(format="A4", landscape=True)))
    page.close()

    assert len(printed.pages) == 1
    assert printed.pages[0].extract_text().count("the root") == count // 4


def drafts(count: int, lang: str) -> list[CauseDraft]:
    """Chains of four levels, each under the box before it."""
    return [
        CauseDraft(LEVELS[one % 4], WORDS[lang], under=one - 1 if one % 4 else None, lang=lang) for one in range(count)
    ]
