"""Every read about places. What waits is there for those who may accept it."""

from smallplaces.places.queries.atlas import AtlasFilters, AtlasPage, AtlasPlace, atlas_page, atlas_places
from smallplaces.places.queries.bodies import bodies_of, bodies_visible_to, bodies_waiting, get_body
from smallplaces.places.queries.claims import claims_of, claims_waiting, get_claim
from smallplaces.places.queries.corrections import CorrectionLine, corrections_waiting, get_correction
from smallplaces.places.queries.milestones import (
    MilestoneLine,
    get_milestone,
    milestones_of_all,
    milestones_of_place,
    milestones_waiting,
)
from smallplaces.places.queries.places import (
    FoundPlace,
    find_places,
    found,
    get_place,
    get_place_by_id,
    kind_in_words,
    places_called,
    places_of_registry,
    places_visible_to,
    places_waiting,
)

__all__ = [
    "AtlasFilters",
    "AtlasPage",
    "AtlasPlace",
    "CorrectionLine",
    "FoundPlace",
    "MilestoneLine",
    "atlas_page",
    "atlas_places",
    "bodies_of",
    "bodies_visible_to",
    "bodies_waiting",
    "claims_of",
    "claims_waiting",
    "corrections_waiting",
    "find_places",
    "found",
    "get_body",
    "get_claim",
    "get_correction",
    "get_milestone",
    "get_place",
    "get_place_by_id",
    "kind_in_words",
    "milestones_of_all",
    "milestones_of_place",
    "milestones_waiting",
    "places_called",
    "places_of_registry",
    "places_visible_to",
    "places_waiting",
]
