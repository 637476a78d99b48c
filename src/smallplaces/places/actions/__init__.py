"""Every write about places: common records, proposed by anybody, accepted by people who know the place."""

from smallplaces.places.actions.bodies import accept_body, add_body, refuse_body
from smallplaces.places.actions.claims import accept_claim, claim, refuse_claim, set_aside_claim
from smallplaces.places.actions.corrections import accept_correction, propose_correction, refuse_correction
from smallplaces.places.actions.milestones import (
    accept_milestone,
    change_milestone,
    propose_milestone,
    refuse_milestone,
)
from smallplaces.places.actions.places import accept_place, change_place, propose_place, refuse_place
from smallplaces.places.actions.registry import LoadedRegistry, load_registry

__all__ = [
    "LoadedRegistry",
    "accept_body",
    "accept_claim",
    "accept_correction",
    "accept_milestone",
    "accept_place",
    "add_body",
    "change_milestone",
    "change_place",
    "claim",
    "load_registry",
    "propose_correction",
    "propose_milestone",
    "propose_place",
    "refuse_body",
    "refuse_claim",
    "refuse_correction",
    "refuse_milestone",
    "refuse_place",
    "set_aside_claim",
]
