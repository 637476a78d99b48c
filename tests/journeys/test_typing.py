"""Twelve sentences and a tree of ten boxes, typed key by key: how many pages, how many keys, and nothing else asked.

Nobody types at an even speed in a test, so no time is asserted; what is printed is what 40 words a minute would take.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.factories.groups import make_account, make_group, make_membership
from tests.factories.issues import make_issue
from tests.factories.meetings import inside, make_meeting
from tests.harness.browser import NewVisitor
from tests.harness.visitor import Visitor
from tests.journeys.walking import PASSWORD, follow, packed, patient, press, printed, sign_in, words_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SENTENCES = [
    "The last bus leaves before my shift ends.",
    "We walk home in the dark along the quay.",
    "Nobody told us that the stop was gone.",
    "The water is brown after every rain.",
    "They cut the water over a bill nobody could explain.",
    "The letter came in one language only.",
    "The clinic moved and the bus did not.",
    "We came back and there was a new lock on the door.",
    "Nobody asks those who work at night.",
    "The meeting is at ten in the morning.",
    "A bus that waits for the late shift.",
    "Bills that everybody can read.",
]
BOXES = [
    "women walk at night",
    "the route was cut",
    "riders are counted by day",
    "those who decide do not ride",
    "workers leave early",
    "the timetable ends at ten",
    "the contract pays by day",
    "night work is not seen as work",
    "the stop is dark",
    "the lamp was never paid",
]
# Levels go round: what shows, why at once, why underneath, the root. Two are changed by hand.
CHANGED = {8: "shows", 9: "immediate"}
MOST_PAGES = {"sentences": 4, "tree": 3}
Told = Callable[[str, object], None]
KEYS_A_MINUTE = 200  # 40 words of five keys


@dataclass
class Count:
    """What a person had to do."""

    pages: int = 0
    keys: int = 0

    def watch(self, page: Page) -> None:
        """Counts every page from here on."""
        page.on("domcontentloaded", lambda _page: setattr(self, "pages", self.pages + 1))

    def type(self, page: Page, words: str) -> None:
        """Types words as a person does, and counts the keys."""
        page.keyboard.type(words, delay=25)
        self.keys += len(words)

    def step(self, page: Page, times: int) -> None:
        """Goes on to the next field."""
        for _time in range(times):
            page.keyboard.press("Tab")
        self.keys += times

    def __str__(self) -> str:
        return f"{self.pages} pages, {self.keys} keys, {self.keys / KEYS_A_MINUTE:.1f} minutes at 40 words a minute"


@pytest.mark.parametrize("width", [320, 1280])
def test_twelve_sentences(new_visitor: NewVisitor, script: bool, width: int, record_property: Told) -> None:
    from smallplaces.meetings.actions import make_facilitator_link

    visitor: Visitor = patient(new_visitor(width=width, script=script))
    meeting = make_meeting(on=dt.datetime.now(dt.UTC).date())
    _link, key = make_facilitator_link(meeting, by=inside(meeting.group))
    page, count = visitor.page, Count()
    count.watch(page)
    visitor.open(f"/room/{key}/")
    press(page, "Open the meeting")
    follow(page, "Type what was said")
    visitor.check()
    asked = page.eval_on_selector_all(
        "main li:first-child :is(input, select, textarea)", "all => all.map(one => one.name)"
    )
    assert asked == ["line-1-text", "line-1-kind", "line-1-said_by", "line-1-reach"]
    page.focus("[name=line-1-text]")
    for sentence in SENTENCES:
        count.type(page, sentence)
        count.step(page, len(asked))
    press(page, "Write these down")
    assert page.url.endswith("/said/")
    shown = words_of(page)
    assert [one for one in SENTENCES if one not in shown] == []
    assert meeting.room.sentences.count() == len(SENTENCES)
    record_property("told", f"Twelve sentences, {width} px: {count}")
    assert count.pages <= MOST_PAGES["sentences"]


def test_a_tree_of_ten_boxes(laptop: Visitor, record_property: Told) -> None:
    group = make_group()
    make_membership(group, make_account(username="ana", password=PASSWORD), role="holder")
    issue, count = make_issue(group, text=SENTENCES[0]), Count()
    page = sign_in(patient(laptop), "ana")
    page.goto(f"/our-work/issues/{issue.pk}/causes/")
    count.watch(page)
    follow(page, "A whole tree on one sheet")
    laptop.check()
    asked = page.eval_on_selector_all(
        "main li:first-child :is(input, select, textarea)", "all => all.map(one => one.name)"
    )
    assert asked == [f"line-0-{name}" for name in ("text", "level", "sentence", "under")]
    page.focus("[name=line-0-text]")
    for number, box in enumerate(BOXES):
        count.type(page, box)
        if number in CHANGED:
            page.select_option(f"[name=line-{number}-level]", CHANGED[number])
            count.keys += 2
        count.step(page, len(asked))
    page.get_by_label("in a circle", exact=True).check()
    press(page, "Keep the tree and see it for the wall")
    (sheet,) = printed(page, landscape=True)
    assert [one for one in BOXES if packed(one) not in sheet] == []
    above = {one.text: one.parent.text if one.parent else "" for one in issue.causes.select_related("parent")}
    assert above[BOXES[3]] == BOXES[2]
    assert above[BOXES[9]] == BOXES[8]
    assert (above[BOXES[0]], above[BOXES[4]], above[BOXES[8]]) == ("", "", "")
    record_property("told", f"A tree of ten boxes: {count}")
    assert count.pages <= MOST_PAGES["tree"]
