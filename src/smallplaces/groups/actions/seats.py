"""Seats of a committee: added, filled, emptied, asked for, taken away."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.enums import GroupState, SeatState, Sector
from smallplaces.groups.models import Group, Seat
from smallplaces.groups.policies import may_work_in

# A name is asked for anew after this long, so that nobody stays on a page by being forgotten.
LONGEST_NAMED = dt.timedelta(days=731)
NEXT_ASKED = {SeatState.EMPTY: SeatState.ASKED, SeatState.ASKED: SeatState.ASKED_TWICE}


def check_named_until(until: dt.date, here: dt.date, *, field: str) -> None:
    """Refuses a day that is past, or more than two years away."""
    if until < here:
        raise RefusedError(_("Choose a day that is still to come."), field=field)
    if until > here + LONGEST_NAMED:
        raise RefusedError(_("A name stands here for two years at most. It can be said anew then."), field=field)


def _check_name(facts: dict[str, Any], here: dt.date) -> None:
    if facts["state"] != SeatState.FILLED and (facts["name"] or facts["affiliation"] or facts["name_until"]):
        raise RefusedError(_("Only a seat that is filled has a name. Choose “filled”, or leave it out."), field="state")
    if facts["name_until"]:
        if not facts["name"]:
            raise RefusedError(_("Write the name that everybody may read until then."), field="name")
        check_named_until(facts["name_until"], here, field="name_until")


def _check(group: Group, facts: dict[str, Any]) -> None:
    if facts["sector"] not in Sector.values:
        raise RefusedError(_("Choose from the list whom the seat is for."), field="sector")
    if facts["sector"] == Sector.OTHER and not facts["community"]:
        raise RefusedError(_("Say in your words whom the seat is for."), field="community")
    if facts["state"] not in SeatState.values:
        raise RefusedError(_("Choose from the list how the seat stands."), field="state")
    if facts["since"] and facts["until"] and facts["until"] < facts["since"]:
        raise RefusedError(_("A term ends after it begins."), field="until")
    if facts["visibility"] == Visibility.PUBLIC and group.state != GroupState.OPEN:
        raise RefusedError(_("A group can publish once a second holder is in."), field="visibility")
    _check_name(facts, today(group.place.zone))


def _facts(**facts: Any) -> dict[str, Any]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in facts.items()}


def add_seat(
    group: Group,
    *,
    sector: str,
    community: str = "",
    state: str = SeatState.EMPTY,
    note: str = "",
    name: str = "",
    name_until: dt.date | None = None,
    affiliation: str = "",
    since: dt.date | None = None,
    until: dt.date | None = None,
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Seat:
    """Adds a seat for a sector or a community. A name is the group's alone, but for a day that its person chose. Raises RefusedError."""
    require(may_work_in(group, by), _("Only people of this group work on its seats."))
    facts = _facts(sector=sector, community=community, state=state, note=note, visibility=visibility)
    facts |= _facts(name=name, name_until=name_until, affiliation=affiliation, since=since, until=until)
    _check(group, facts)
    with transaction.atomic():
        last = Seat.objects.filter(group=group).aggregate(last=Max("position"))["last"] or 0
        seat = Seat.objects.create(
            group=group, position=last + 1, lang=group.lang, made_on=today(group.place.zone), **facts
        )
        audit.record("added", seat, by=by)
    return seat


def change_seat(seat: Seat, *, by: Viewer, **facts: Any) -> Seat:
    """Changes what is said of a seat; what is not named stays. Raises RefusedError."""
    group = seat.group
    require(may_work_in(group, by), _("Only people of this group work on its seats."))
    names = ("sector", "community", "state", "note", "name", "name_until", "affiliation", "since", "until")
    now = {one: getattr(seat, one) for one in (*names, "visibility")}
    if strange := facts.keys() - now.keys():
        raise TypeError(f"a seat has no {sorted(strange)}")
    new = now | _facts(**facts)
    # A day that was chosen before stays good when something else is changed after it.
    checked = new | ({"name_until": None} if new["name_until"] == now["name_until"] and new["name"] else {})
    _check(group, checked)
    changed = [one for one in new if new[one] != now[one]]
    with transaction.atomic():
        for one in changed:
            setattr(seat, one, new[one])
        if changed:
            seat.save(update_fields=changed)
            audit.record("changed", seat, by=by, fields=changed)
    return seat


def empty_seat(seat: Seat, *, by: Viewer) -> Seat:
    """Whoever filled the seat does so no more: the name goes with its day and its term. The note stays."""
    nobody = {"name": "", "name_until": None, "affiliation": "", "since": None, "until": None}
    return change_seat(seat, state=SeatState.EMPTY, **nobody, by=by)


def ask_for_seat(seat: Seat, *, by: Viewer) -> Seat:
    """We asked somebody for this seat; the second time, we asked twice. Raises RefusedError for a filled one."""
    if seat.state == SeatState.FILLED:
        raise RefusedError(_("This seat is filled."))
    wanted = NEXT_ASKED.get(SeatState(seat.state), SeatState.ASKED_TWICE)
    return change_seat(seat, state=wanted, by=by)


def remove_seat(seat: Seat, *, by: Viewer) -> None:
    """Takes a seat away, with what was said of it."""
    require(may_work_in(seat.group, by), _("Only people of this group work on its seats."))
    with transaction.atomic():
        audit.record("removed", seat, by=by)
        seat.delete()
