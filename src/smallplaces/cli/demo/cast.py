"""The made-up place, its groups and the accounts that try them; everything later in this folder leans on it."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, field
from typing import Any

from smallplaces.core.clock import fixed
from smallplaces.core.viewers import ANYBODY, Viewer, command
from smallplaces.groups import actions as groups
from smallplaces.groups.models import Account, Group
from smallplaces.groups.queries import viewer_of
from smallplaces.places import actions as places
from smallplaces.places.models import Place, PublicBody

SOURCE = "Made up for the demonstration"
ZONE = "UTC"
SLUG = "osier-bend"

BODIES = (
    ("council", "Osier Bend Town Council", "council"),
    ("company", "Bend Water Company", "company"),
    ("buses", "County Bus Office", "office"),
)
CLAIMS = (
    ("kind", "A river town and the villages round it"),
    ("people", "About 24,000"),
    ("languages", "English, Spanish, Arabic"),
    (
        "why",
        (
            "After the flood, 61 households found new locks on their doors. Four women who shared a laundry wrote down, on the "
            "back of a timetable, what people said in the queue. The second month they read article 25 aloud and one said: "
            "“Then who took it out?”"
        ),
    ),
)


@dataclass
class Stage:
    """What has been made so far, by the keys that the files of this folder use."""

    today: dt.date
    place: Place
    marsh: Place
    laundry: Group
    traders: Group
    minders: Group
    towns: Group
    password: str
    by: dict[str, Viewer] = field(default_factory=dict)
    bodies: dict[str, PublicBody] = field(default_factory=dict)
    made: dict[tuple[str, str], Any] = field(default_factory=dict)

    def ago(self, days: int) -> dt.date:
        """The day so many days before the day of loading."""
        return self.today - dt.timedelta(days=days)


def set_the_stage(today: dt.date) -> Stage:
    """Places, bodies, three groups and their alliance, with two holders each."""
    steward = command()
    with fixed(today - dt.timedelta(days=425)):
        place, marsh = _places(steward)
        stage = Stage(
            today=today,
            place=place,
            marsh=marsh,
            laundry=_group(place, "Laundry Circle", "laundry-circle", steward),
            traders=_group(place, "Riverside Traders", "riverside-traders", steward),
            minders=_group(marsh, "Pump Minders of Low Marsh", "pump-minders", steward),
            towns=_group(marsh, "Alliance of the River Towns", "river-towns", steward, kind="alliance"),
            password=secrets.token_hex(10),
        )
        for key, name, kind in BODIES:
            stage.bodies[key] = places.add_body(place=place, name=name, kind=kind, source=SOURCE, by=steward)
        for key, group in (
            ("laundry", stage.laundry),
            ("traders", stage.traders),
            ("minders", stage.minders),
            ("towns", stage.towns),
        ):
            stage.by[key] = _holders(group, key, stage.password, steward)
            group.refresh_from_db()
    return stage


def _places(steward: Viewer) -> tuple[Place, Place]:
    """Osier Bend with what is known of it, and its neighbour."""
    shared: dict[str, Any] = {
        "country": "XC",
        "country_name": "Republic of Corrow",
        "zone": ZONE,
        "source": SOURCE,
        "fictional": True,
    }
    place = places.propose_place(
        "Osier Bend", slug=SLUG, kind="town", kind_words="river town and the villages round it", by=steward, **shared
    )
    marsh = places.propose_place("Low Marsh", slug="low-marsh", kind="village", by=steward, **shared)
    for name, text in CLAIMS:
        places.claim(place=place, field=name, text=text, lang="en", source=SOURCE, by=steward)
    places.claim(place=marsh, field="people", text="About 400", lang="en", source=SOURCE, by=steward)
    return place, marsh


ABOUT = {
    "laundry-circle": (
        "We share a laundry, a river and a bus that does not come. We meet in the chapel kitchen and write down what people say.",
        "Notice board of the laundry on Tanner Row, or ask any of us in the queue.",
        "the clinic nurses’ table, Thursdays, behind the blue door",
    ),
    "riverside-traders": (
        "Shops on the riverside. We joined late, and we do not agree with the circle about the stalls. We agree about the water.",
        "The counter of any riverside shop.",
        "the chapel kitchen",
    ),
    "river-towns": (
        "Groups of the river who meet twice a year, and read to one another what worked and what did not.",
        "Any of our groups.",
        "whoever your own group trusts",
    ),
    "pump-minders": (
        "Six of us keep the village pump, the slate and the key.",
        "The slate by the pump.",
        "the teacher, at the school gate",
    ),
}


def _group(place: Place, name: str, slug: str, steward: Viewer, kind: str = "core") -> Group:
    about, contact, story_contact = ABOUT[slug]
    return groups.start_group(
        place=place,
        name=name,
        kind=kind,
        about=about,
        contact=contact,
        story_contact=story_contact,
        lang="en",
        slug=slug,
        by=steward,
    )


def _holders(group: Group, key: str, password: str, steward: Viewer) -> Viewer:
    """Two holders, each through an invitation: the group is open when the second has accepted."""
    first: Account | None = None
    for number in (1, 2):
        link, _key = groups.invite(group=group, role="holder", by=steward)
        account = groups.make_account(link, username=f"{key}-{number}", password=password, name="", by=ANYBODY)
        first = first or account
    if first is None:
        raise AssertionError
    return viewer_of(first)
