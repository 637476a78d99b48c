"""Where the keys of a group are, written down for whoever comes after."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.groups.policies import may_hold

LONGEST_NOTE = 2000


def note_keys(group: Group, *, text: str, by: Viewer) -> Group:
    """Holders say where keys, passwords and paper sheets are kept; never a password itself. Raises RefusedError."""
    require(may_hold(group, by), _("Only the holders of this group write down where its keys are."))
    if len(text) > LONGEST_NOTE:
        raise RefusedError(_("This is too long for one page. Keep it under 2,000 characters."), field="text")
    group.keys_note = text.strip()
    with transaction.atomic():
        group.save(update_fields=["keys_note"])
        audit.record("described", group, by=by, group_id=group.pk, fields=["keys_note"])
    return group
