"""The doors of the kit, of session plans and of guides."""

from __future__ import annotations

from tests.access.rules import MISSING, OK, TOLD_WHY, Row, behind_link, everybody, our_desk

KITS = [
    Row("public:kits", "", everybody()),
    Row("public:kit_plan", "problem-tree", everybody()),
    Row("public:kit_plan", "no-such-plan", everybody(MISSING)),
    Row("public:guides", "", everybody()),
    Row("public:guide", "records-request", everybody()),
    Row("public:guide", "no-such-guide", everybody(MISSING)),
    Row("desk:kit", "meeting.pk", our_desk()),
    Row("desk:kit", "hidden_meeting.pk", our_desk()),
    Row("listening:kit", "", behind_link("facilitator", OK, TOLD_WHY)),
]
