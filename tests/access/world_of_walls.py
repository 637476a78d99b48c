"""What hangs on a wall: photographs of two meetings, and the orders of two rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.factories import core, issues
from tests.readers import picture_files

if TYPE_CHECKING:
    from smallplaces.meetings.models import Meeting, Photo
    from tests.access.world import World

MARKS = 419385  # long enough to stand in no id by chance
MARKERS = {
    "photo": "Kiebitz: what is on the photograph",
    "ranking_note": "Zaunkoenig: what we note about our order",
    "hidden_priority": "Bussard: what stands beside an order of ours",
    "marks": str(MARKS),
}
WHERE = {
    "photo": ("desk:photos", "meeting.pk"),
    "ranking_note": ("desk:what_first", "meeting.pk"),
    "hidden_priority": ("desk:what_first", "hidden_meeting.pk"),
    "marks": ("desk:what_first", "meeting.pk"),
}
# The facilitator sits before the wall.
INSIDE_THE_ROOM = {"photo"}


def make(world: World) -> None:
    """One order that everybody may read, in words, and one that only the group may."""
    from smallplaces.issues.actions import RankDraft

    drafts = [RankDraft(world.issue, marks=MARKS), RankDraft(world.closed_tree, marks=1)]
    ranking = issues.make_ranking(world.room, drafts=drafts, visibility="public", note=MARKERS["ranking_note"])
    hidden = issues.make_ranking(world.hidden_room, [world.hidden_issue, world.issue])
    world.things |= {
        "photo": photograph(world.meeting),
        "hidden_photo": photograph(world.hidden_meeting),
        "ranking": ranking,
        "priority": issues.make_priority(ranking, body=world.body, issue=world.issue),
        "hidden_priority": issues.make_priority(hidden, body=world.body, text=MARKERS["hidden_priority"]),
    }


def photograph(meeting: Meeting) -> Photo:
    """A row as `add_photo` leaves it, without the process that opens a picture."""
    from smallplaces.meetings.models import Photo

    file = core.make_file(
        picture_files.made("JPEG"), name="wall.jpg", media_type="image/jpeg", group_id=meeting.group_id
    )
    facts = {"caption": MARKERS["photo"], "faces_looked_at": True, "added_on": core.DAY}
    return Photo.objects.create(meeting=meeting, file=file, **facts)
