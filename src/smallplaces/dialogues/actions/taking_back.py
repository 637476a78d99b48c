"""A statement goes back to whoever said it, from every place that it reached."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit, ends
from smallplaces.core.actions import give_permission
from smallplaces.core.clock import today
from smallplaces.core.enums import DecidedBy
from smallplaces.core.refusals import require
from smallplaces.core.residue import leave_no_trace
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.models import Statement
from smallplaces.dialogues.policies import may_take_back


def take_back_statement(statement: Statement, *, by: Viewer) -> list[ends.End]:
    """Removes the words here and wherever they went, with the rights beside them, in one transaction. Safe to repeat.

    The row stays with its number and its answers, and says that and when its words were taken back. Returns the copies
    that are out of reach.
    """
    dialogue = statement.dialogue
    require(may_take_back(by, dialogue), _("Words are taken back by the group, for whoever asks it to."))
    with transaction.atomic():
        row = Statement.objects.select_for_update().get(pk=statement.pk)
        beyond = ends.retract("statement", [row.pk], by)
        if row.taken_back_on is None:
            row.rights.all().delete()
            row.text, row.taken_back_on = "", today(dialogue.place.zone)
            row.save(update_fields=["text", "taken_back_on"])
            give_permission("statement", [row.pk], uses=[], decided_by=DecidedBy.PERSON)
            audit.record("taken_back", row, by=by, fields=["text"], group_id=dialogue.group_id)
        transaction.on_commit(leave_no_trace)
    statement.text, statement.taken_back_on = row.text, row.taken_back_on
    return beyond
