"""What stands on a group's page beside what it says about itself: its people by choice, its committee, its alliances."""

from __future__ import annotations

from typing import Any

from smallplaces.core.viewers import Viewer
from smallplaces.groups.alliances import alliances_of, members_of
from smallplaces.groups.enums import GroupKind, MemberState
from smallplaces.groups.queries import get_group
from smallplaces.groups.seats import committee_summary
from smallplaces.groups.voices import conduct_of, named_people
from smallplaces.norms.queries import began


def around(slug: str, *, viewer: Viewer) -> dict[str, Any]:
    """The blocks of a group's page. Six queries."""
    group = get_group(slug, viewer=viewer)
    is_alliance = group.kind == GroupKind.ALLIANCE
    alliances = alliances_of(group.pk, viewer=viewer)
    return {
        "named": named_people(group, viewer=viewer),
        "conduct": conduct_of(group, viewer=viewer),
        "committee": committee_summary(group),
        "is_alliance": is_alliance,
        "members": members_of(group.pk) if is_alliance else (),
        "began": began(group, viewer=viewer),
        "alliances": [one for one in alliances if one.state == MemberState.MEMBER],
    }
