"""A group puts its name under a version of a text, and takes it back."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.groups.enums import GroupState
from smallplaces.groups.models import Group
from smallplaces.groups.queries import AT_WORK
from smallplaces.norms.models import NormVersion, SignOn
from smallplaces.norms.policies import may_change_sign_on, may_sign_for

CHOICES = (Visibility.PRIVATE, Visibility.PUBLIC)


def _check_visibility(group: Group, visibility: str) -> None:
    if visibility not in CHOICES:
        raise RefusedError(_("Choose from the list who can see it."), field="visibility")
    if visibility == Visibility.PUBLIC and group.state != GroupState.OPEN:
        raise RefusedError(_("A group can publish once a second holder is in."), field="visibility")


def sign_norm(
    version: NormVersion,
    *,
    group: Group,
    on: dt.date | None = None,
    note: str = "",
    visibility: str = Visibility.PRIVATE,
    lang: str = "en",
    by: Viewer,
) -> SignOn:
    """A group signs this version; its name under another version of the same text ends that day. Raises RefusedError."""
    require(may_sign_for(by, group), _("Only people of this group can sign in its name."))
    if group.state not in AT_WORK:
        raise RefusedError(_("This group is not at work: it signs nothing."), field="group")
    _check_visibility(group, visibility)
    here = today(group.place.zone)
    if on is not None and on > here:
        raise RefusedError(_("Write this down once you signed: that day is still to come."), field="on")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    with transaction.atomic():
        Group.objects.select_for_update().get(pk=group.pk)
        present = SignOn.objects.filter(group=group, version__norm_id=version.norm_id, ended_on=None)
        if present.filter(version=version).exists():
            raise RefusedError(_("%(group)s signed this version already.") % {"group": group.name}, field="group")
        for earlier in present:
            _end(earlier, here, by=by)
        row = SignOn.objects.create(
            version=version,
            group=group,
            on=on or here,
            note=note.strip(),
            visibility=visibility,
            lang=lang,
            made_on=here,
        )
        audit.record("signed", row, by=by)
    return row


def show_sign_on(row: SignOn, *, visibility: str, by: Viewer) -> SignOn:
    """Who sees the group's name under the text: its own people, or everybody. Raises RefusedError."""
    require(may_change_sign_on(by, row), _("Only the group that signed says who sees it."))
    _check_visibility(row.group, visibility)
    with transaction.atomic():
        row.visibility = visibility
        row.save(update_fields=["visibility"])
        audit.record("published", row, by=by, fields=["visibility"])
    return row


def end_sign_on(row: SignOn, *, by: Viewer) -> SignOn:
    """The group takes its name back; that it once stood there is kept. Raises RefusedError."""
    require(may_change_sign_on(by, row), _("Only the group that signed can take its name back."))
    if row.ended_on is not None:
        raise RefusedError(_("This name was taken back already."))
    with transaction.atomic():
        return _end(row, today(row.group.place.zone), by=by)


def _end(row: SignOn, day: dt.date, *, by: Viewer) -> SignOn:
    row.ended_on = day
    row.save(update_fields=["ended_on"])
    audit.record("ended", row, by=by, fields=["ended_on"])
    return row
