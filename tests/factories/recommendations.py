"""The smallest valid recommendation."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smallplaces.norms.actions.recommendations import Given
    from smallplaces.norms.models import Recommendation


def given(line: int = 2, **fields: Any) -> Given:
    """One row of a file."""
    from smallplaces.norms.actions.recommendations import Given

    text = fields.get("text", "Warm the homes of those who cannot pay")
    smallest = {
        "to": "Fiji",
        "by": "Norway",
        "session": "7",
        "text": text,
        "answer": "supported",
        "answer_words": "Accepted",
        "action": "4",
        "labels": ("Right to housing",),
    }
    whole = smallest | fields
    told = "\x1f".join(str(whole[name]) for name in ("to", "by", "session", "text"))
    return Given(line=line, reference=hashlib.sha256(told.encode()).hexdigest(), **whole)


def make_recommendation(**fields: Any) -> Recommendation:
    """A recommendation to Fiji. The catalogue must be there before, for the rights that its label names."""
    from smallplaces.core.viewers import command
    from smallplaces.norms.actions import import_recommendations
    from smallplaces.norms.models import Recommendation

    row = given(**fields)
    import_recommendations([row], source="a file", by=command())
    return Recommendation.objects.get(reference=row.reference)
