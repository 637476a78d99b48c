"""Steps 9 to 13: a body answers, what followed elsewhere, the home report, words taken back, leaving."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from docx import Document
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.harness.visitor import Visitor
from tests.journeys.traces import traces_of
from tests.journeys.walking import PLACE, Walk, address_of, follow, press, words_of

ANSWER = "A restrictor is no shut-off; the tap gives water."
GONE = "They cut the water over a bill nobody could explain."


def let_a_body_answer(walk: Walk) -> None:
    """A link made by a member opens one public page for the body. Its word stands beside ours and changes nothing."""
    page = walk.laptop.open(f"/our-work/answer-link{walk.kept['promise'].replace('promises', 'promise')}")
    press(page, "Make a link for Bend Water Company")
    link = page.inner_text("main code").strip()
    body = walk.stranger()
    page = body.open(link)
    assert "No home is cut off" not in words_of(page)
    page.reload()
    body.check()
    press(page, "Open it")
    assert "not really" in words_of(page)
    body.check()
    page.get_by_label("we kept a part of it").check()
    page.fill("[name=text]", ANSWER)
    press(page, "Send the answer")
    page = walk.phone.open(walk.kept["promise"])
    shown = words_of(page)
    assert ANSWER in shown
    assert "They screw in a flow restrictor instead" in shown
    assert "not really" in shown
    _sees_nothing_else(body, walk)


def _sees_nothing_else(body: Visitor, walk: Walk) -> None:
    """Not our desk, not the room, not what is private."""
    page = body.open("/our-work/")
    assert "/account/login/" in page.url
    body.open(walk.kept["issue"].replace("/our-work/", PLACE), status=404)
    body.open("/room/", status=403)


def read_what_followed(walk: Walk) -> None:
    """Until there is a library: what another place took up, from which clause, and what came of it, with its source."""
    page = walk.phone.open(walk.kept["act"])
    shown = words_of(page)
    assert "taken up by Low Marsh" in shown
    follow(page, "The pump rule of Low Marsh")
    shown = page.inner_text("body")
    assert "Taken from" in shown
    assert "Water is for living" in shown
    assert "Kept five months, then the fuel ran out; ask us." in shown
    assert "Source" in shown
    walk.phone.check()


def _file(page: Page, words: str) -> bytes:
    """The file behind a link, as the visitor's own browser gets it."""
    answer = page.request.get(address_of(page, words))
    assert answer.ok, words
    return answer.body()


def open_the_home_report(walk: Walk) -> None:
    """Two pages, FICTIONAL on each; it opens in Word; its face says which circle has not heard it."""
    page = walk.phone.open(PLACE)
    follow(page, "What we said, what was promised")
    walk.kept["report"] = page.url
    assert "Not yet read back to: River path, women’s circle." in words_of(page)
    assert "words" in page.inner_text("body")
    walk.phone.check()
    sheets = PdfReader(io.BytesIO(_file(page, "To print (PDF)"))).pages
    assert ["FICTIONAL" in sheet.extract_text() for sheet in sheets] == [True, True]
    document = Document(io.BytesIO(_file(page, "For Word (DOCX)")))
    assert any(GONE in paragraph.text for paragraph in document.paragraphs)
    edges = [part for one in document.sections for part in (one.header, one.footer)]
    assert any("FICTIONAL" in line.text for part in edges for line in part.paragraphs)


def take_words_back(walk: Walk) -> None:
    """One action. Issue, tree and draft lose the words; what was handed over is listed; no table or file keeps them."""
    page = walk.laptop.open(walk.kept["water"])
    assert traces_of(GONE) != []
    assert GONE in words_of(page)
    room = address_of(page, "Chapel kitchen circle")
    page.goto(room)
    sentence = page.url if "/sentences/" in page.url else address_of(page, GONE)
    page.goto(f"/our-work{sentence[sentence.index('/sentences/') :]}take-back/")
    walk.laptop.check()
    press(page, "Take the words back")
    shown = words_of(page)
    assert "The words were taken back" in shown
    assert shown.count("cannot be called back: ") >= 2
    for to in ("the chapel kitchen, one copy on the table", "the council member for the flood side"):
        assert f"handed to {to} on " in shown
    walk.laptop.check()
    draft = walk.kept["report"].replace("/reports/", "/our-work/reports/")
    for address in (
        walk.kept["water"],
        f"{walk.kept['water'].rsplit('/', 2)[0]}/tree/",
        draft,
        walk.kept["report"],
        PLACE,
    ):
        assert GONE not in walk.laptop.open(address).content(), address
    for address in (walk.kept["water"].rsplit("/", 2)[0] + "/", walk.kept["report"], PLACE):
        assert GONE not in walk.phone.open(address).content(), address
        walk.phone.check()
    assert traces_of(GONE) == []


def take_everything(walk: Walk) -> None:
    """One file with tables that a spreadsheet opens. The last page says who runs this site, who pays, who reads what."""
    page = walk.laptop.open("/our-work/groups/laundry-circle/")
    follow(page, "Take everything and leave")
    walk.laptop.check()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Give me the file").click()
    with zipfile.ZipFile(io.BytesIO(Path(coming.value.path()).read_bytes())) as archive:
        tables = [name for name in archive.namelist() if name.endswith(".csv")]
        named = next(name for name in tables if "meetings.sentence." in name.lower())
        rows = list(csv.reader(io.StringIO(archive.read(named).decode("utf-8-sig"))))
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert json.loads(archive.read(named.replace(".csv", ".json")))
    assert len({len(row) for row in rows}) == 1
    assert any("The bus stop has no light after ten." in row for row in rows)
    assert GONE.encode() not in everything
    page = walk.laptop.open("/about/")
    headings = page.locator("main h2").all_inner_texts()
    assert {"Who runs it", "Who pays", "Who can read what"} <= set(headings)
    walk.laptop.check()
