"""A promise of a place answers a recommendation to its State: said by people of that place, and undone by them."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments.models import Promise, PromiseRecommendation
from smallplaces.commitments.policies import may_change_promise
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import MadeIn
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.norms.models import Recommendation


def answer_recommendation(
    promise: Promise, recommendation: Recommendation, *, made_in: str = MadeIn.DESK, by: Viewer
) -> PromiseRecommendation:
    """Says that a promise answers a recommendation. Said twice, it stands once. Raises RefusedError."""
    require(may_change_promise(promise, by), _("Only people of this place can say what its promises answer."))
    if recommendation.state != promise.place.country:
        raise RefusedError(_("This recommendation was made to another State."), field="to")
    if made_in not in MadeIn.values:
        raise RefusedError(_("Choose from the list where this was found."), field="made_in")
    made = {"made_in": made_in, "made_on": today(promise.place.zone)}
    with transaction.atomic():
        row, is_new = PromiseRecommendation.objects.get_or_create(
            promise=promise, recommendation=recommendation, defaults=made
        )
        if is_new:
            audit.record("linked", row, by=by, group_id=promise.group_id or "")
    return row


def answer_recommendation_no_more(promise: Promise, recommendation: Recommendation, *, by: Viewer) -> None:
    """Takes such a link away; promise and recommendation stay."""
    require(may_change_promise(promise, by), _("Only people of this place can say what its promises answer."))
    with transaction.atomic():
        for row in PromiseRecommendation.objects.filter(promise=promise, recommendation=recommendation):
            audit.record("unlinked", row, by=by, group_id=promise.group_id or "")
            row.delete()
