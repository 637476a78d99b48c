"""Steps 1 to 4: the place, the facilitator's link, twelve sentences, what the room said."""

from __future__ import annotations

import icalendar
from playwright.sync_api import Page

from tests.journeys.walking import PLACE, Walk, address_of, follow, packed, press, printed, sign_in, words_of

# What is said, whether it is what we want instead, who said it, and whether it stays ours.
NINE = [
    ("The bus stop has no light after ten.", False, "most", True),
    ("You wait in the rain because the shelter was sold.", False, "all", True),
    ("The driver does not stop when the road is dark.", False, "half", True),
    ("My mother walks to dialysis and back.", False, "few", True),
    ("The timetable hangs inside the office that is shut.", False, "most", True),
    ("The ticket costs an hour of cleaning.", False, "all", True),
    ("Nobody asks those who ride at night.", False, "most", True),
    ("We share one bicycle between three homes.", False, "half", True),
    ("A lamp and a bench at every stop.", True, "all", True),
]
OURS = "We wait together because one of us was followed."
THREE = [
    ("The clinic closes before the bus comes.", False, "most", True),
    ("A bus that waits for the end of the late shift.", True, "all", True),
    (OURS, False, "few", False),
]
TWELVE = [*NINE, *THREE]


def see_the_place(walk: Walk) -> None:
    """Who, the next meeting with childcare and languages, what they work on; no right, map or number comes first."""
    page = walk.phone.open("/")
    page.fill("[name=q]", "Osier Bend")
    press(page, "Look")
    follow(page, "Osier Bend")
    assert page.url.endswith(PLACE)
    for words in ("Laundry Circle", "meets next", "Chapel kitchen", "childcare there", "Spanish, Arabic"):
        box = page.get_by_role("main").get_by_text(words).first.bounding_box()
        assert box, words
        assert box["y"] + box["height"] <= 640, f"{words} is below the first screen"
    before = words_of(page).partition("They cut the water")[0].lower()
    assert "what people work on" in before
    assert not [word for word in ("article", "right to", "human right", "nothing yet", "%") if word in before]
    assert page.locator("main :is(img, svg, canvas, table)").count() == 0
    walk.phone.check()
    walk.kept["meeting"] = address_of(page, "Thursday")
    follow(page, "Thursday")
    assert "Chapel kitchen" in words_of(page)
    assert "account" not in words_of(page)
    walk.phone.check()
    _save_the_date(page)


def _save_the_date(page: Page) -> None:
    """A calendar's own file, for the phone's calendar; no account, no script."""
    with page.expect_download() as saved:
        page.get_by_role("main").get_by_role("link", name="Save the date").click()
    (event,) = icalendar.Calendar.from_ical(saved.value.path().read_bytes()).walk("VEVENT")
    assert saved.value.suggested_filename.endswith(".ics")
    assert "Chapel kitchen" in event["LOCATION"]
    for words in ("FICTIONAL", "Childcare there", "Arabic"):
        assert words in event["DESCRIPTION"]


def open_the_link(walk: Walk) -> None:
    """A member makes the link beforehand; whoever facilitates opens it, without an account."""
    member = walk.stranger()
    page = sign_in(member, "laundry-1", walk.password)
    page.goto(f"/our-work{walk.kept['meeting']}link/")
    press(page, "Make a link")
    link = page.inner_text("main code").strip()
    member.check()
    page = walk.laptop.open(link)
    walk.laptop.check()
    page.reload()
    press(page, "Open the meeting")
    assert page.url.endswith("/room/")
    assert "Thursday in the chapel kitchen" in words_of(page)
    walk.laptop.check()
    walk.kept["link"] = link
    _print_the_kit(walk)


def _print_the_kit(walk: Walk) -> None:
    """In Spanish and Arabic, article 25: two sheets, and the Arabic runs from right to left."""
    page = walk.laptop.page
    follow(page, "Print the kit")
    page.select_option("[name=first]", "es")
    page.select_option("[name=second]", "ar")
    page.select_option("[name=read]", "25")
    press(page, "Show it so")
    sheets = printed(page)
    assert len(sheets) == 2
    assert packed("Toda persona tiene derecho a un nivel de vida adecuado") in sheets[0]
    assert packed("Léase en voz alta antes de empezar") in sheets[0]
    assert packed("Nuestras frases") in sheets[1]
    arabic = page.locator(".kit-articles > [lang^=ar]")
    assert arabic.evaluate("part => getComputedStyle(part).direction") == "rtl"
    spanish = page.locator(".kit-articles > [lang=es]").bounding_box()
    beside = arabic.bounding_box()
    assert spanish
    assert beside
    assert beside["x"] > spanish["x"], "the Arabic stands to the right"
    assert beside["y"] == spanish["y"], "side by side"
    walk.laptop.check()


def type_twelve(walk: Walk) -> None:
    """Nine in rehearsal, then three more from the sheet. Neither a right nor a name is asked."""
    page = walk.laptop.page
    for lines in (NINE, THREE):
        page.goto("/room/sentences/")
        asked = page.locator("main form").inner_text().lower()
        assert not [word for word in ("right", "article", "your name", "who are you") if word in asked]
        _type(page, lines)
        press(page, "Write these down")
        assert f"{len(lines)} sentences are written down" in words_of(page)
    walk.laptop.open("/room/sentences/")
    walk.laptop.check()


def _type(page: Page, lines: list[tuple[str, bool, str, bool]]) -> None:
    for number, (text, wanted, said_by, public) in enumerate(lines, start=1):
        page.fill(f"[name=line-{number}-text]", text)
        if wanted:
            page.select_option(f"[name=line-{number}-kind]", "what_we_want")
        page.select_option(f"[name=line-{number}-said_by]", said_by)
        page.select_option(f"[name=line-{number}-reach]", "public" if public else "ours")


def show_the_room(walk: Walk) -> None:
    """Every word for the wall and the printer; outside the room the one that is ours does not exist, nor a number."""
    page = walk.laptop.open("/room/")
    page.fill("[name=head_count]", "17")
    press(page, "Keep the head count")
    follow(page, "Show it on the wall")
    shown, sheets = words_of(page), "".join(printed(page))
    assert [text for text, *_marks in TWELVE if text not in shown] == []
    assert [text for text, *_marks in TWELVE if packed(text) not in sheets] == []
    walk.laptop.check()
    page = walk.phone.open(walk.kept["meeting"])
    follow(page, "What the room said")
    shown = words_of(page)
    assert [text for text, *_marks, public in TWELVE if (text in shown) != public] == []
    assert OURS not in page.content()
    assert "17" not in page.content()
    assert "people were there" not in shown
    walk.phone.check()
    walk.kept["room"] = page.url
    walk.phone.open("/room/said/", status=403)
