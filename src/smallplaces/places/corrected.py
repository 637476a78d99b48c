"""How places, what is claimed about them, and days of their history take corrections up."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from smallplaces.core.dates import PartialDate
from smallplaces.core.refusals import NotVisibleError, RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.places import actions, correcting
from smallplaces.places.correcting import Correctable, Fact
from smallplaces.places.enums import About, ClaimStanding
from smallplaces.places.models import Claim, Correction, Milestone, Place
from smallplaces.places.queries import get_claim, get_milestone, get_place_by_id

POINT = "point"


def register() -> None:
    """Called from `AppConfig.ready`."""
    correcting.register(About.PLACE.value, find=_find_place, take_up=_take_up_at_place)
    correcting.register(About.MILESTONE.value, find=_find_milestone, take_up=_take_up_at_milestone)


def _find_place(thing_id: str, viewer: Viewer) -> Correctable:
    """A place, or one claim about it: both are corrected from the page of the place."""
    try:
        place = get_place_by_id(thing_id, viewer=viewer)
    except NotVisibleError:
        return _claim(get_claim(thing_id, viewer=viewer), viewer)
    north, east = place.latitude, place.longitude
    point = "" if north is None or east is None else f"{north.normalize():f}, {east.normalize():f}"
    facts = (
        Fact("name", _lazy("its name"), place.name, 200),
        Fact("kind_words", _lazy("what it is, in words"), place.kind_words or str(place.get_kind_display()), 200),
        Fact(POINT, _lazy("where it is: latitude, longitude"), point, 40, point_of),
    )
    return Correctable(About.PLACE.value, place.pk, place.name, place.lang, place.dir, place, facts)


def _claim(row: Claim, viewer: Viewer) -> Correctable:
    place = get_place_by_id(row.place_id, viewer=viewer)
    fact = Fact(row.field, row.get_field_display(), row.text)
    return Correctable(
        About.PLACE.value, row.pk, place.name, place.lang, place.dir, place, (fact,), can_stand_beside=True
    )


def _take_up_at_place(row: Correction, beside: bool, by: Viewer) -> None:  # noqa: FBT001
    place = Place.objects.filter(pk=row.thing_id).first()
    if place is None:
        _take_up_at_claim(row, beside, by)
    elif row.field == POINT:
        latitude, longitude = point_of(row.text)
        actions.change_place(place, {"latitude": latitude, "longitude": longitude}, source=row.source, by=by)
    else:
        actions.change_place(place, {row.field: row.text}, source=row.source, by=by)


def point_of(text: str) -> tuple[str, str]:
    """Latitude and longitude from "47.61, -122.33". Raises RefusedError."""
    parts = [part.strip() for part in text.split(",")]
    try:
        latitude, longitude = (round(float(part), 5) for part in parts)
    except ValueError:
        latitude = longitude = 1000.0
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise RefusedError(_("Write latitude and longitude in degrees, as in 47.61, -122.33."), field="text")
    return str(latitude), str(longitude)


def _take_up_at_claim(row: Correction, beside: bool, by: Viewer) -> None:  # noqa: FBT001
    """A claim is never overwritten: another one stands beside it, or instead of it."""
    old = get_claim(row.thing_id, viewer=by)
    new = actions.claim(
        old.place, field=old.field, text=row.text, lang=row.lang, source=row.source, on=old.on, instead_of=old, by=by
    )
    actions.set_aside_claim(old, ClaimStanding.DISPUTED if beside else ClaimStanding.REPLACED, by=by)
    if beside:
        actions.set_aside_claim(new, ClaimStanding.DISPUTED, by=by)


def _find_milestone(thing_id: str, viewer: Viewer) -> Correctable:
    row = get_milestone(thing_id, viewer=viewer)
    facts = (
        Fact("title", _lazy("what happened, in a few words"), row.title, 300),
        Fact("text", _lazy("what there is to tell about it"), row.text),
        Fact("on", _lazy("when it was"), row.on, 10, PartialDate),
    )
    return Correctable(About.MILESTONE.value, row.pk, row.title, row.lang, row.dir, row.place, facts)


def _take_up_at_milestone(row: Correction, _beside: bool, by: Viewer) -> None:  # noqa: FBT001
    thing = Milestone.objects.select_related("place").get(pk=row.thing_id)
    actions.change_milestone(thing, {row.field: row.text}, source=row.source, by=by)
