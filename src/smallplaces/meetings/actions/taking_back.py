"""Words go back to those who said them, from every place that they reached."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit, ends
from smallplaces.core.actions import give_permission
from smallplaces.core.clock import today
from smallplaces.core.refusals import require
from smallplaces.core.residue import leave_no_trace
from smallplaces.core.viewers import Viewer
from smallplaces.meetings.models import Sentence
from smallplaces.meetings.policies import may_take_back


def take_back(sentence: Sentence, *, by: Viewer) -> list[ends.End]:
    """Removes the words, their translations and the rights beside them, here and wherever they went, in one transaction.

    The row stays and says only that and when its words were taken back. Returns the copies that are out of reach.
    Safe to repeat.
    """
    meeting = sentence.room.meeting
    require(
        may_take_back(by, meeting), _("Words are taken back by the group or its facilitator, for whoever asks them to.")
    )
    with transaction.atomic():
        row = Sentence.objects.select_for_update().get(pk=sentence.pk)
        beyond = ends.retract("sentence", [row.pk], by)
        if row.taken_back_on is None:
            row.translations.all().delete()
            row.rights.all().delete()
            row.text, row.taken_back_on = "", today(meeting.zone)
            row.save(update_fields=["text", "taken_back_on"])
            give_permission("sentence", [row.pk], uses=[])
            audit.record("taken_back", row, by=by, fields=["text"], group_id=meeting.group_id)
        transaction.on_commit(leave_no_trace)
    sentence.text, sentence.taken_back_on = row.text, row.taken_back_on
    return beyond
