"""The smallest valid objects of places."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from tests.factories.core import DAY

if TYPE_CHECKING:
    from smallplaces.places.models import Claim, Correction, Milestone, Place, PublicBody

_numbers = count(1)
ACCEPTED = {"standing": "accepted", "source": "we live here", "proposed_on": DAY, "accepted_on": DAY}


def make_place(**fields: Any) -> Place:
    """An accepted village, each with a name and address of its own."""
    from smallplaces.places.models import Place

    number = next(_numbers)
    smallest = {"name": f"Elder Ford {number}", "slug": f"elder-ford-{number}", "kind": "village"}
    return Place.objects.create(**ACCEPTED | smallest | {"country": "GB", "zone": "Europe/London"} | fields)


def make_body(place: Place | None = None, **fields: Any) -> PublicBody:
    """An accepted public body."""
    from smallplaces.places.models import PublicBody

    smallest = {"name": f"Council of {next(_numbers)} mills", "kind": "council"}
    return PublicBody.objects.create(**ACCEPTED | smallest | {"place": place or make_place()} | fields)


def make_claim(place: Place | None = None, **fields: Any) -> Claim:
    """An accepted claim about a place: another name of it."""
    from smallplaces.places.models import Claim

    smallest = {"field": "name", "text": "Vado del Saúco", "lang": "es", "place": place or make_place()}
    return Claim.objects.create(**ACCEPTED | smallest | fields)


def make_milestone(place: Place | None = None, **fields: Any) -> Milestone:
    """An accepted day in the history of a place; `place=None` for one of the movement."""
    from smallplaces.core.dates import columns
    from smallplaces.places.models import Milestone

    dated = columns("on", fields.pop("on", "2024-05"))
    smallest = {"kind": "gathering", "title": f"Supper at mill {next(_numbers)}", "text": "Everybody came."}
    return Milestone.objects.create(**ACCEPTED | smallest | dated | {"place": place} | fields)


def make_correction(place: Place | None = None, **fields: Any) -> Correction:
    """What somebody says a place should be called; it waits."""
    from smallplaces.places.models import Correction

    place = place or make_place()
    smallest = {"about": "place", "thing_id": place.pk, "field": "name", "before": place.name, "text": "Upper Ford"}
    waits = {"standing": "proposed", "source": "the parish book", "proposed_on": DAY}
    return Correction.objects.create(**waits | smallest | {"place": place} | fields)
