"""Every write about places: common records, proposed by anybody, accepted by people who know the place."""

from smallplaces.places.actions.bodies import accept_body, add_body, refuse_body
from smallplaces.places.actions.claims import accept_claim, claim, refuse_claim, set_aside_claim
from smallplaces.places.actions.places import accept_place, change_place, propose_place, refuse_place
from smallplaces.places.actions.registry import LoadedRegistry, load_registry

__all__ = [
    "LoadedRegistry",
    "accept_body",
    "accept_claim",
    "accept_place",
    "add_body",
    "change_place",
    "claim",
    "load_registry",
    "propose_place",
    "refuse_body",
    "refuse_claim",
    "refuse_place",
    "set_aside_claim",
]
