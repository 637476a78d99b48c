"""Arabic from the first line to the printer, and every component from right to left."""

from __future__ import annotations

import pytest

from tests.factories.groups import make_group
from tests.factories.meetings import inside, make_meeting
from tests.harness.visitor import Visitor
from tests.journeys.walking import follow, packed, patient, press, printed, words_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SAID = ["كان النهر مكاننا، والآن نغلق النوافذ.", "نريد أن يُسأل الناس قبل أن يُقطع الماء."]


def test_arabic_is_typed_shown_and_printed(phone: Visitor) -> None:
    from smallplaces.core.clock import today
    from smallplaces.meetings.actions import make_facilitator_link

    group = make_group()
    meeting = make_meeting(group, on=today(), lang="ar", text="ماذا يلزم للعيش هنا؟", visibility="public")
    _link, key = make_facilitator_link(meeting, by=inside(group))
    page = patient(phone).open(f"/room/{key}/")
    press(page, "Open the meeting")
    follow(page, "Type what was said")
    for number, text in enumerate(SAID, start=1):
        page.fill(f"[name=line-{number}-text]", text)
        page.select_option(f"[name=line-{number}-reach]", "public")
    press(page, "Write these down")
    phone.check()
    wrong = "quotes => quotes.filter(quote => getComputedStyle(quote).direction !== 'rtl').length"
    for words in (words_of(page), words_of(phone.open(f"/rooms/{meeting.room.pk}/"))):
        assert all(text in words for text in SAID)
        assert page.eval_on_selector_all("blockquote", wrong) == 0
        assert page.locator("blockquote").count() == len(SAID)
        phone.check()
    assert packed("والآن") in "".join(printed(page))


def test_every_component_stands_from_right_to_left(phone: Visitor, laptop: Visitor) -> None:
    for visitor in (patient(phone), patient(laptop)):
        page = visitor.open("/style/?dir=rtl")
        assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
        visitor.check()
