"""What can be found of places: accepted places, what is claimed about them, and days of their history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from django.db.models import QuerySet

from smallplaces.core import search
from smallplaces.core.enums import Standing
from smallplaces.core.search import Document, Source
from smallplaces.core.viewers import Viewer
from smallplaces.places.countries import country_called
from smallplaces.places.enums import ClaimField, ClaimStanding
from smallplaces.places.models import Claim, Milestone, Place, PublicBody
from smallplaces.places.queries import places_visible_to


def register() -> None:
    """Called from `AppConfig.ready`."""
    search.register("place", Source(_places, _places_in_sight))
    search.register("milestone", Source(_milestones, _milestones_in_sight))
    search.register("claim", Source(_claims, _claims_in_sight))


def renew(thing: Place | PublicBody | Claim | Milestone) -> None:
    """Brings a record up to date in the index; a place with all that was found there. For the actions that change one."""
    if isinstance(thing, Place):
        search.index("place", [thing.pk])
        search.index_at(thing.pk)
    elif isinstance(thing, Claim):
        search.index("claim", [thing.pk])
        if thing.field == ClaimField.NAME:
            search.index("place", [thing.place_id])
    elif isinstance(thing, Milestone):
        search.index("milestone", [thing.pk])


def _around(place: Place) -> str:
    above = [place.parent.name] if place.parent else []
    return ", ".join([*above, country_called(place.country, "en", place.country_name)])


def _accepted_places(ids: Sequence[str] | None) -> QuerySet[Place]:
    rows = Place.objects.filter(standing=Standing.ACCEPTED).select_related("parent")
    return rows if ids is None else rows.filter(pk__in=ids)


def _accepted_claims() -> QuerySet[Claim]:
    rows = Claim.objects.filter(standing=Standing.ACCEPTED, place__standing=Standing.ACCEPTED)
    return rows.exclude(shown=ClaimStanding.REPLACED).select_related("place__parent")


def _places(ids: Sequence[str] | None) -> Iterator[Document]:
    names = defaultdict(list)
    claims = _accepted_claims().filter(field=ClaimField.NAME)
    for claim in claims if ids is None else claims.filter(place_id__in=ids):
        names[claim.place_id].append(claim.text)
    for place in _accepted_places(ids):
        yield Document(
            "place",
            place.pk,
            place.name,
            " · ".join(names[place.pk]),
            lang=place.lang,
            around=_around(place),
            parts=(place.slug,),
            place_id=place.pk,
            country=place.country,
            fictional=place.fictional,
        )


def _claims(ids: Sequence[str] | None) -> Iterator[Document]:
    # Names are found with their place.
    rows = _accepted_claims().exclude(field=ClaimField.NAME)
    for claim in rows if ids is None else rows.filter(pk__in=ids):
        yield Document(
            "claim",
            claim.pk,
            "",
            claim.text,
            lang=claim.lang,
            around=f"{claim.place.name}, {_around(claim.place)}",
            parts=(claim.place.slug,),
            place_id=claim.place_id,
            country=claim.place.country,
            fictional=claim.place.fictional,
        )


def _milestones(ids: Sequence[str] | None) -> Iterator[Document]:
    rows = Milestone.objects.filter(standing=Standing.ACCEPTED).select_related("place__parent")
    for row in rows if ids is None else rows.filter(pk__in=ids):
        place = row.place
        if place is not None and place.standing != Standing.ACCEPTED:
            continue
        yield Document(
            "milestone",
            row.pk,
            row.title,
            row.text,
            lang=row.lang,
            around=f"{place.name}, {_around(place)}" if place else "",
            parts=(place.slug,) if place else (),
            place_id=place.pk if place else "",
            country=place.country if place else "",
            fictional=bool(place and place.fictional),
        )


def _places_in_sight(ids: Collection[str], viewer: Viewer) -> Collection[str]:
    return set(places_visible_to(viewer).filter(pk__in=ids).values_list("pk", flat=True))


def _claims_in_sight(ids: Collection[str], _viewer: Viewer) -> Collection[str]:
    return set(_accepted_claims().filter(pk__in=ids).values_list("pk", flat=True))


def _milestones_in_sight(ids: Collection[str], _viewer: Viewer) -> Collection[str]:
    rows = Milestone.objects.filter(pk__in=ids, standing=Standing.ACCEPTED)
    return set(
        rows.exclude(place__standing=Standing.PROPOSED)
        .exclude(place__standing=Standing.REFUSED)
        .values_list("pk", flat=True)
    )
