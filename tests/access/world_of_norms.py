"""Texts that people hold up: what everybody reads, and what only the first group does."""

from __future__ import annotations

from typing import Any

from tests.cast import Cast
from tests.factories import groups, norms
from tests.factories.recommendations import make_recommendation

MARKERS = {
    "private_sign_on": "Zaunkönig: what we say with a name that is private",
    "private_note": "Goldammer: what housing means to us alone",
}
WHERE = {"private_sign_on": ("desk:principles", "group.slug"), "private_note": ("public:right", "housing")}


def things_of(cast: Cast) -> dict[str, Any]:
    """The things by name. The first group brought the principles, and both signed them."""
    norms.make_catalogue()
    version = norms.make_principles(cast.group)
    opening = groups.make_group(state="opening", opened_on=None, name="On its way")
    hidden = norms.make_principles(opening)
    return {
        "recommendation": make_recommendation(),
        "no_state": "KE",
        "norm": version.norm,
        "norm_version": version,
        "hidden_norm": hidden.norm,
        "hidden_version": hidden,
        "sign_on": norms.make_sign_on(cast.other_group, version, visibility="public", by=cast.elsewhere.viewer),
        "note": norms.make_note(cast.group, _right("food"), text="Bread on the table.", visibility="public"),
        "hidden_note": norms.make_note(cast.group, _right("housing"), text=MARKERS["private_note"]),
        "hidden_sign_on": norms.make_sign_on(cast.group, version, note=MARKERS["private_sign_on"]),
    }


def _right(slug: str) -> Any:
    from smallplaces.norms.models import Right

    return Right.objects.get(slug=slug)
