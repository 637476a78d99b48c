"""Showing one record to one other group."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group, Held, Share


def _check_own(thing: Held, by: Viewer) -> None:
    require(by.is_member_of(thing.group_id), _("Only the group that holds this can share it."))


def share(kind: str, *, thing: Held, group: Group, by: Viewer) -> Share:
    """Shows a record of one's own group to another group. A second time changes nothing. Raises RefusedError."""
    _check_own(thing, by)
    if group.pk == thing.group_id:
        raise RefusedError(_("This is your own group's already."), field="group")
    if group.state != GroupState.OPEN:
        raise RefusedError(_("This group is not open: nothing can be shared with it."), field="group")
    if thing.group.state in (GroupState.ASKED, GroupState.OPENING):
        raise RefusedError(_("Our group is not open yet. It can share this once a second holder has accepted."))
    with transaction.atomic():
        if thing.visibility == Visibility.PRIVATE:
            # It was taken back to our group since: whom it was shared with before, it is shared with no more.
            Share.objects.filter(kind=kind, thing_id=thing.pk).delete()
        row, made = Share.objects.get_or_create(
            kind=kind, thing_id=thing.pk, group=group, defaults={"made_on": today()}
        )
        if thing.visibility == Visibility.PRIVATE:
            _set_visibility(thing, Visibility.SHARED)
        if made:
            audit.record("made", row, by=by, group_id=thing.group_id)
    return row


def unshare(kind: str, *, thing: Held, group: Group, by: Viewer) -> None:
    """Ends the sharing of a record with a group; shared with nobody, it is private again."""
    _check_own(thing, by)
    with transaction.atomic():
        row = Share.objects.filter(kind=kind, thing_id=thing.pk, group=group).first()
        if row is None:
            return
        audit.record("ended", row, by=by, group_id=thing.group_id)
        row.delete()
        left = Share.objects.filter(kind=kind, thing_id=thing.pk).exists()
        if thing.visibility == Visibility.SHARED and not left:
            _set_visibility(thing, Visibility.PRIVATE)


def _set_visibility(thing: Held, visibility: Visibility) -> None:
    thing.visibility = visibility
    thing.save(update_fields=["visibility"])
