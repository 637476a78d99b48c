"""The kit on paper: two sheets for the longest articles, on A4 and on US letter, and right to left where it is so."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.harness.browser import NewVisitor
from tests.harness.visitor import Visitor
from tests.journeys.walking import patient, sign_in

if TYPE_CHECKING:
    from smallplaces.cli.demo.load import Loaded

pytestmark = pytest.mark.journey
LONGEST_PLAN = "hearing-rehearsal"
# Both columns long; the longest articles of Burmese and Tamil; the longest of all languages.
WORST = [
    ("es", "fr", 26),
    ("fr", "en", 29),
    ("ar", "fr", 26),
    ("es", "ar", 25),
    ("fr", "deu_1996", 26),
    ("es", "mya", 2),
    ("es", "mya", 26),
    ("fr", "tam", 26),
    ("es", "cpu", 26),
    ("fr", "shp", 16),
    ("es", "koo", 26),
    ("en", "", 29),
]


@pytest.fixture
def kit(demonstration_of_today: Loaded, new_visitor: NewVisitor) -> tuple[Visitor, str]:
    """A member of a group before the kit of its next meeting."""
    from smallplaces.core.viewers import ANYBODY
    from smallplaces.meetings.queries import next_meetings

    meeting = next(one for one in next_meetings(viewer=ANYBODY) if one.group_name == "Laundry Circle")
    visitor = patient(new_visitor(width=1280, script=False))
    sign_in(visitor, "laundry-1", demonstration_of_today.password)
    return visitor, f"/our-work/meetings/{meeting.id}/kit/"


def test_the_longest_articles_are_two_sheets(kit: tuple[Visitor, str]) -> None:
    visitor, address = kit
    sheets = {}
    for first, second, number in WORST:
        page = visitor.open(f"{address}?first={first}&second={second}&read={number}&plan={LONGEST_PLAN}")
        for paper in ("A4", "Letter"):
            printed = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
            sheets[first, second, number, paper] = len(printed)

    assert {case: count for case, count in sheets.items() if count != 2} == {}


def test_nothing_of_a_sheet_is_wider_than_the_paper(kit: tuple[Visitor, str]) -> None:
    visitor, address = kit
    page = visitor.open(f"{address}?first=es&second=ar&read=25")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 704, "height": 900})  # 186 mm: A4 between its margins

    # One pixel is the rounding of millimetres.
    assert page.evaluate("document.documentElement.scrollWidth") <= 704 + 1


def test_arabic_runs_from_right_to_left_on_either_side(kit: tuple[Visitor, str]) -> None:
    visitor, address = kit
    for first, second in (("es", "ar"), ("ar", "es")):
        page = visitor.open(f"{address}?first={first}&second={second}&read=25")
        arabic, spanish = (page.locator(f".kit-articles > [lang^={lang}]") for lang in ("ar", "es"))
        assert arabic.evaluate("part => getComputedStyle(part).direction") == "rtl"
        assert spanish.evaluate("part => getComputedStyle(part).direction") == "ltr"
        right, left = arabic.bounding_box(), spanish.bounding_box()
        assert right
        assert left
        assert right["x"] > left["x"]
    visitor.check()
