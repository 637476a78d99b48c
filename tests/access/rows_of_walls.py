"""The doors of what hangs on a wall: photographs, the tree typed from it, and what a room puts first."""

from __future__ import annotations

from tests.access.rules import DONE, MISSING, OK, TOLD_WHY, UNFINISHED, Row, behind_link, button, our_desk, workbench

WALLS = [
    workbench("desk:photos", "meeting.pk"),
    workbench("desk:photos", "hidden_meeting.pk"),
    Row("desk:photo", "meeting.pk photo.pk", our_desk()),
    Row("desk:photo", "hidden_meeting.pk hidden_photo.pk", our_desk()),
    Row("desk:photo", "meeting.pk hidden_photo.pk", our_desk(MISSING)),
    button("desk:photo_remove", "meeting.pk photo.pk"),
    button("desk:photo_remove", "meeting.pk hidden_photo.pk", MISSING),
    Row(
        "listening:photos",
        "",
        behind_link("facilitator", OK, TOLD_WHY),
        behind_link("facilitator", UNFINISHED, TOLD_WHY),
    ),
    Row("listening:photo", "photo.pk", behind_link("facilitator", OK, TOLD_WHY)),
    Row("listening:photo", "hidden_photo.pk", behind_link("facilitator", MISSING, TOLD_WHY)),
    Row("listening:photo_remove", "photo.pk", None, behind_link("facilitator", DONE, TOLD_WHY)),
    Row("listening:photo_remove", "hidden_photo.pk", None, behind_link("facilitator", MISSING, TOLD_WHY)),
    workbench("desk:tree_sheet", "issue.pk"),
    workbench("desk:tree_sheet", "hidden_issue.pk"),
    workbench("desk:what_first", "meeting.pk"),
    workbench("desk:what_first", "hidden_meeting.pk"),
    button("desk:what_first_remove", "meeting.pk"),
    button("desk:priority_add", "meeting.pk", UNFINISHED),
    button("desk:priority_remove", "meeting.pk priority.pk"),
    button("desk:priority_remove", "meeting.pk hidden_priority.pk", MISSING),
]
