"""The tables of norms."""

from smallplaces.norms.models.links import RightLink
from smallplaces.norms.models.norms import Norm, NormVersion, Provision, SignOn
from smallplaces.norms.models.recommendations import Recommendation, RecommendationRight
from smallplaces.norms.models.rights import (
    MeaningNote,
    ProvisionRight,
    ProvisionTarget,
    Right,
    RightTarget,
    RightTranslation,
)
from smallplaces.norms.models.texts import ArticleText, Ratification

__all__ = [
    "ArticleText",
    "MeaningNote",
    "Norm",
    "NormVersion",
    "Provision",
    "ProvisionRight",
    "ProvisionTarget",
    "Ratification",
    "Recommendation",
    "RecommendationRight",
    "Right",
    "RightLink",
    "RightTarget",
    "RightTranslation",
    "SignOn",
]
