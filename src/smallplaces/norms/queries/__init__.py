"""Reads about norms: the texts that people hold up, and who signed them."""

from smallplaces.norms.queries.began import Began, began
from smallplaces.norms.queries.norms import (
    NormLine,
    NormPage,
    ProvisionLine,
    VersionLine,
    get_norm,
    get_version,
    heading_of,
    norm_lines,
    norm_page,
    norms_visible_to,
    version_named,
    versions_to_sign,
)
from smallplaces.norms.queries.sign_ons import (
    SignOnLine,
    get_sign_on,
    sign_ons_by_version,
    sign_ons_of_group,
    signed_before,
)

__all__ = [
    "Began",
    "NormLine",
    "NormPage",
    "ProvisionLine",
    "SignOnLine",
    "VersionLine",
    "began",
    "get_norm",
    "get_sign_on",
    "get_version",
    "heading_of",
    "norm_lines",
    "norm_page",
    "norms_visible_to",
    "sign_ons_by_version",
    "sign_ons_of_group",
    "signed_before",
    "version_named",
    "versions_to_sign",
]
