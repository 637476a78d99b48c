"""The doors of rights beside things."""

from __future__ import annotations

from tests.access.rules import DONE, UNFINISHED, Row, button, everybody, of_the_place, our_desk, ours

OURS = (
    "issue issue",
    "issue hidden_issue",
    "sentence ours",
    "cause cause",
    "demand demand",
    "step step",
    "paragraph paragraph",
)
OF_THE_PLACE = ("promise promise", "clause clause")

RIGHTS = [
    *(Row("desk:rights", f"{one}.pk", our_desk(), our_desk(UNFINISHED)) for one in OURS),
    *(Row("desk:rights", f"{one}.pk", of_the_place(), of_the_place(UNFINISHED, UNFINISHED)) for one in OF_THE_PLACE),
    *(button("desk:rights_settle", f"{one}.pk", UNFINISHED) for one in OURS),
    button("desk:right_remove", "issue issue_right.pk"),
    button("desk:right_remove", "issue hidden_issue_right.pk"),
    Row("desk:right_remove", "promise promise_right.pk", None, of_the_place(DONE, DONE)),
    Row("public:rights_sheet", "place.slug issue.pk", everybody()),
    Row("public:rights_sheet", "place.slug hidden_issue.pk", ours()),
]
