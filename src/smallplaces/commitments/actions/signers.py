"""Names under a demand or a text, by choice, with an end for a person's."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.models import Act, Demand, Signer
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.issues.wording import read_note, read_words
from smallplaces.places.models import Place

A_YEAR = dt.timedelta(days=365)


def sign(
    *,
    name: str,
    by: Viewer,
    demand: Demand | None = None,
    act: Act | None = None,
    is_person: bool = False,
    sector: str = "",
    identification_only: bool = False,
    shown_until: dt.date | None = None,
) -> Signer:
    """Puts a name under a demand or a text. It waits until somebody of the group accepts it, unless they wrote it.

    A person's name stands until a day: the given one, or a year from now. Raises RefusedError.
    """
    day = today(_place_of(demand, act).zone)
    if is_person and shown_until is None:
        shown_until = day + A_YEAR
    if shown_until is not None and shown_until < day:
        raise RefusedError(_("This day has passed. Choose a day to come."), field="shown_until")
    signer = Signer(
        demand=demand,
        act=act,
        name=read_words(name, field="name", most=200),
        is_person=is_person,
        sector=read_note(sector, field="sector", most=100),
        identification_only=identification_only,
        signed_on=day,
        shown_until=shown_until,
    )
    if (demand or act).signers.filter(name__iexact=signer.name).exists():  # type: ignore[union-attr]
        raise RefusedError(_("This name stands here already, or waits to be looked at."), field="name")
    if policies.may_accept_signer(signer, by):
        signer.accepted_on = day
    with transaction.atomic():
        signer.save(force_insert=True)
        audit.record("signed", signer, by=by, group_id=_group_id(signer))
    return signer


def accept_signer(signer: Signer, *, by: Viewer) -> Signer:
    """Lets a name that waited stand in public."""
    require(policies.may_accept_signer(signer, by), _("Only people of the group can accept a name here."))
    with transaction.atomic():
        signer.accepted_on = today(_place_of(signer.demand, signer.act).zone)
        signer.save(update_fields=["accepted_on"])
        audit.record("accepted", signer, by=by, fields=["accepted_on"], group_id=_group_id(signer))
    return signer


def remove_signer(signer: Signer, *, by: Viewer) -> None:
    """Takes a name away, because it was asked or because it was never theirs. The name is kept nowhere."""
    require(policies.may_accept_signer(signer, by), _("Only people of the group can take a name away here."))
    with transaction.atomic():
        audit.record("removed", signer, by=by, group_id=_group_id(signer))
        signer.delete()


def _place_of(demand: Demand | None, act: Act | None) -> Place:
    if demand is not None:
        return demand.issue.place
    if act is None:
        raise ValueError("no thing to sign")
    return act.place


def _group_id(signer: Signer) -> str:
    held = signer.demand or signer.act
    return held.group_id or "" if held is not None else ""
