"""What only the first group may read stands in no answer to anybody else. First: it is there to be read."""

from __future__ import annotations

import pytest

from tests.access import world_of_committees, world_of_dialogues, world_of_letters, world_of_norms, world_of_walls
from tests.access.asking import ask
from tests.access.table import EVERYBODY, ROWS, Row
from tests.access.world import MARKERS, PROPOSED, World

# Where a member of the group reads each of them.
WHERE = {
    "ours": ("public:room", "room.pk"),
    "private_issue": ("desk:issue", "hidden_issue.pk"),
    "hidden_cause": ("public:issue_tree", "place.slug closed_tree.pk"),
    "power": ("desk:power", "issue.pk"),
    "gain": ("desk:gains", "issue.pk"),
    "private_demand": ("public:demand", "hidden_demand.pk"),
    "private_step": ("desk:steps", ""),
    "private_promise": ("public:promise", "hidden_promise.pk"),
    "private_act": ("desk:act", "hidden_act.pk"),
    "private_followup": ("public:promise", "promise.pk"),
    "private_word": ("public:promise", "promise.pk"),
    "private_readback": ("public:room", "room.pk"),
    "private_meeting": ("desk:meeting", "hidden_meeting.pk"),
    "private_decision": ("public:decisions", "group.slug"),
    "draft": ("desk:report", "report.pk"),
    "waiting_signer": ("desk:demand", "demand.pk"),
    "private_series": ("desk:series_list", "group.slug"),
    "private_training": ("public:trainings", "place.slug"),
    "private_outcomes": ("public:meeting", "hidden_meeting.pk"),
    "heads": ("public:room", "room.pk"),
    "keys": ("desk:hand_over", "group.slug"),
    "not_found": ("public:room", "room.pk"),
    **world_of_committees.WHERE,
    **world_of_letters.WHERE,
    **world_of_walls.WHERE,
    **world_of_norms.WHERE,
    **world_of_dialogues.WHERE,
}
# The facilitator sits in the room: its words, its numbers and its read-backs are open to them.
INSIDE_THE_ROOM = {"ours", "heads", "private_readback", *world_of_walls.INSIDE_THE_ROOM, "not_found"}
OUTSIDERS = [who for who in EVERYBODY if who not in {"member", "holder"}]
PART = {"HTTP_HX_REQUEST": "true"}
PAGES = [row for row in ROWS if row.get]


@pytest.fixture
def issue_page(world: World) -> Row:
    """The public issue at its right address, where most hidden things hang."""
    moved = ask(world, Row("public:issue", "place.slug issue.pk"), "anybody").headers["Location"]
    return Row("public:issue", f"place.slug issue.pk {moved.strip('/').rpartition('/')[2]}")


def text_of(world: World, row: Row, who: str, **headers: str) -> str:
    """The whole answer as text; files too."""
    return ask(world, row, who, **headers).whole.decode("utf-8", "replace")


def test_markers_are_told_apart_and_stand_in_no_random_key():
    names = [words.split(":")[0] for words in MARKERS.values()]

    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if len(name) < 5] == []


@pytest.mark.parametrize("marker", MARKERS)
def test_a_member_reads_what_is_hidden_from_others(world: World, marker: str):
    name, arguments = WHERE[marker]

    # Addresses are the holders' alone.
    assert MARKERS[marker] in text_of(world, Row(name, arguments), "holder" if marker == "mailing" else "member")


def leaks(world: World, row: Row, who: str, **headers: str) -> list[str]:
    """The hidden things that an outsider finds in an answer."""
    text = text_of(world, row, who, **headers)
    allowed = INSIDE_THE_ROOM if who == "facilitator" else set()
    found = [name for name, words in MARKERS.items() if words.split(":")[0] in text and name not in allowed]
    if PROPOSED in text and who in {"anybody", "facilitator", "official"}:
        found.append("proposed")
    return [f"{row.name} {row.arguments} tells {who} of: {', '.join(found)}"] if found else []


@pytest.mark.parametrize(
    ("who", "headers"),
    [*((who, {}) for who in OUTSIDERS), ("anybody", PART), ("elsewhere", PART)],
    ids=[*OUTSIDERS, "anybody-part", "elsewhere-part"],
)
def test_nobody_outside_the_group_reads_what_is_hidden(
    world: World, issue_page: Row, who: str, headers: dict[str, str]
):
    found = [line for row in [*PAGES, issue_page] for line in leaks(world, row, who, **headers)]

    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_the_issue_page_is_looked_at(world: World, issue_page: Row):
    answer = ask(world, issue_page, "anybody")

    assert answer.status_code == 200
    assert "The pond smells in May." in answer.whole.decode()
