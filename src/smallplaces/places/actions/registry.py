"""The registry is data: shipped as lists, brought in by a command, safe to bring in again, never deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from smallplaces.core import audit, search
from smallplaces.core.dates import columns
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import require
from smallplaces.core.viewers import Viewer
from smallplaces.places import shipped
from smallplaces.places.actions.settling import Settled, Values, accepted_at_once, settle_rows
from smallplaces.places.enums import KIND_OF_MILESTONE, KIND_OF_PLACE, ClaimField, ClaimStanding, Designation
from smallplaces.places.models import Claim, Milestone, Place
from smallplaces.places.naming import TAKEN, free_slug
from smallplaces.places.policies import may_load_registry
from smallplaces.places.queries import places_of_registry
from smallplaces.places.regions import zone_for
from smallplaces.places.shipped import ClaimRow, Lists, MilestoneRow, PlaceRow, Registry

# A name of which nobody noted the language.
NO_LANGUAGE = "und"


@dataclass(frozen=True)
class LoadedRegistry:
    """How much the registry holds, and how much of it is new or changed here."""

    places: int
    milestones: int
    claims: int
    changed: int


def load_registry(*, by: Viewer, lists: Lists | None = None) -> LoadedRegistry:
    """Brings in the places with their claims, parents and days, all or nothing. Raises NotAllowedError, RefusedError.

    A place that somebody added before is kept as it is, and gets the registry's claims. What people put right or added
    is never touched. `lists` are rows from elsewhere.
    """
    require(may_load_registry(by), _("Only a steward can bring the registry in."))
    registry = shipped.read(lists)
    with transaction.atomic(), override("en"):
        places, settled = _load_places(registry, by)
        wanted = _claims(registry, places)
        claims = settle_rows(Claim.objects, wanted, first=accepted_at_once(by), fixed=("shown",), by=by)
        days = settle_rows(Milestone.objects, _days(registry.milestones, places), first=accepted_at_once(by), by=by)
        _write_down(places, settled, claims, days, by)
    return LoadedRegistry(
        len(registry.places),
        len(registry.milestones),
        len(wanted),
        sum(len(one.touched) for one in (settled, claims, days)),
    )


def _load_places(registry: Registry, by: Viewer) -> tuple[dict[str, Place], Settled]:
    """The places by their slugs in the registry. Those that were here before it stay as they are."""
    countries = {row.slug: row.country for row in registry.places}
    here = places_of_registry(countries)
    own = [row for row in registry.places if row.slug not in here or here[row.slug].pk == fixed_id("place", row.slug)]
    taken = TAKEN | set(Place.objects.filter(slug__in=countries).values_list("slug", flat=True))
    parents = {row.place_slug: row.parent_slug for row in registry.parents if row.parent_slug}
    wanted = {}
    for row in own:
        free = row.slug in here or row.slug not in taken
        slug = row.slug if free else free_slug(row.slug, row.kind, row.country)
        wanted[fixed_id("place", row.slug)] = {
            **_facts(row, registry.claims),
            "slug": slug,
            "parent_id": _key(parents[row.slug], here) if row.slug in parents else None,
        }
    settled = settle_rows(Place.objects, wanted, first=accepted_at_once(by), fixed=("slug",), by=by)
    places = places_of_registry(countries) if settled.touched else here
    return places, settled


def _key(slug: str, here: Mapping[str, Place]) -> str:
    return here[slug].pk if slug in here else fixed_id("place", slug)


def _facts(row: PlaceRow, claims: tuple[ClaimRow, ...]) -> Values:
    its = [one for one in claims if one.place_slug == row.slug and one.lang == "en"]
    has_english_name = any(one.field == ClaimField.NAME for one in its)
    return {
        "name": row.name,
        "lang": NO_LANGUAGE if has_english_name else "en",
        "kind": KIND_OF_PLACE[row.kind],
        "kind_words": next((one.text for one in its if one.field == ClaimField.KIND), ""),
        "country": row.country,
        "latitude": Decimal(row.lat) if row.lat else None,
        "longitude": Decimal(row.lon) if row.lon else None,
        "zone": zone_for(row.country, row.admin1),
        "source": row.source,
    }


def _claims(registry: Registry, places: Mapping[str, Place]) -> dict[str, Values]:
    """One claim for each filled column of a place, then those of the list of claims."""
    disputed = {(one.place_slug, one.field) for one in registry.claims if one.standing == ClaimStanding.DISPUTED}
    wanted: dict[str, Values] = {}
    for row in registry.places:
        for field, text, value, on in _columns(row):
            if text:
                differ = (row.slug, field.value) in disputed
                shown = ClaimStanding.DISPUTED if differ else ClaimStanding.SHOWN
                wanted[fixed_id("claim", row.slug, field.value)] = {
                    **_claim(places[row.slug], field, text, row.source),
                    "value": value,
                    "shown": shown,
                    **columns("on", on),
                }
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    for one in registry.claims:
        key = (one.place_slug, one.field, one.lang, one.source)
        seen[key] += 1
        wanted[fixed_id("claim", *key, str(seen[key]))] = {
            **_claim(places[one.place_slug], ClaimField(one.field), one.text, one.source),
            "lang": one.lang,
            "shown": one.standing,
            **columns("on", one.on),
        }
    return wanted


def _claim(place: Place, field: ClaimField, text: str, source: str) -> dict[str, Any]:
    return {"place_id": place.pk, "field": field.value, "text": text, "lang": "en", "source": source, "value": ""}


def _columns(row: PlaceRow) -> list[tuple[ClaimField, str, str, str]]:
    """What the columns of a row say: the fact, its words, its value of a closed list, its day."""
    number = f"no. {row.number}" if row.number else ""
    named = row.instrument_title or row.instrument_kind
    adopted = "; ".join(one for one in (named, row.adopting_body, number) if one)
    designation = str(Designation(row.designation).label) if row.designation else ""
    return [
        (ClaimField.NAME, row.name, "", ""),
        (ClaimField.KIND, row.kind, row.kind, ""),
        (ClaimField.DESIGNATION, designation, row.designation, ""),
        (ClaimField.ADOPTED, adopted or row.date, "", row.date),
        (ClaimField.HISTORY, row.notes, "", ""),
    ]


def _days(rows: tuple[MilestoneRow, ...], places: Mapping[str, Place]) -> dict[str, Values]:
    wanted: dict[str, Values] = {}
    for row in rows:
        code = fixed_id("milestone", row.place_slug, row.title)
        wanted[code] = {
            "code": code,
            "place_id": places[row.place_slug].pk if row.place_slug else None,
            "kind": KIND_OF_MILESTONE[row.kind],
            "kind_words": row.kind,
            "title": row.title,
            "text": row.summary,
            "lang": "en",
            "source": row.source,
            **columns("on", row.date),
        }
    return wanted


def _write_down(places: Mapping[str, Place], settled: Settled, claims: Settled, days: Settled, by: Viewer) -> None:
    """One row of the audit for each place with anything new, and for each day that belongs to none; and the index."""
    fields: dict[str, set[str]] = defaultdict(set)
    for pk in settled.touched:
        fields[pk].update(settled.changed.get(pk, {"made"}))
    for pk in Claim.objects.filter(pk__in=claims.touched).values_list("place_id", flat=True):
        fields[pk].add("claims")
    for day in Milestone.objects.filter(pk__in=days.touched):
        if day.place_id:
            fields[day.place_id].add("milestones")
        else:
            audit.record("loaded", day, by=by)
    for place in places.values():
        if place.pk in fields:
            audit.record("loaded", place, by=by, fields=fields[place.pk])
    for kind, ids in (("place", list(fields)), ("claim", claims.touched), ("milestone", days.touched)):
        search.index(kind, ids)
