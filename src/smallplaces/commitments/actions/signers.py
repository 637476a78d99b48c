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

    A person's name stands until a day: the given one, or a year from now. A name that waits already is not doubled and,
    for strangers, not told of. Raises RefusedError.
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
    return _keep(signer, day, by)


def _keep(signer: Signer, day: dt.date, by: Viewer) -> Signer:
    may_accept = policies.may_accept_signer(signer, by)
    if may_accept:
        signer.accepted_on = day
    with transaction.atomic():
        known = _known(signer, day)
        if known is not None and (may_accept or known.accepted_on is not None):
            raise RefusedError(_("This name stands here already, or waits to be looked at."), field="name")
        if known is not None:
            # Whose names wait is told to nobody outside: to a stranger this press is like any other.
            return known
        signer.save(force_insert=True)
        audit.record("signed", signer, by=by, group_id=_group_id(signer))
    return signer


def _known(signer: Signer, day: dt.date) -> Signer | None:
    """The same name under the same thing, standing or waiting. One whose day has passed makes room. Two presses queue."""
    held: Demand | Act
    if signer.demand_id:
        held = Demand.objects.select_for_update().get(pk=signer.demand_id)
    else:
        held = Act.objects.select_for_update().get(pk=signer.act_id)
    same = held.signers.filter(name__iexact=signer.name)
    same.filter(shown_until__lt=day).delete()
    return same.first()


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
