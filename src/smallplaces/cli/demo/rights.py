"""Rights that the Laundry Circle set beside its words, and suggestions that it refused. Beside the river stands none: it is complete."""

from __future__ import annotations

from typing import Any

from smallplaces.cli.demo.cast import Stage
from smallplaces.core.clock import fixed
from smallplaces.norms.actions.links import link_right, refuse_right
from smallplaces.norms.models import Provision, Right

# Kind and key of the thing, the right or article, where it was talked over, and why.
BESIDE = (
    ("issue", "water", "water-and-sanitation", "circle", "person"),
    ("issue", "water", "ICESCR 11", "committee", "person"),
    ("issue", "bus", "public-services-and-mobility", "committee", "lexicon"),
    ("issue", "lock", "housing", "circle", "person"),
    ("sentence", "explicar", "equality-and-non-discrimination", "committee", "person"),
    ("sentence", "keys", "personal-safety", "circle", "person"),
    ("sentence", "emptied", "racial-justice", "circle", "person"),
    ("demand", "water", "water-and-sanitation", "committee", "lexicon"),
    ("demand", "water", "UDHR 25", "committee", "person"),
    ("promise", "no_cuts", "water-and-sanitation", "committee", "lexicon"),
    ("clause", "r41/4.", "participation", "desk", "learned"),
)
# The words of the laundry queue are about water; a machine thought of other things.
REFUSED = (
    ("issue", "water", "corporate-accountability", "lexicon"),
    ("issue", "bus", "just-conditions-of-work", "lexicon"),
)
DAYS_AGO = 190


def set_rights_beside(stage: Stage) -> None:
    """What a circle or the committee talked over, as it was decided some weeks after the resolution."""
    by = stage.by["laundry"]
    with fixed(stage.ago(DAYS_AGO)):
        for kind, key, named, made_in, because in BESIDE:
            for end in _ends(named):
                link_right(kind, stage.made[kind, key], **end, made_in=made_in, because=because, by=by)
        for kind, key, named, because in REFUSED:
            for end in _ends(named):
                refuse_right(kind, stage.made[kind, key], **end, because=because, by=by)


def _ends(named: str) -> list[dict[str, Any]]:
    """The right of this slug, or the article; nothing where the catalogue was not brought in."""
    code, _space, number = named.partition(" ")
    if not number:
        return [{"right": one} for one in Right.objects.filter(slug=named)]
    rows = Provision.objects.filter(version__norm__code=code, number=number).select_related("version__norm")
    return [{"provision": one} for one in rows.order_by("-version__position")[:1]]
