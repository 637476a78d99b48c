"""A whole evening of a new group: begun on a phone, held on paper, typed in, decided, done, read back, handed over.

One old phone (320 px), one laptop, one printer. Nobody has an account but the two who hold the group, and the steward.
"""

from __future__ import annotations

import datetime as dt

from playwright.sync_api import Page

from tests.journeys.walking import PASSWORD, Walk, follow, packed, press, printed, sign_in, words_of

GROUP = "Alder Street Kitchen"
PLACE = "Alder Quay"
ADDRESS = "/groups/alder-street-kitchen/"
HUB = f"/our-work{ADDRESS}"
SAID = [
    "The clinic shuts before the boats come in.",
    "You pay for the ferry and for the wait.",
    "A bench and a roof at the landing.",
]
STEPS = [("Two of the kitchen", "Count who waits at the landing"), ("The lunch club", "Write to the ferry office")]


def begin_on_a_phone(walk: Walk) -> None:
    """A place that is not here yet and a group are asked for in one go; two answers are “not yet”."""
    page = walk.phone.open("/groups/start/")
    walk.phone.check()
    page.locator("summary").first.click()
    for name, words in (("place", PLACE), ("name", GROUP), ("contact", "The kitchen door, Thursdays")):
        page.fill(f"[name={name}]", words)
    page.select_option("[name=country]", "IE")
    page.select_option("[name=place_kind]", "village")
    page.select_option("[name=zone]", "Europe/Dublin")
    for name, answer in (("started_by", "residents"), ("definition", "not_yet"), ("talked_with", "not_yet")):
        page.check(f"[name={name}][value={answer}]")
    page.get_by_label("Jemez Principles").check()
    press(page, "Ask for this group")
    assert "A steward of this site looks at it" in words_of(page)
    walk.phone.check()


def let_it_begin(walk: Walk) -> None:
    """The steward takes the place up, lets the group begin, and hands its two holders an invitation each."""
    page = sign_in(walk.laptop, "steward")
    page.goto("/our-work/steward/")
    press(page, "Take it up")
    page.goto("/our-work/steward/")
    press(page, "Let it begin")
    for number in (1, 2):
        page.goto(f"{HUB}invite/")
        page.get_by_label("holder:").check()
        press(page, "Make the invitation")
        _come_in(walk, page.input_value("textarea#address"), f"kitchen-{number}")
    page = walk.phone.open(ADDRESS)
    shown = words_of(page)
    assert "Jemez Principles" in shown
    assert shown.lower().count("not yet") >= 2
    walk.phone.check()


def _come_in(walk: Walk, invitation: str, name: str) -> None:
    holder = walk.stranger(width=320)
    page = holder.open(invitation)
    press(page, "Go on")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    press(page, "Come in")
    holder.check()


def call_it_and_print_the_kit(walk: Walk) -> None:
    """A meeting of this evening, and its kit in two languages on two sheets."""
    holder = walk.stranger()
    walk.laptop = holder
    page = sign_in(holder, "kitchen-1")
    page.goto("/our-work/meetings/call/")
    for name, words in (("text", "What does it take to live at the quay?"), ("where", "The kitchen")):
        page.fill(f"[name={name}]", words)
    page.fill("[name=on]", walk.today.isoformat())
    page.fill("[name=starts]", "19:00")
    page.check("[name=childcare]")
    page.select_option("[name=visibility]", "public")
    press(page, "Call the meeting")
    walk.kept["meeting"] = page.url
    page.goto(f"{page.url}kit/?first=en&second=fr&read=25")
    assert "Article 25" in words_of(page)
    sheets = printed(page)
    assert len(sheets) <= 2
    assert packed("medical care") in "".join(sheets)
    assert packed("soins médicaux") in "".join(sheets)
    holder.check()


def type_it_in(walk: Walk) -> None:
    """Three sentences by the facilitator's link; what stays ours is nowhere outside."""
    page = walk.laptop.open(f"{walk.kept['meeting']}link/")
    press(page, "Make a link")
    link = page.inner_text("main code").strip()
    page = walk.phone.open(link)
    press(page, "Open the meeting")
    page.goto("/room/sentences/")
    for number, text in enumerate(SAID, start=1):
        page.fill(f"[name=line-{number}-text]", text)
        page.select_option(f"[name=line-{number}-said_by]", "most")
        page.select_option(f"[name=line-{number}-reach]", "ours" if number == 1 else "public")
    walk.phone.check()
    press(page, "Write these down")
    assert "3 sentences are written down" in words_of(page)
    public = walk.stranger(width=320).open(ADDRESS)
    assert SAID[0] not in public.content()


def decide(walk: Walk) -> None:
    """An issue of what was said, what comes first, and a decision with its dissent."""
    page = walk.laptop.open("/our-work/issues/open/")
    page.get_by_label(SAID[1], exact=True).check()
    page.locator("main li.line").filter(has_text=SAID[1]).get_by_label("these words name the issue").check()
    page.get_by_label("in a circle", exact=True).check()
    press(page, "Open the issue")
    assert page.inner_text("h1") == SAID[1]
    page.goto(f"{walk.kept['meeting']}what-first/")
    page.locator("[name$=-marks]").first.fill("11")
    page.select_option("[name=method]", "dots")
    page.check("[name=asked_first]")
    page.fill("[name=asked_first_words]", "those who cross at night")
    press(page, "Keep this order")
    assert "those who cross at night" in words_of(page)
    walk.laptop.check()
    page.goto(f"{HUB}decisions/add/")
    page.fill("[name=text]", "We count who waits before we ask for anything.")
    page.fill("[name=result]", "Agreed, nine to two.")
    page.fill("[name=dissent]", "Two said: we have counted enough.")
    page.check("[name=visibility][value=public]")
    press(page, "Write it down")
    assert "Two said" in walk.phone.open(f"{ADDRESS}decisions/").content()
    walk.phone.check()


def take_two_steps(walk: Walk) -> None:
    """Who does what by when, for the decision; on the fridge; one is done, with what came of it."""
    for who, what in STEPS:
        page = walk.laptop.open(f"{ADDRESS}decisions/")
        follow(page, "We count who waits")
        follow(page, "Plan a step")
        _fill_step(page, who, what, walk.today + dt.timedelta(days=9))
        press(page, "Plan it")
    page = walk.laptop.open(f"{HUB}steps/")
    assert [what for _who, what in STEPS if what not in words_of(page)] == []
    follow(page, "Print it for the fridge")
    assert len(printed(page)) == 1
    page.goto(f"{HUB}steps/")
    follow(page, STEPS[0][1])
    page.fill("[name=on]", walk.today.isoformat())
    page.fill("[name=came_of_it]", "Forty-one waited, six of them over an hour.")
    press(page, "Keep it")
    walk.laptop.check()
    assert STEPS[1][1] not in walk.phone.open(ADDRESS).content()


def _fill_step(page: Page, who: str, what: str, due: dt.date) -> None:
    for name, words in (("who", who), ("text", what), ("due", due.isoformat())):
        page.fill(f"[name={name}]", words)


def read_back(walk: Walk) -> None:
    """The room is owed a read-back; its sheet is printed, and what it changed is written down with who was not found."""
    page = walk.laptop.open(f"{HUB}goes-out/")
    walk.laptop.check()
    page.goto(f"{walk.kept['meeting']}read-back/")
    follow(page, "Print the sheet to take back")
    assert packed(SAID[1]) in "".join(printed(page))
    page.goto(f"{walk.kept['meeting']}read-back/")
    page.fill("[name=text]", "Say boats, not ferry.")
    page.fill("[name=not_found]", "two from the last boat")
    press(page, "Keep this")
    walk.laptop.check()
    page.goto(walk.kept["meeting"])
    assert "two from the last boat" in words_of(page)


def hand_over(walk: Walk) -> None:
    """One page tells a new volunteer what is going on and where the keys are; the season is counted for us alone."""
    page = walk.laptop.open(f"{HUB}hand-over/keys/")
    page.fill("[name=text]", "The box of sheets stands behind the flour.")
    press(page, "Keep this")
    page.goto(f"{HUB}hand-over/")
    sheet = "".join(printed(page))
    for words in (SAID[1], STEPS[1][1], "behind the flour"):
        assert packed(words) in sheet, words
    assert len(printed(page)) == 1
    walk.laptop.check()
    page.goto(f"{HUB}season/")
    walk.laptop.check()
    for path in ("hand-over/", "season/"):
        assert "/account/login/" in walk.phone.open(f"{HUB}{path}").url


STEPS_OF_THE_EVENING = [
    ("1 a group begins on a phone", begin_on_a_phone),
    ("2 it is let begin; two holders come in", let_it_begin),
    ("3 a meeting is called, its kit printed", call_it_and_print_the_kit),
    ("4 what was said is typed in", type_it_in),
    ("5 the room decides", decide),
    ("6 two steps", take_two_steps),
    ("7 it is read back", read_back),
    ("8 it is handed over", hand_over),
]


def walk_all(walk: Walk) -> None:
    """All of it, in its order."""
    for name, step in STEPS_OF_THE_EVENING:
        walk.take(name, step)
