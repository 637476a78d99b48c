"""The seats of a committee, as plain values: for the group's own people, and for everybody."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from smallplaces.core.clock import today
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import ANYBODY, Viewer
from smallplaces.groups.enums import SeatState, Sector
from smallplaces.groups.models import Group, Seat
from smallplaces.groups.queries import get_group, held_by_visible_groups


@dataclass(frozen=True)
class SeatLine:
    """One seat. `name` and `affiliation` are empty wherever the reader may not know them."""

    id: str
    sector: str
    sector_words: str
    community: str
    lang: str
    dir: str
    state: str
    state_words: str
    note: str
    name: str
    name_until: dt.date | None
    affiliation: str
    since: dt.date | None
    until: dt.date | None
    term_over: bool
    visibility: str
    fictional: bool
    kind: str = "seat"


@dataclass(frozen=True)
class CommitteePage:
    """The seats of a group. `missing` is for its own people: a public page never says whom no seat is for."""

    slug: str
    name: str
    lang: str
    dir: str
    place_name: str
    fictional: bool
    is_own: bool
    summary: str
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True)
class CommitteeDesk:
    """The committee for the group's own people."""

    page: CommitteePage
    is_open: bool
    missing: tuple[str, ...]


def _line(row: Seat, group: Group) -> SeatLine:
    here = today(group.place.zone)
    return SeatLine(
        id=row.pk,
        sector=row.sector,
        sector_words="" if row.sector == Sector.OTHER else str(row.get_sector_display()),
        community=row.community,
        lang=row.lang,
        dir=row.dir,
        state=row.state,
        state_words=str(row.get_state_display()),
        note=row.note,
        name=row.name,
        name_until=row.name_until,
        affiliation=row.affiliation,
        since=row.since,
        until=row.until,
        term_over=row.until is not None and row.until < here,
        visibility=row.visibility,
        fictional=group.place.fictional,
    )


def _for_everybody(line: SeatLine, here: dt.date) -> SeatLine:
    """Without the name, and the affiliation that would tell it, unless the person chose to be named and the day is not past."""
    if line.name and line.name_until and line.name_until >= here:
        return line
    return replace(line, name="", name_until=None, affiliation="")


def _summary(seats: tuple[SeatLine, ...]) -> str:
    """ "13 seats, 11 filled (2 with the name kept private)"."""
    filled = [one for one in seats if one.state == SeatState.FILLED]
    private = sum(not one.name for one in filled)
    words = ngettext("%(count)d seat, %(filled)d filled", "%(count)d seats, %(filled)d filled", len(seats))
    words %= {"count": len(seats), "filled": len(filled)}
    return f"{words} ({_('%(count)d with the name kept private') % {'count': private}})" if private else words


def _page(group: Group, seats: tuple[SeatLine, ...], *, own: bool) -> CommitteePage:
    return CommitteePage(
        slug=group.slug,
        name=group.name,
        lang=group.lang,
        dir=group.dir,
        place_name=group.place.name,
        fictional=group.place.fictional,
        is_own=own,
        summary=_summary(seats),
        seats=seats,
    )


def public_seats(group: Group) -> tuple[SeatLine, ...]:
    """The seats that a group made public, as everybody reads them, whoever looks. One query."""
    rows = Seat.objects.filter(held_by_visible_groups("seat", ANYBODY), group=group)
    here = today(group.place.zone)
    return tuple(_for_everybody(_line(row, group), here) for row in rows.order_by("position", "id"))


def committee_page(slug: str, *, viewer: Viewer) -> CommitteePage:
    """The committee as everybody reads it; its own people read more at the desk. Raises NotVisibleError. Two queries."""
    group = get_group(slug, viewer=viewer)
    return _page(group, public_seats(group), own=viewer.is_member_of(group.pk))


def committee_summary(group: Group) -> str:
    """The committee in one line for the group's page; empty where no seat is public. One query."""
    seats = public_seats(group)
    return _summary(seats) if seats else ""


def committee_desk(slug: str, *, viewer: Viewer) -> CommitteeDesk:
    """The committee for the group's own people. Raises NotVisibleError for others. Two queries."""
    group = get_group(slug, viewer=viewer)
    if not viewer.is_member_of(group.pk):
        raise NotVisibleError(slug)
    rows = Seat.objects.filter(group=group).order_by("position", "id")
    seats = tuple(_line(row, group) for row in rows)
    taken = {one.sector for one in seats} | {Sector.OTHER.value}
    missing = tuple(str(label) for value, label in Sector.choices if value not in taken)
    return CommitteeDesk(_page(group, seats, own=True), group.state == "open", missing if seats else ())


def get_seat(seat_id: str, *, viewer: Viewer) -> Seat:
    """One seat, for the people of its group. Raises NotVisibleError."""
    row = Seat.objects.filter(pk=seat_id, group_id__in=viewer.group_ids).select_related("group__place").first()
    if row is None:
        raise NotVisibleError(seat_id)
    return row
