"""How a group treats people, who speaks for it by their own choice, and what harmed it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.residue import leave_no_trace
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.groups.actions.seats import check_named_until
from smallplaces.groups.enums import HarmKind
from smallplaces.groups.models import Group, Harm, NamedPerson
from smallplaces.groups.policies import may_hold, may_work_in


def agree_conduct(group: Group, *, conduct: str, by: Viewer) -> Group:
    """Holders write down how the people of the group treat one another, for everybody to read."""
    require(may_hold(group, by), _("Only the holders of this group can change what it says about itself."))
    with transaction.atomic():
        group.conduct = conduct.strip()
        group.save(update_fields=["conduct"])
        audit.record("described", group, by=by, group_id=group.pk, fields=["conduct"])
    return group


def name_myself(group: Group, *, name: str, until: dt.date, does: str = "", reach: str = "", by: Viewer) -> NamedPerson:
    """A member names themselves, and nobody else, on the group's page until a day. A second time changes it. Raises RefusedError."""
    require(may_work_in(group, by) and bool(by.account_id), _("People of this group name themselves here."))
    here = today(group.place.zone)
    if not name.strip():
        raise RefusedError(_("Write the name that everybody may read."), field="name")
    check_named_until(until, here, field="until")
    facts = {"name": name.strip(), "does": does.strip(), "reach": reach.strip(), "since": here, "until": until}
    with transaction.atomic():
        row, made = NamedPerson.objects.update_or_create(
            group=group, account_id=by.account_id, defaults=facts | {"lang": group.lang}
        )
        audit.record("named" if made else "changed", row, by=by)
    return row


def take_my_name_away(group: Group, *, by: Viewer) -> None:
    """A person is named no more, at once. Nothing happens where they were not."""
    if not by.account_id:
        return
    with transaction.atomic():
        remove_name(group, by.account_id, by=by)


def remove_name(group: Group, account_id: str, *, by: Viewer) -> None:
    """Takes a person's name off the group's page, in the caller's transaction, and out of the database's file after it."""
    row = NamedPerson.objects.filter(group=group, account_id=account_id).first()
    if row is None:
        return
    audit.record("removed", row, by=by)
    row.delete()
    transaction.on_commit(leave_no_trace)


def note_harm(
    group: Group, *, kind: str, on: dt.date, text: str, hours: int | None = None, lang: str = "en", by: Viewer
) -> Harm:
    """Writes down one line of harm for the group's own eyes, without names. Raises RefusedError."""
    require(may_work_in(group, by), _("Only people of this group write down what harmed it."))
    here = today(group.place.zone)
    if kind not in HarmKind.values:
        raise RefusedError(_("Choose from the list what went wrong."), field="kind")
    if not text.strip():
        raise RefusedError(_("Say in one line what happened, without a name."), field="text")
    if on > here:
        raise RefusedError(_("Write this down once it happened: that day is still to come."), field="on")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    with transaction.atomic():
        row = Harm.objects.create(
            group=group, kind=kind, on=on, text=text.strip(), hours=hours, lang=lang, made_on=here
        )
        audit.record("recorded", row, by=by)
    return row


def remove_harm(harm: Harm, *, by: Viewer) -> None:
    """Takes a line away, as when it says too much."""
    require(may_work_in(harm.group, by), _("Only people of this group write down what harmed it."))
    with transaction.atomic():
        audit.record("removed", harm, by=by)
        harm.delete()
        transaction.on_commit(leave_no_trace)
