"""The places of the atlas: real ones alone, by where they are, what they are, and by what text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from smallplaces.core.dates import PartialDate
from smallplaces.core.enums import Standing
from smallplaces.core.viewers import Viewer
from smallplaces.places.enums import ClaimField, ClaimStanding
from smallplaces.places.models import Claim
from smallplaces.places.queries.places import kind_in_words, places_visible_to
from smallplaces.places.regions import region_of


@dataclass(frozen=True, kw_only=True)
class AtlasFilters:
    """What to show; empty shows all. `by` is a designation, `since` the first year of a text or a name."""

    region: str = ""
    country: str = ""
    place_kind: str = ""
    by: str = ""
    since: int = 0


@dataclass(frozen=True, kw_only=True)
class AtlasPlace:
    """A place of the atlas. `by` says whether by an official text, `since` when it took its text or its name."""

    kind: str = "place"
    id: str
    slug: str
    name: str
    lang: str
    dir: str
    place_kind: str
    place_kind_words: str
    country: str
    country_name: str
    region: str
    by: str
    since: PartialDate | None
    source: str
    latitude: float | None
    longitude: float | None
    fictional: bool


@dataclass(frozen=True, kw_only=True)
class AtlasPage:
    """What was asked for, and the places that answer to it. `total` counts all real places that are here."""

    kind: str = "atlas"
    asked: AtlasFilters
    total: int
    places: tuple[AtlasPlace, ...]
    fictional: bool = field(default=False)


def atlas_page(asked: AtlasFilters, *, viewer: Viewer) -> AtlasPage:
    """The real places that answer to the filters, by name. Two queries, however many places."""
    every = atlas_places(viewer=viewer)
    return AtlasPage(asked=asked, total=len(every), places=tuple(one for one in every if _answers(one, asked)))


def atlas_places(*, viewer: Viewer) -> tuple[AtlasPlace, ...]:
    """All real places that everybody may see. A made-up place and one that waits are never among them."""
    texts, dates = _claimed()
    rows = places_visible_to(viewer).filter(standing=Standing.ACCEPTED, fictional=False)
    return tuple(
        AtlasPlace(
            id=one.pk,
            slug=one.slug,
            name=one.name,
            lang=one.lang,
            dir=one.dir,
            place_kind=one.kind,
            place_kind_words=kind_in_words(one),
            country=one.country,
            country_name=one.country_name,
            region=region_of(one.country),
            by=texts.get(one.pk, ""),
            since=min(dates[one.pk], key=lambda date: date.earliest) if one.pk in dates else None,
            source=one.source,
            latitude=None if one.latitude is None else float(one.latitude),
            longitude=None if one.longitude is None else float(one.longitude),
            fictional=False,
        )
        for one in rows
    )


def _claimed() -> tuple[dict[str, str], dict[str, list[PartialDate]]]:
    """By the place: its designation, and the days on which it took a text or a name."""
    rows = Claim.objects.filter(standing=Standing.ACCEPTED, field__in=[ClaimField.DESIGNATION, ClaimField.ADOPTED])
    texts: dict[str, str] = {}
    dates: dict[str, list[PartialDate]] = defaultdict(list)
    for row in rows.exclude(shown=ClaimStanding.REPLACED).order_by("proposed_on", "id"):
        if row.field == ClaimField.DESIGNATION and row.value:
            texts[row.place_id] = row.value
        elif row.field == ClaimField.ADOPTED and row.on_date:
            dates[row.place_id].append(row.on_date)
    return texts, dict(dates)


def _answers(one: AtlasPlace, asked: AtlasFilters) -> bool:
    return (
        asked.region in {"", one.region}
        and asked.country in {"", one.country}
        and asked.place_kind in {"", one.place_kind}
        and asked.by in {"", one.by}
        and (not asked.since or (one.since is not None and one.since.latest.year >= asked.since))
    )
