"""Demands, texts, promises with what they say and what we say."""

from __future__ import annotations

from dataclasses import dataclass

RESOLUTION_41 = """Resolution No. 41: Water is for living

WHEREAS families on the flood side were without water for days in the winter after the flood; and
WHEREAS those who were cut off could not read the bill over which they were cut off; and
WHEREAS this council heard forty residents, who asked for water before bills;

NOW, THEREFORE, BE IT RESOLVED by the Town Council of Osier Bend:

1. That the Bend Water Company shall not cut off any home for debt, from the first day of the coming month.

2. That the Council sets aside 120,000 crowns for an arrears fund, of which 40,000 crowns come from this year’s reserve.

3. That where supply must be limited, fifty litres a person a day stay free at a point near the home, paid or not.

4. That the Council shall seat an oversight panel of nine, five of them residents who were cut off, within 120 days.

5. That the works committee shall report to the public once a year, in the three languages of the town.
"""

MOTION_RETURN = """Motion: Return

WHEREAS 61 households have not been let back to their homes since the flood;

BE IT RESOLVED that no land on the flood side be sold or leased by the town before an assembly of those who lived there has met and been heard.
"""

LAUNDRY_PLEDGE = """The Laundry Pledge

We, who share a laundry, a river and a bus that does not come, pledge to one another:

1. A phone chain: who calls at any hour is not alone at the door within half an hour.

2. A flood kitchen: when the siren goes, the chapel kitchen opens and nobody is asked who they are.

3. A river watch: twice a month two of us walk the bank, dip a jar and write down what we see.
"""

PUMP_RULE = """The pump rule of Low Marsh

1. Fifty litres a head each day from the village pump, paid or not.

2. Whoever minds the pump writes the hours on the slate by the door.
"""

LESSON = "We asked before the traders were with us; the hearing was at ten in the morning; our sponsor lost the seat."

SIGNERS = (
    ("Laundry Circle", "neighbourhood"),
    ("Riverside Traders", "trade"),
    ("Chapel kitchen", "faith"),
    ("Dockers’ branch", "union"),
    ("Clinic nurses’ table", "health"),
    ("Night shelter tea group", "people without a home"),
    ("Tanner Row tenants", "tenants"),
    ("Weir anglers", "river"),
    ("School caretakers", "school"),
    ("Women of the river path", "women"),
    ("Grupo de la clínica", "migrants"),
    ("Quay choir", "culture"),
    ("Upper villages’ post bus", "villages"),
    ("Old Town widows’ fund", "older people"),
)


@dataclass(frozen=True)
class Word:
    """What one side says: the word, the reasons, how many days ago, and for a body how it reached us."""

    judgement: str
    text: str
    days_ago: int
    how: str = "record"
    source: str = ""


@dataclass(frozen=True)
class Promised:
    """One promise. `clause` names a clause of an act by its number; `body` or nothing for ourselves."""

    key: str
    text: str
    origin: str
    act: str = ""
    clause: str = ""
    body: str = ""
    due_days: int | None = None
    due_words: str = ""
    money: str = ""
    rhythm: str = ""
    demands: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    made_days_ago: int = 216
    source: str = ""
    they: Word | None = None
    we: Word | None = None
    followups: tuple[tuple[int, str, str], ...] = ()


PROMISES = (
    Promised(
        "no_cuts",
        "No home is cut off for debt.",
        "clause",
        "r41",
        "1.",
        "company",
        -200,
        "from the first day of the coming month",
        demands=("water",),
        issues=("water",),
        they=Word(
            "kept",
            "We have cut off no household since the resolution.",
            60,
            "letter",
            "Letter of the company to the group, on file",
        ),
        we=Word(
            "not_really",
            "They screw in a flow restrictor instead: a cup in four minutes. Three readings, with photographs.",
            34,
        ),
        followups=(
            (
                120,
                "First restrictor found, on Tanner Row: one litre in nineteen minutes.",
                "Reading 1, with photograph",
            ),
            (77, "Second restrictor: one litre in seventeen minutes.", "Reading 2, with photograph"),
            (41, "Third restrictor, in a house with two small children.", "Reading 3, with photograph"),
        ),
    ),
    Promised(
        "fund",
        "An arrears fund of 120,000 crowns.",
        "clause",
        "r41",
        "2.",
        "council",
        -120,
        "",
        "120,000 crowns, 40,000 of them from this year’s reserve",
        demands=("water",),
        issues=("water",),
        they=Word("kept", "The fund was approved in full.", 110, "record", "Minutes of the council, item 9"),
        we=Word("partly", "31,000 crowns are spent. The form to ask for it is only in English.", 30),
        followups=(
            (
                45,
                "Asked the town clerk what was paid out: 31,000 crowns to 22 homes.",
                "Reply of the town clerk, on file",
            ),
        ),
    ),
    Promised(
        "panel",
        "An oversight panel of nine, five of them residents who were cut off.",
        "clause",
        "r41",
        "4.",
        "council",
        -96,
        "within 120 days",
        demands=("water",),
        issues=("water",),
        we=Word("not_kept", "It met twice, then nothing. Nobody called the five.", 25),
        followups=(
            (170, "The panel met for the first time; four residents were seated.", "Our notes of the meeting"),
            (140, "It met a second time. No minutes were published.", "Our notes of the meeting"),
        ),
    ),
    Promised(
        "report",
        "A report to the public once a year, in the three languages of the town.",
        "clause",
        "r41",
        "5.",
        "council",
        -62,
        "",
        rhythm="once a year",
        demands=("water",),
        issues=("water",),
        they=Word(
            "kept",
            "The first report is on the council’s board and at the library.",
            31,
            "record",
            "Notice board of the council",
        ),
        we=Word("kept", "Kept, a month late. The Arabic pages are the shortest.", 28),
    ),
    Promised(
        "chain",
        "A phone chain: nobody is alone at their door for longer than half an hour.",
        "pledge",
        "pledge",
        "1.",
        demands=("door",),
        issues=("lock",),
        made_days_ago=330,
        we=Word("kept", "Nine calls, and each time someone came. Seven families stayed.", 22),
    ),
    Promised(
        "watch",
        "A river watch, twice a month.",
        "pledge",
        "pledge",
        "3.",
        rhythm="twice a month",
        issues=("river",),
        made_days_ago=330,
        we=Word("not_kept", "Not kept in winter; we say so. From the thaw on we missed no turn.", 20),
        followups=((60, "Four jars, one brown. The chemistry teacher keeps them in a cupboard.", "Our river book"),),
    ),
    Promised(
        "bus",
        "A bus at 23:40, from the union hall.",
        "aloud",
        "",
        "",
        "buses",
        -150,
        "",
        issues=("bus",),
        made_days_ago=190,
        source="Hearing on the timetable; our recording, at minute 47",
        they=Word("denied", "No such undertaking was given.", 88, "letter", "Letter of the county bus office, on file"),
        we=Word("not_kept", "It is on the recording. There is no bus.", 80),
    ),
)

THE_TRADERS_SAY = Word("not_kept", "We were to have a seat for the shops. We were not called either.", 26)

PUMP_CHANGED = "A head, not a person: we count the goats’ keepers too. And the slate is ours."
PUMP_OUTCOME = "Kept five months, then the fuel ran out; ask us."


@dataclass(frozen=True)
class Asked:
    """One demand from an issue: on bodies, or without any on ourselves; made from sentences."""

    key: str
    issue: str
    text: str
    bodies: tuple[str, ...]
    made_in: str
    state: str
    sentences: tuple[str, ...] = ()


DEMANDS = (
    Asked(
        "water",
        "water",
        "No home cut off for debt; bills explained in three languages; an arrears fund.",
        ("company", "council"),
        "circle",
        "asked",
        ("before_bills", "explicar"),
    ),
    Asked(
        "return",
        "lock",
        "No land on the flood side changes hands before an assembly of those who lived there.",
        ("council",),
        "committee",
        "asked",
        ("street_decides",),
    ),
    Asked("door", "lock", "Nobody stands alone at their door.", (), "circle", "won"),
)
