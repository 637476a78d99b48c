"""Names end by themselves: what the daily sweep takes away once its day is past."""

from __future__ import annotations

from django.db.models import Q

from smallplaces.core.clock import today
from smallplaces.groups.models import NamedPerson, Seat


def end_names() -> None:
    """Removes people who are named no more, and the names of seats whose day is past, each by the day of its place.

    No audit row is written: nobody did this, and the day was said beforehand.
    """
    # The first place on earth to be a day further.
    first = today("Pacific/Kiritimati")
    named = NamedPerson.objects.filter(until__lt=first).select_related("group__place")
    over = [row.pk for row in named if row.until < today(row.group.place.zone)]
    NamedPerson.objects.filter(pk__in=over).delete()
    seats = Seat.objects.filter(~Q(name=""), name_until__lt=first).select_related("group__place")
    past = [row.pk for row in seats if row.name_until and row.name_until < today(row.group.place.zone)]
    Seat.objects.filter(pk__in=past).update(name="", name_until=None, affiliation="")
