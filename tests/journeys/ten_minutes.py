"""The ten-minute script of a first release: thirteen steps on one old phone, one laptop and one printer.

A person who never saw the site reads the steps; here a browser walks them in the same order, as one journey.
`NOT_YET` says which parts later work brings. It may only shrink, and `make test` prints it at its end.
"""

from __future__ import annotations

from tests.journeys import ten_minutes_desk, ten_minutes_out, ten_minutes_room
from tests.journeys.walking import Walk

NOT_YET = [
    (
        "7, one page for a council member, with rights",
        "what is handed out of the house; the norms behind an issue stand on their own sheet",
    ),
    ("10, the library and its lineage", "the library of local texts; until then a text’s own page says what followed"),
    ("11, the stakeholder piece", "what is handed out of the house"),
]

STEPS = [
    ("1  the place, on a phone", ten_minutes_room.see_the_place),
    ("2  the facilitator’s link and the kit", ten_minutes_room.open_the_link),
    ("3  twelve sentences", ten_minutes_room.type_twelve),
    ("4  what the room said", ten_minutes_room.show_the_room),
    ("5  an issue and its tree", ten_minutes_desk.make_an_issue),
    ("6  power sheet, two steps", ten_minutes_desk.keep_the_power_sheet),
    ("7  the water issue", ten_minutes_desk.read_the_water_issue),
    ("8  Resolution 41 and what came of it", ten_minutes_desk.see_what_came_of_it),
    ("9  a public body answers", ten_minutes_out.let_a_body_answer),
    ("10 what another place took up", ten_minutes_out.read_what_followed),
    ("11 the home report", ten_minutes_out.open_the_home_report),
    ("12 words taken back", ten_minutes_out.take_words_back),
    ("13 take everything and leave", ten_minutes_out.take_everything),
]


def walk_all(walk: Walk) -> None:
    """All thirteen, in their order: each stands on what those before it left."""
    for name, step in STEPS:
        walk.take(name, step)
