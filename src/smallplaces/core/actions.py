"""Writes of core that other rooms' actions call inside their own transaction."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import DecidedBy
from smallplaces.core.links import hash_of
from smallplaces.core.models import Installation, OneTimeLink, Permission
from smallplaces.core.refusals import require
from smallplaces.core.viewers import Viewer


def give_permission(
    kind: str,
    ids: Iterable[str],
    *,
    uses: Iterable[str],
    decided_by: str = DecidedBy.ROOM,
    until: dt.date | None = None,
    told: str = "",
) -> None:
    """Adds one decision about each of these things; the latest counts. The calling action writes the audit."""
    ids = list(ids)
    steps = dict(Permission.objects.filter(kind=kind, thing_id__in=ids).values_list("thing_id").annotate(Max("step")))
    Permission.objects.bulk_create(
        Permission(
            kind=kind,
            thing_id=thing_id,
            uses=sorted(uses),
            given_on=today(),
            until=until,
            decided_by=decided_by,
            told=told,
            step=steps.get(thing_id, -1) + 1,
        )
        for thing_id in ids
    )


def make_link(
    purpose: str,
    *,
    by: Viewer,
    until: dt.date,
    kind: str = "",
    thing_id: str = "",
    group_id: str = "",
    details: dict[str, Any] | None = None,
) -> tuple[OneTimeLink, str]:
    """Makes a link and returns it with its key, which is shown once and kept nowhere. Audited."""
    key = secrets.token_urlsafe(16)
    with transaction.atomic():
        link = OneTimeLink.objects.create(
            hash=hash_of(key),
            purpose=purpose,
            kind=kind,
            thing_id=thing_id,
            group_id=group_id,
            details=details or {},
            made_on=today(),
            made_by_id=by.account_id,
            until=until,
        )
        audit.record("made", link, by=by, group_id=group_id)
    return link, key


def spend_link(link: OneTimeLink, *, by: Viewer) -> None:
    """Marks a link as used, once. The calling action checked that it is open."""
    link.spent_on = today()
    link.save(update_fields=["spent_on"])
    audit.record("spent", link, by=by, group_id=link.group_id)


def revoke_link(link: OneTimeLink, *, by: Viewer) -> None:
    """Closes a link before its time."""
    with transaction.atomic():
        link.revoked_on = today()
        link.save(update_fields=["revoked_on"])
        audit.record("revoked", link, by=by, group_id=link.group_id)


def describe_installation(
    *, name: str, run_by: str, paid_by: str, contact: str, stewards_appointed_by: str, lang: str = "en", by: Viewer
) -> Installation:
    """Writes who runs this installation and who pays. A steward's act, with its history kept."""
    require(by.is_steward, _("Only a steward of this installation can change this page."))
    new = {
        "name": name,
        "run_by": run_by,
        "paid_by": paid_by,
        "contact": contact,
        "stewards_appointed_by": stewards_appointed_by,
        "lang": lang,
    }
    with transaction.atomic():
        row, _created = Installation.objects.get_or_create(only=True)
        audit.record_change(row, {key: (getattr(row, key), value) for key, value in new.items()}, by=by)
        for key, value in new.items():
            setattr(row, key, value)
        row.save()
        audit.record("described", row, by=by, fields=new)
    return row
