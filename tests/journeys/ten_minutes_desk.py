"""Steps 5 to 8: an issue with its tree, the power sheet, the water issue, and what came of Resolution 41."""

from __future__ import annotations

import re

from tests.journeys.walking import PLACE, Walk, address_of, follow, packed, press, printed, sign_in, words_of

NAMING = "The bus stop has no light after ten."
WITH_IT = "Nobody asks those who ride at night."
TREE = [
    ("shows", "We walk home in the dark"),
    ("immediate", "The lamps were taken down to save money"),
    ("underlying", "Stops are counted by noon"),
    ("root", "Whoever cleans at night is not seen as somebody"),
]
POWER = {
    "decides": "The office that is shut when we pass it",
    "gains": "Whoever sold the shelter",
    "with_us": "The drivers of the late shift",
    "could": "The clinic, if we ask its nurses",
}
STEPS = [
    ("The phone chain", "Counts the stops without a lamp", "2031-03"),
    ("Two of the kitchen", "Ride with the drivers for a night", "2031-04-02"),
]
RED = "els => els.filter(el => /late|warn|error|danger/.test(el.className)).map(el => el.innerText)"


def make_an_issue(walk: Walk) -> None:
    """Two sentences, a tree typed from the wall, its sheet; no right is attached, and nothing is red or incomplete."""
    page = sign_in(walk.laptop, "laundry-1", walk.password)
    follow(page, "Open an issue")
    page.get_by_label(NAMING, exact=True).check()
    page.get_by_label(WITH_IT, exact=True).check()
    line = page.locator("main li.line").filter(has_text=NAMING)
    line.get_by_label("these words name the issue").check()
    page.get_by_label("in a circle", exact=True).check()
    press(page, "Open the issue")
    assert page.inner_text("h1") == NAMING
    assert WITH_IT in words_of(page)
    walk.kept["issue"] = page.url
    follow(page, "Type the tree")
    for number, (level, text) in enumerate(TREE):
        page.fill(f"[name=line-{number}-text]", text)
        page.select_option(f"[name=line-{number}-level]", level)
    page.get_by_label("in a circle", exact=True).check()
    press(page, "Add these boxes")
    walk.laptop.check()
    _say_who_gains(walk)
    page = walk.laptop.open(walk.kept["issue"])
    _nothing_is_missing(walk)
    follow(page, "The tree for the wall")
    sheets = printed(page, landscape=True)
    assert len(sheets) == 1
    assert [text for _level, text in TREE if packed(text) not in sheets[0]] == []
    _nothing_is_missing(walk)
    page.goto(walk.kept["issue"])
    follow(page, "Its page, band by band")
    _nothing_is_missing(walk)


def _say_who_gains(walk: Walk) -> None:
    page = walk.laptop.open(f"{walk.kept['issue']}who-gains/")
    page.fill("[name=text]", "Whoever saves the money for the lamps")
    press(page, "Add this line")
    assert "Whoever saves the money for the lamps" in words_of(page)


def _nothing_is_missing(walk: Walk) -> None:
    page = walk.laptop.page
    assert page.eval_on_selector_all("main *", RED) == []
    words = words_of(page).lower()
    assert not [word for word in ("incomplete", "missing", "nothing yet", "required", "no right") if word in words]
    walk.laptop.check()


def keep_the_power_sheet(walk: Walk) -> None:
    """Four lines that only the group reads, at an address that others do not find; two steps."""
    page = walk.laptop.open(walk.kept["issue"])
    follow(page, "The power sheet")
    for side, text in POWER.items():
        page.fill(f"[name={side}]", text)
    press(page, "Keep these lines")
    assert [text for text in POWER.values() if text not in words_of(page)] == []
    walk.laptop.check()
    _no_such_page(walk, page.url)
    for who, what, by_when in STEPS:
        page.goto(walk.kept["issue"])
        follow(page, "Plan a step")
        for name, text in (("who", who), ("text", what), ("due", by_when)):
            page.fill(f"[name={name}]", text)
        press(page, "Plan it")
    page.goto(walk.kept["issue"])
    shown = words_of(page)
    assert [what for who, what, _by_when in STEPS if what not in shown or who not in shown] == []
    assert "April 2031" in shown
    stranger = walk.phone.open(PLACE)
    assert not [what for _who, what, _by_when in STEPS if what in words_of(stranger)]


def _no_such_page(walk: Walk, address: str) -> None:
    """A stranger's phone gets nothing from a private address: no word of it, and no way round by the public one."""
    page = walk.phone.open(address, status=404)
    walk.phone.check()
    public = walk.kept["issue"].replace("/our-work/", PLACE)
    for path in (public, f"{public}tree/"):
        walk.phone.open(path, status=404)
        assert not [text for text in (*POWER.values(), NAMING) if text in page.content()]


def read_the_water_issue(walk: Walk) -> None:
    """What is on the issue page of what a council member is to read: nothing binds that does not, and what followed."""
    page = walk.phone.open(PLACE)
    follow(page, "They cut the water")
    shown = words_of(page)
    walk.kept["water"] = page.url
    assert "It stays on our list, although Resolution 41 was passed." in shown
    assert "binding here" not in shown
    assert "Taken up by Low Marsh" in shown
    assert "Kept five months, then the fuel ran out; ask us." in shown
    assert re.search(r"Read back to the rooms that spoke[\s\S]*River path, women’s circle: not yet", shown)
    walk.phone.check()


def see_what_came_of_it(walk: Walk) -> None:
    """Silence shows by itself; both sides with their dates; our own promise not kept; the lapsed motion's lesson."""
    from smallplaces.core.clock import today

    silent = f"{96 + (today() - walk.today).days} days past its date"
    page = walk.phone.open(PLACE)
    follow(page, "Water is for living")
    assert silent in words_of(page)
    assert "Osier Bend Town Council has said nothing" in words_of(page)
    walk.phone.check()
    walk.kept["act"] = page.url
    walk.kept["promise"] = address_of(page, "No home is cut off for debt.")
    follow(page, "No home is cut off for debt.")
    shown = words_of(page)
    assert re.search(r"Bend Water Company says\s+kept[\s\S]+\d{4}\s[\s\S]+We say[\s\S]+not really[\s\S]+\d{4}", shown)
    walk.phone.check()
    page = walk.phone.open(PLACE)
    follow(page, "All 7 promises")
    row = page.get_by_role("main").get_by_text("A river watch, twice a month").first
    assert row.is_visible()
    assert "we say: not kept" in words_of(page)
    assert silent in words_of(page)
    walk.phone.check()
    page = walk.phone.open(PLACE)
    follow(page, "Return")
    assert "lapsed" in words_of(page)
    assert "the hearing was at ten in the morning" in words_of(page)
    walk.phone.check()
