"""Seats, people who chose to be named, member groups of an alliance, and what harmed us."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.groups.enums import HarmKind, MemberState, SeatState, Sector
from smallplaces.groups.models.accounts import Account
from smallplaces.groups.models.groups import Group, Held


class Seat(Held, Spoken, Record):
    """A seat of a committee, for a sector or a community: filled, empty, asked once or twice. Never a quota.

    `name` is whoever fills it, for the group's own people; others read it until `name_until`, by that person's choice.
    """

    sector = models.CharField(max_length=20, choices=Sector, default=Sector.OTHER)
    community = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=12, choices=SeatState, default=SeatState.EMPTY)
    note = models.CharField(max_length=500, blank=True)
    name = models.CharField(max_length=200, blank=True)
    name_until = models.DateField(null=True, blank=True)
    affiliation = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(sector__in=Sector.values), name="seat_sector"),
            models.CheckConstraint(condition=Q(state__in=SeatState.values), name="seat_state"),
            # An empty seat names nobody.
            models.CheckConstraint(
                condition=Q(state=SeatState.FILLED) | Q(name="", name_until__isnull=True, affiliation=""),
                name="seat_empty_names_nobody",
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="seat_term_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sector} {self.state}"


class NamedPerson(Spoken, Record):
    """A person whom the group's page names, by that person's own choice, until a day. Past the day nobody reads it."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="named_people")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=100)
    does = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=300, blank=True)
    since = models.DateField()
    until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "account"], name="namedperson_once_a_group"),
            models.CheckConstraint(condition=Q(until__gte=models.F("since")), name="namedperson_ends"),
        ]

    def __str__(self) -> str:
        return self.name


class MemberGroup(Spoken, Record):
    """A group in an alliance: one of this installation, or one elsewhere by its name. `seat` is its seat in words."""

    alliance = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="member_groups")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="alliances")
    name = models.CharField(max_length=200, blank=True)
    place_name = models.CharField(max_length=200, blank=True)
    # How to reach a group elsewhere, for the holders of the alliance alone.
    reach = models.CharField(max_length=300, blank=True)
    seat = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=MemberState, default=MemberState.ASKED)
    asked_on = models.DateField()
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["alliance", "group"],
                condition=Q(group__isnull=False, until__isnull=True),
                name="membergroup_one_present",
            ),
            models.CheckConstraint(condition=Q(state__in=MemberState.values), name="membergroup_state"),
            models.CheckConstraint(
                condition=(Q(group__isnull=False, name="")) | (Q(group__isnull=True) & ~Q(name="")),
                name="membergroup_here_or_named",
            ),
            models.CheckConstraint(condition=~Q(group=models.F("alliance")), name="membergroup_not_itself"),
        ]

    def __str__(self) -> str:
        return self.name or str(self.group_id)


class Harm(Words, Record):
    """One line for the group's own eyes: an exposure, a retaliation, a near miss, and the hours until it was undone."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=HarmKind)
    on = models.DateField()
    hours = models.PositiveIntegerField(null=True, blank=True)
    made_on = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kind__in=HarmKind.values), name="harm_kind")]
