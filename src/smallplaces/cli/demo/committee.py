"""The committee of the Laundry Circle: thirteen seats, eleven filled, and what it decided. People appear by role only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chair:
    """One seat: for whom, how it stands, who fills it (a role, never a name), and whether everybody may read that."""

    sector: str
    community: str
    state: str = "filled"
    who: str = ""
    shown: bool = True
    affiliation: str = ""
    note: str = ""


SEATS = (
    Chair("women", "the four who began at the laundry", who="a woman of the laundry"),
    Chair("residents", "tenants of Tanner Row", who="a tenant of Tanner Row"),
    Chair("residents", "those with new locks on their doors", shown=False),
    Chair("older", "the lunch club", who="a grandmother of the lunch club"),
    Chair("disability", "people who need step-free doors", who="a man who knows each step in town"),
    Chair("migrants", "those whose first language is Arabic", shown=False),
    Chair("labour", "the night shift", who="a cleaner of the night shift", affiliation="union hall"),
    Chair("faith", "the chapel", who="the chapel’s caretaker", affiliation="chapel of the river"),
    Chair("business", "the Riverside Traders", who="a baker of the riverside", affiliation="Riverside Traders"),
    Chair("health", "the clinic", who="a nurse of the Thursday table", affiliation="clinic"),
    Chair("environment", "the river", who="one of the river watch"),
    Chair("youth", "young people", "asked_twice", note="They want a date after exams."),
    Chair(
        "unhoused",
        "people of the night shelter",
        "asked_twice",
        note="They want to see what became of the first meeting.",
    ),
)


@dataclass(frozen=True)
class Decided:
    """One decision: so many days ago, by which rule, and whether it is looked at again."""

    days_ago: int
    text: str
    result: str
    rule: str
    brought_by: str = ""
    dissent: str = ""
    review_in_days: int | None = None
    key: str = ""


DECISIONS = (
    Decided(
        400,
        "We write down what is said, and nobody’s name beside it.",
        "Agreed by all, before the first pencil was sharpened.",
        "consensus",
        "the four of the laundry",
    ),
    Decided(
        380,
        "Seats for those who come back from the flood side before seats for those who come to help them.",
        "Agreed.",
        "consent",
        "a tenant of Tanner Row",
    ),
    Decided(
        300,
        "The group asks for an arrears fund although it would rather ask for free water.",
        "Agreed, eight to three.",
        "hands",
        "the clinic nurses’ table",
        dissent="Three said: a fund pays the company what it should never have billed.",
    ),
    Decided(
        190,
        "After the motion lapsed: no more hearings at ten in the morning without somebody who looks after the children.",
        "Agreed by all.",
        "consensus",
        "the lunch club",
    ),
    Decided(
        95,
        "The Riverside Traders take a seat, although we do not agree about the stalls.",
        "Nobody objected. Both sides wrote down what they do not agree about.",
        "consent",
        "the river watch",
        review_in_days=60,
    ),
    Decided(
        20,
        "We say in the home report that the river watch was not kept in winter.",
        "Agreed. It stands beside what the others did not keep.",
        "consensus",
        "one of the river watch",
        key="say_so",
    ),
)
CONDUCT = """We begin when the children are looked after, and end when we said.
One speaks, the others listen; whoever speaks seldom speaks first.
What stays in the room stays in the room, also in the queue.
Nobody speaks for somebody who can be asked.
We say it when we did not keep our own word."""
KEYS = """The key of the chapel kitchen: with the caretaker, second door.
The box of paper sheets: top shelf in the laundry, behind the soap.
Passwords: each holder knows her own; two together make a new one.
The phone chain’s list: on paper only, with the four of the laundry."""
