"""What a core group does between the big things: what comes first, what it signed, what it sends, when it meets again."""

from __future__ import annotations

# Dots on the wall of the chapel kitchen, after the issues were written up; those with new locks on their doors put theirs first.
FIRST = (("lock", 21), ("water", 17), ("bus", 9), ("stalls", 5), ("river", 4))
ASKED_FIRST = "those who found new locks on their doors"
# What the council's own plan puts first, in its order; the key is our issue that it meets, if any.
COUNCIL_FIRST = (
    ("A parking deck behind the market", ""),
    ("Repair of the river wall along the warehouses", ""),
    ("Bills that can be read online", "water"),
)
COUNCIL_PLAN = "Plan of the Town Council for this year, page 2"
SPEAKS = ("A woman of the laundry", "speaks for the circle at hearings", "the notice board on Tanner Row")
TALKED_WITH = "The 61 households with new locks on their doors; the night shift; those who came with the water carrier."
LETTER = (
    "Thursday, and what came of your sentences",
    """We meet on Thursday at seven in the chapel kitchen. Somebody looks after the children, and we pay the fare.

What came of the last time: the home report says in one line that our river watch was not kept in winter. You asked for that.

What is still open: nobody carries the bus yet.""",
)
WRITTEN = (
    "I drove the bus for nineteen years and know why it stops at eleven. I could come on a Thursday, if nobody writes down who I am.",
    "Ask for me at the depot gate",
)
HARM = (
    ("near_miss", 150, "A list with telephone numbers lay on the copier of the clinic over a weekend.", 60),
    ("retaliation", 210, "Somebody who spoke at the hearing was asked by a landlord why.", None),
)
ASKED_TO_HEAR = (
    "depot-gate@example.org",
    "tanner-row-3@example.org",
    "late-shift@example.org",
    "river-path@example.org",
)
THEY_WERE_TOLD = "They wrote it on the sheet by the door: we tell you of the next meeting, and of nothing else."
HELD_BACK = "First place for your group in every search: www.rank.example and www.more.example"
