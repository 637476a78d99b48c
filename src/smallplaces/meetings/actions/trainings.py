"""What a training was: whom it taught, and for whom or by whom."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.enums import MeetingKind, TrainingSide
from smallplaces.meetings.lines import words_within
from smallplaces.meetings.models import Meeting, Training
from smallplaces.meetings.policies import may_change_meeting
from smallplaces.places.models import PublicBody


def describe_training(
    meeting: Meeting,
    *,
    audience: str,
    side: str,
    sector: str = "",
    body: PublicBody | None = None,
    by: Viewer,
) -> Training:
    """Keeps whom a training taught, of which sector and body, for them or by them. Raises RefusedError for a field."""
    require(may_change_meeting(by, meeting), _("A meeting is changed by the members of its group."))
    if meeting.kind != MeetingKind.TRAINING:
        raise RefusedError(_("This meeting is no training. Change what sort of meeting it is first."))
    if side not in TrainingSide.values:
        raise RefusedError(_("Choose from the list."), field="side")
    facts = {
        "audience": words_within(audience, 200, field="audience"),
        "sector": words_within(sector, 200, field="sector", empty=True),
        "side": side,
        "body": body,
    }
    with transaction.atomic():
        training, _made = Training.objects.update_or_create(meeting=meeting, defaults=facts)
        audit.record("described", training, by=by, group_id=meeting.group_id)
    return training
