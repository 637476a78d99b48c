"""Five issues in people's words, with their trees, who gains, who must act, and one power sheet."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Box:
    """A box of a tree: own words, or a sentence of a circle by its key. Deeper boxes hang under it."""

    level: str
    text: str = ""
    sentence: str = ""
    root_name: str = ""
    made_in: str = "circle"
    deeper: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Told:
    """One issue. `title` and `gathers` name sentences of the circles."""

    key: str
    title: str
    gathers: tuple[str, ...]
    tree: Box
    gains: str
    gains_source: str = ""
    duties: tuple[tuple[str, str, str], ...] = ()
    made_in: str = "circle"
    disagreement: str = ""
    power: tuple[tuple[str, str], ...] = field(default=())


ISSUES = (
    Told(
        "water",
        "cut",
        ("buckets", "before_bills", "each_line", "borrowed", "balde", "factura", "explicar", "asked"),
        Box(
            "shows",
            "Shut-offs: taps dry for days",
            deeper=(
                Box(
                    "immediate",
                    "Fees are put on top of what is owed, and the debt runs away from us",
                    deeper=(
                        Box(
                            "underlying",
                            "The contract pays the company by what it collects",
                            made_in="committee",
                            deeper=(Box("root", "Water is owned as revenue, not held in common", root_name="owning"),),
                        ),
                    ),
                ),
            ),
        ),
        "Bend Water Company: it earns by collecting.",
        "Water contract, schedule 4, read at the council office",
        (
            ("company", "respect", "Nothing, but that it is paid by what it collects."),
            ("council", "protect", "It signed the contract for thirty years and has no one who can read a tariff."),
        ),
        power=(
            ("decides", "The council’s works committee, by one vote; the contract officer writes its papers"),
            ("gains", "The operator; the bank that lends on the contract"),
            ("with_us", "The clinic nurses, the union branch, the chapel"),
            ("could", "The school caretakers: they carry water too"),
        ),
    ),
    Told(
        "lock",
        "lock",
        ("notice", "maps", "street_decides", "emptied"),
        Box(
            "shows",
            "61 households are out",
            deeper=(
                Box(
                    "immediate",
                    "Notices to leave that give no cause",
                    deeper=(
                        Box(
                            "underlying",
                            sentence="maps",
                            deeper=(
                                Box("root", "Land is a thing to bet on", root_name="profit"),
                                Box("root", sentence="emptied", root_name="racism"),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        "A warehouse firm that has options on the flood side.",
        "Land register of the county, nine extracts, copies with the group",
        (("council", "respect", "It waits for the flood maps, and the maps wait for it."),),
    ),
    Told(
        "bus",
        "bus",
        ("keys", "noon", "bus_when", "ride"),
        Box(
            "shows",
            sentence="keys",
            deeper=(
                Box(
                    "immediate",
                    "The late route was cut",
                    deeper=(
                        Box(
                            "underlying",
                            sentence="noon",
                            deeper=(
                                Box("root", "Those who decide do not ride", root_name=""),
                                Box("root", "Care and night work are not seen as work", root_name="patriarchy"),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        "Nobody much. That is why it can be won.",
        "",
        (("buses", "fulfil", "It has the bus and the driver; it lacks a count taken at night."),),
    ),
    Told(
        "stalls",
        "stalls",
        ("move_on", "fined", "job", "licence", "market"),
        Box(
            "shows",
            "Fines",
            deeper=(
                Box(
                    "immediate",
                    "Permits have been frozen for six years",
                    deeper=(
                        Box(
                            "underlying",
                            "Complaints, all by one association",
                            made_in="committee",
                            deeper=(Box("root", "Who counts as a neighbour", root_name="racism"),),
                        ),
                    ),
                ),
            ),
        ),
        "The shopping mall at the ring road.",
        "Minutes of the licensing panel, where the complaints are listed by who made them",
        (("council", "protect", "The freeze was to last one summer; nobody has the duty to end it."),),
        disagreement=(
            "The Riverside Traders joined late and do not agree: their shops pay rent and the stalls do not. "
            "They want stalls on the square, not on the flood side. We kept both in the minutes."
        ),
    ),
    Told(
        "river",
        "smells",
        ("marron", "peces", "midan", "windows", "chemist"),
        Box(
            "shows",
            "Fish dead along the bank",
            deeper=(
                Box(
                    "immediate",
                    "The old tannery ponds leak when it rains",
                    made_in="desk",
                    deeper=(
                        Box(
                            "underlying",
                            "No one tests the water",
                            deeper=(Box("root", "In law the river is a drain", root_name="owning"),),
                        ),
                    ),
                ),
            ),
        ),
        "Whoever would have to pay for cleaning the old ponds.",
        "",
        (("ourselves", "", "We have no laboratory. We have jars, a calendar and a chemist in every school."),),
    ),
)

# issue, how, other issue, where the link was made
LINKS = (
    ("water", "worsens", "lock", "circle"),
    ("lock", "shares_cause", "stalls", "committee"),
)
