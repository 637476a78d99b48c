"""The doors of a group's own affairs: decisions, seats, names, harm, alliances."""

from __future__ import annotations

from tests.access.rules import (
    DONE,
    MISSING,
    OK,
    SIGN_IN,
    TOLD_WHY,
    UNFINISHED,
    Row,
    any_desk,
    button,
    everybody,
    holders_desk,
    looked_after,
    our_desk,
    ours,
    rule,
    workbench,
)

DECISIONS = [
    Row("public:decisions", "group.slug", everybody()),
    Row("public:decisions_json", "group.slug", everybody()),
    Row("public:decisions_csv", "group.slug", everybody()),
    Row("public:decisions", "asked_group.slug", rule(MISSING, MISSING, MISSING, OK)),
    Row("public:decision", "decision.pk", ours()),
    Row("public:decision", "open_decision.pk", everybody()),
    workbench("desk:decision_correct", "decision.pk"),
    workbench("desk:decision_correct", "open_decision.pk"),
    button("desk:decision_publish", "decision.pk"),
    button("desk:decision_publish", "open_decision.pk"),
    Row("desk:membership_role", "membership.pk", looked_after(member=TOLD_WHY), looked_after(UNFINISHED, member=403)),
    Row("desk:pass_on", "group.slug", holders_desk(), holders_desk(UNFINISHED)),
    Row("desk:group_close", "group.slug", holders_desk(), holders_desk(UNFINISHED)),
]

SEATS = [
    Row("public:committee", "group.slug", everybody()),
    Row("public:committee_json", "group.slug", everybody()),
    Row("public:committee_csv", "group.slug", everybody()),
    Row("public:committee", "asked_group.slug", rule(MISSING, MISSING, MISSING, OK)),
    Row("desk:committee", "group.slug", our_desk()),
    workbench("desk:seat_add", "group.slug"),
    workbench("desk:seat_change", "seat.pk"),
    workbench("desk:seat_remove", "seat.pk", DONE),
    button("desk:seat_empty", "seat.pk"),
    button("desk:seat_ask", "hidden_seat.pk"),
]

NAMES = [
    Row("public:conduct", "group.slug", everybody()),
    Row("desk:conduct", "group.slug", holders_desk(), holders_desk(DONE)),
    workbench("desk:voices", "group.slug"),
    workbench("desk:harms", "group.slug"),
    button("desk:harm_remove", "harm.pk"),
]

ALLIANCES = [
    Row("public:alliance_join", "group.slug", everybody(), everybody(UNFINISHED)),
    Row("public:alliance_join", "cast.other_group.slug", everybody(MISSING), everybody(MISSING)),
    Row("desk:alliance", "group.slug", our_desk()),
    Row("desk:alliance_ask", "group.slug", None, any_desk(DONE)),
    Row("desk:member_settle", "asking.pk", None, rule(SIGN_IN, DONE, MISSING, MISSING, member=TOLD_WHY)),
    Row("desk:member_settle", "member_group.pk", None, rule(SIGN_IN, DONE, MISSING, MISSING, member=TOLD_WHY)),
    Row(
        "desk:member_leave",
        "asking.pk",
        *[rule(SIGN_IN, status, MISSING, MISSING, member=403) for status in (OK, DONE)],
    ),
    Row("desk:member_leave", "member_group.pk", *[rule(SIGN_IN, MISSING, TOLD_WHY, MISSING)] * 2),
]

COMMITTEES = [*DECISIONS, *SEATS, *NAMES, *ALLIANCES]
