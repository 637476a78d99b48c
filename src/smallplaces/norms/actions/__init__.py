"""Writes about norms: the catalogue, principles that groups bring, names under them, and how a group begins."""

from smallplaces.norms.actions.beginning import NewPlace, begin_group
from smallplaces.norms.actions.catalogue import load_catalogue
from smallplaces.norms.actions.principles import add_principles, add_version
from smallplaces.norms.actions.recommendations import accept_same, add_recommendation, import_recommendations
from smallplaces.norms.actions.signing import end_sign_on, show_sign_on, sign_norm

__all__ = [
    "NewPlace",
    "accept_same",
    "add_principles",
    "add_recommendation",
    "add_version",
    "begin_group",
    "end_sign_on",
    "import_recommendations",
    "load_catalogue",
    "show_sign_on",
    "sign_norm",
]
