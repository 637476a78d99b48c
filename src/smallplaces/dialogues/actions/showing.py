"""Which statements are shown, and who sees a dialogue."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.enums import StatementStanding
from smallplaces.dialogues.models import Dialogue, Statement
from smallplaces.dialogues.policies import may_publish_dialogue, may_work_on_dialogue


def open_statement(statement: Statement, *, by: Viewer) -> Statement:
    """Shows a statement that waits, or that its moderators left out. Raises NotAllowedError, RefusedError."""
    return _set_standing(statement, StatementStanding.SHOWN, by)


def hide_statement(statement: Statement, *, by: Viewer) -> Statement:
    """Shows a statement no more; it goes on being counted. Raises NotAllowedError, RefusedError."""
    return _set_standing(statement, StatementStanding.NOT_SHOWN, by)


def _set_standing(statement: Statement, standing: str, by: Viewer) -> Statement:
    _require_work(statement.dialogue, by)
    if statement.taken_back_on is not None:
        raise RefusedError(_("These words were taken back. There is nothing to show any more."))
    with transaction.atomic():
        statement.standing = standing
        statement.save(update_fields=["standing"])
        audit.record("state_set", statement, by=by, fields=["standing"], group_id=statement.dialogue.group_id)
    return statement


def publish_dialogue(dialogue: Dialogue, *, visibility: str = Visibility.PUBLIC, by: Viewer) -> Dialogue:
    """Decides who sees a dialogue: in safe rows, and words only as far as people were told. Raises NotAllowedError, RefusedError."""
    if visibility not in Visibility.values:
        raise RefusedError(_("Choose one of the list. Nothing was kept."), field="visibility")
    require(
        may_publish_dialogue(by, dialogue, visibility),
        _("A member can show this to others once the group is open, with two holders."),
    )
    _check_alone(dialogue, visibility)
    with transaction.atomic():
        dialogue.visibility = visibility
        dialogue.save(update_fields=["visibility"])
        audit.record("published", dialogue, by=by, fields=["visibility"])
    return dialogue


def _check_alone(dialogue: Dialogue, visibility: str) -> None:
    """Two exports of one conversation side by side would give away, by their difference, who answered in between."""
    if visibility == Visibility.PRIVATE or not dialogue.url:
        return
    others = Dialogue.objects.filter(url=dialogue.url).exclude(pk=dialogue.pk).exclude(visibility=Visibility.PRIVATE)
    if others.exists():
        raise RefusedError(
            _(
                "An export of this conversation is shown already. Keep that one to your group first: two of them, side by side, would give away who answered in between."
            ),
            field="visibility",
        )


def _require_work(dialogue: Dialogue, by: Viewer) -> None:
    require(may_work_on_dialogue(by, dialogue), _("Only people of the group that holds this can change it."))
