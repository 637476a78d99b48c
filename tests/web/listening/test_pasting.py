"""Words pasted from a list or a messenger: looked at before they are kept, without times and without who sent them."""

from __future__ import annotations

import re

import pytest

from smallplaces.web.listening.pasting import read_pasted
from tests.web.listening.test_door import come_in, soon

SHEET = "/room/sentences/"
CHAT = """[12.03.26, 19:04] Ana: The bus leaves too early
\u200e[12.03.26, 19:04:33] Circle: \u200eMessages and calls are end-to-end encrypted.
[3/12/26, 7:04:33\u202fPM] ~ Ben Li: Ana said: nobody asked us
12/03/2026, 19:04 - Ana: "We walk home in the dark."
12/03/2026, 19:05 - Ana added Ben
12/3/26, 7:06 p. m. - Ana: <Media omitted>
"""


def test_a_conversation_loses_times_and_who_sent_it() -> None:
    read = read_pasted(CHAT)
    assert read.lines == ("The bus leaves too early", "Ana said: nobody asked us", "We walk home in the dark.")
    assert (read.times, read.senders, read.notices) == (6, 5, 3)
    assert read.named == ("Ana",)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Ana López, [12.03.2026 19:04]\nFirst\nSecond", ("First", "Second")),
        ("Ana, [12 Mar 2026 at 19:04:05]:\nFirst", ("First",)),
        ("[2026-03-12 19:04] Ana: From Signal", ("From Signal",)),
        ("[12.03.26, 19:04] Said by nobody", ("Said by nobody",)),
        ("\u200f[12/03/26, 19:04] أنا: الماء حياة", ("الماء حياة",)),
        ("IMG-1.jpg (file attached)\nThe tap", ("The tap",)),
        (
            "1. One\n2) Two\n(3) Three\na) Four\n• Five\n– Six\n☐ Seven",
            ["One", "Two", "Three", "Four", "Five", "Six", "Seven"],
        ),
        ("“One”\n„Two“\n«Three»\n'Four'", ["One", "Two", "Three", "Four"]),
        ('"One" and "two"', ('"One" and "two"',)),
        ("3 buses a day", ("3 buses a day",)),
        ("At 19:04 it leaves: why?", ("At 19:04 it leaves: why?",)),
        ("Problem: the bus", ("Problem: the bus",)),
        ("2026. That was the year", ("2026. That was the year",)),
        ("-40 degrees", ("-40 degrees",)),
        ("\r\n\n  \n", ()),
    ],
)
def test_what_is_left_of_a_line(line: str, kept: tuple[str, ...]) -> None:
    assert read_pasted(line).lines == tuple(kept)


def fields_of(page: str) -> dict[str, str]:
    """The hidden fields of the sheet, and its lines, as a browser would send them back."""
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    lines = re.findall(r'<textarea name="(line-\d+-text)"[^>]*>\s*([^<]*)</textarea>', page)
    chosen = re.findall(r'<select name="(line-\d+-\w+)"(?:(?!</select>).)*?value="(\w+)" selected', page, re.DOTALL)
    return hidden | dict(lines) | dict(chosen)


@pytest.mark.django_db
def test_nothing_pasted_is_kept_before_it_was_looked_at() -> None:
    room = soon().room
    client = come_in(room.meeting)
    marks = {"all-kind": "what_we_want", "all-reach": "public", "line-1-text": "Typed"}
    page = client.post(SHEET, {"paste": CHAT, **marks}).content.decode()

    assert room.sentences.count() == 0
    assert "3 lines are on the sheet now" in page
    assert "day and hour of 6 lines, who sent 5 of them, 3 lines that nobody said" in " ".join(page.split())
    assert "is named in a line: Ana" in page
    assert "Ben" not in page

    assert client.post(SHEET, fields_of(page)).status_code == 302
    kept = set(room.sentences.values_list("text", "kind", "reach"))
    pasted = {(text, "what_we_want", "public") for text in read_pasted(CHAT).lines}
    assert kept == {("Typed", "how_it_is", "ours"), *pasted}


@pytest.mark.django_db
def test_two_hundred_pasted_lines_are_kept_and_201_are_refused_whole() -> None:
    room = soon().room
    client = come_in(room.meeting)
    too_many = client.post(SHEET, {"paste": "\n".join(f"Line {number}" for number in range(201))})
    assert too_many.status_code == 422
    assert "201 sentences" in too_many.content.decode()
    assert "Line 200" in too_many.content.decode()

    page = client.post(SHEET, {"paste": "\n".join(f"Line {number}" for number in range(200))}).content.decode()
    assert client.post(SHEET, fields_of(page)).status_code == 302
    assert room.sentences.count() == 200
