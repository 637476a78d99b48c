"""Reads of places. A place that waits is there for those who may accept it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from smallplaces.core.enums import Standing
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.places.enums import ClaimField
from smallplaces.places.models import Claim, Place
from smallplaces.places.naming import folded


@dataclass(frozen=True)
class FoundPlace:
    """A place in a list of found ones, with what tells it from another of the same name."""

    id: str
    slug: str
    name: str
    lang: str
    dir: str
    kind: str
    country: str
    country_name: str
    parent_name: str
    fictional: bool


def places_visible_to(viewer: Viewer) -> QuerySet[Place]:
    """Accepted places for everybody; a proposed one for the stewards and for the people of its groups."""
    rows = Place.objects.select_related("parent").order_by("name", "country", "id")
    if viewer.is_steward:
        return rows.exclude(standing=Standing.REFUSED)
    return rows.filter(Q(standing=Standing.ACCEPTED) | Q(standing=Standing.PROPOSED, id__in=viewer.place_ids))


def get_place(slug: str, *, viewer: Viewer) -> Place:
    """One place by its address. Raises NotVisibleError."""
    place = places_visible_to(viewer).filter(slug=slug).first()
    if place is None:
        raise NotVisibleError(slug)
    return place


def get_place_by_id(place_id: str, *, viewer: Viewer) -> Place:
    """One place by its key. Raises NotVisibleError."""
    place = places_visible_to(viewer).filter(pk=place_id).first()
    if place is None:
        raise NotVisibleError(place_id)
    return place


def kind_in_words(place: Place) -> str:
    """What the place is: its own words where it has some, else the word of its kind."""
    return place.kind_words or str(place.get_kind_display())


def found(place: Place) -> FoundPlace:
    """A place as a list of found places shows it."""
    return FoundPlace(
        id=place.pk,
        slug=place.slug,
        name=place.name,
        lang=place.lang,
        dir=place.dir,
        kind=kind_in_words(place),
        country=place.country,
        country_name=place.country_name,
        parent_name=place.parent.name if place.parent else "",
        fictional=place.fictional,
    )


def find_places(words: str, *, viewer: Viewer, country: str = "", limit: int = 50) -> list[FoundPlace]:
    """Places whose name, or a name that somebody claims for them, holds these words; best matches first.

    Without case and accents, in every script. Two queries, compared here: databases fold names differently.
    """
    wanted = folded(words)
    if not wanted:
        return []
    rows = places_visible_to(viewer)
    if country:
        rows = rows.filter(country=country)
    names: dict[str, list[str]] = {}
    claims = Claim.objects.filter(field=ClaimField.NAME, standing=Standing.ACCEPTED)
    for place_id, name in claims.values_list("place_id", "text"):
        names.setdefault(place_id, []).append(name)
    scored = []
    for place in rows:
        its = [folded(name) for name in (place.name, *names.get(place.pk, []))]
        if any(wanted in name for name in its):
            scored.append((wanted not in its, not any(name.startswith(wanted) for name in its), place))
    scored.sort(key=lambda one: one[:2])
    return [found(place) for _exact, _start, place in scored[:limit]]


def places_called(name: str, country: str = "", *, viewer: Viewer) -> list[Place]:
    """Places of exactly this name or address (without case and accents), for a form or a command."""
    rows = places_visible_to(viewer)
    if country:
        rows = rows.filter(country=country)
    wanted = folded(name)
    return [place for place in rows if folded(place.name) == wanted or place.slug == name.strip()]


def places_waiting(viewer: Viewer) -> list[Place]:
    """Places that wait for a steward, oldest first. One query."""
    if not viewer.is_steward:
        return []
    rows = Place.objects.filter(standing=Standing.PROPOSED).select_related("parent")
    return list(rows.order_by("proposed_on", "name", "id"))


def places_of_registry(countries: Mapping[str, str]) -> dict[str, Place]:
    """The places that stand for those of the registry, by its slugs. `countries` has the country of each.

    By the registry's key; else a real place of the same address in the same country, which somebody added before.
    One query.
    """
    keys = {fixed_id("place", slug): slug for slug in countries}
    rows = list(Place.objects.filter(Q(pk__in=keys) | Q(slug__in=countries)))
    found = {one.slug: one for one in rows if not one.fictional and countries.get(one.slug) == one.country}
    return found | {keys[one.pk]: one for one in rows if one.pk in keys}
