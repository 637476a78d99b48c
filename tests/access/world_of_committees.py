"""Seats, names, harm and alliances of the world: what everybody reads, and what only the first group does."""

from __future__ import annotations

from typing import Any

from tests.cast import Cast
from tests.factories import groups
from tests.factories.core import DAY

MARKERS = {
    "private_seat": "Bekassine: the seat that is private",
    "seat_name": "Turmfalke: the name that a public seat keeps private",
    "harm": "Kuckuck: what harmed us",
    "asking": "Sperling: the group that asks to join",
}
WHERE = {
    "private_seat": ("desk:committee", "group.slug"),
    "seat_name": ("desk:committee", "group.slug"),
    "harm": ("desk:harms", "group.slug"),
    "asking": ("desk:alliance", "group.slug"),
}


def committees(cast: Cast) -> dict[str, Any]:
    """The things by name. The first group is an alliance here, and the second one is in it."""
    group = cast.group
    group.kind, group.conduct = "alliance", "We let each other finish."
    group.save()
    decision = groups.make_decision(group, text="The pond first.", visibility="public")
    groups.make_membership(group, role="holder", until=DAY, ended_by=decision)
    return {
        "open_decision": decision,
        "seat": groups.make_seat(group, state="filled", name=MARKERS["seat_name"], visibility="public"),
        "hidden_seat": groups.make_seat(group, community=MARKERS["private_seat"]),
        "named": groups.make_named_person(group, cast.holder.account),
        "harm": groups.make_harm(group, text=MARKERS["harm"]),
        "asking": groups.make_member_group(group, name=MARKERS["asking"], state="asked"),
        "member_group": groups.make_member_group(group, group=cast.other_group),
    }
