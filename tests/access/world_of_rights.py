"""Rights beside what everybody sees, and beside what only the first group does."""

from __future__ import annotations

from typing import Any

from tests.factories import links


def things_of(world: Any) -> dict[str, Any]:
    """The links by name. The first group, or somebody who knows the place, set them."""
    article = links.a_provision("TEST", "11")
    beside = {"issue": world.issue, "demand": world.demand, "promise": world.promise}
    return {
        **{f"{kind}_right": links.link(kind, thing) for kind, thing in beside.items()},
        **{f"{kind}_article": links.link(kind, thing, provision=article) for kind, thing in beside.items()},
        "hidden_issue_right": links.link("issue", world.hidden_issue),
    }
