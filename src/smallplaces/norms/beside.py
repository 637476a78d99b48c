"""Rights stand beside recommendations, which nobody holds."""

from __future__ import annotations

from django.db.models import QuerySet

from smallplaces.core.viewers import Viewer
from smallplaces.norms.linking import Linkable, Said, register
from smallplaces.norms.models import Recommendation, RecommendationRight
from smallplaces.places.models import Place


def recommendations_seen(viewer: Viewer) -> QuerySet[Recommendation]:  # noqa: ARG001  (common records: everybody sees them all)
    """Every recommendation."""
    return Recommendation.objects.all()


def said_of_recommendation(row: Recommendation) -> Said:
    """Its words."""
    return Said(row.text, row.lang)


def may_link_recommendation(viewer: Viewer, row: Recommendation) -> bool:
    """Stewards, and people of a place in the State that it was made to."""
    if viewer.is_steward or not viewer.place_ids:
        return viewer.is_steward
    return Place.objects.filter(pk__in=viewer.place_ids, country=row.state).exists()


def register_kinds() -> None:
    """Called once, when the app is ready."""
    register(
        Linkable(
            "recommendation",
            RecommendationRight,
            recommendations_seen,
            said_of_recommendation,
            may_link_recommendation,
            "",
            "",
        )
    )
