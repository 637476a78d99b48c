"""Visitors reach the site itself: its pages, its files, its headers."""

from __future__ import annotations

import pytest
from django.conf import settings

from tests.harness.visitor import Visitor

pytestmark = pytest.mark.journey


def test_page_that_is_not_there_is_still_a_page_of_ours(phone: Visitor) -> None:
    page = phone.open("/no/such/page", status=404)

    phone.check()
    sheets = page.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert sheets
    assert all(sheets)


def test_every_answer_carries_the_content_policy(laptop: Visitor) -> None:
    answers = [laptop.page.request.get(path) for path in ("/no/such/page", f"{settings.STATIC_URL}css/base.css")]

    assert [answer.status for answer in answers] == [404, 200]
    assert ["default-src 'none'" in answers[0].headers["content-security-policy"]] == [True]
