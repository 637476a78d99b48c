"""A group begins: its place, its answers, and the principles that it signs, in one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Standing, Visibility
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.actions import start_group
from smallplaces.groups.models import Group
from smallplaces.norms.models import NormVersion, SignOn
from smallplaces.norms.queries import get_version
from smallplaces.places.actions import propose_place
from smallplaces.places.models import Place

# Where a refusal about the place belongs in a form that asks for a group.
FIELDS = {"name": "place", "kind": "place_kind"}


@dataclass(frozen=True)
class NewPlace:
    """A place that is not here yet, as the people who begin there tell it."""

    name: str
    kind: str
    country: str
    zone: str
    lang: str = "en"


def begin_group(place: Place | NewPlace, *, signs: Iterable[str] = (), by: Viewer, **told: Any) -> Group:
    """Asks for a group, `told` as `start_group` takes it, with the versions (ids) that it signs. Raises RefusedError.

    A new place is proposed in the same step, and a refusal leaves nothing behind. What the group signs is public from
    the start, as its other answers are: nothing of it is seen before the group is open, and its holders can take the
    name back or keep it to themselves.
    """
    with transaction.atomic():
        group = start_group(_place(place, by) if isinstance(place, NewPlace) else place, by=by, **told)
        for version_id in dict.fromkeys(signs):
            _sign(get_version(version_id, viewer=by), group, by=by)
    return group


def _sign(version: NormVersion, group: Group, *, by: Viewer) -> None:
    """Whoever asks may be nobody's member yet; the policy of `sign_norm` is for groups at work."""
    day = today(group.place.zone)
    row = SignOn.objects.create(
        version=version, group=group, on=day, made_on=day, lang=group.lang, visibility=Visibility.PUBLIC
    )
    audit.record("signed", row, by=by)


def _place(new: NewPlace, by: Viewer) -> Place:
    """The place as it was proposed: by this press or by one before it, which may be the same press twice."""
    waiting = Place.objects.filter(
        name=new.name.strip(), kind=new.kind, country=new.country, zone=new.zone, standing=Standing.PROPOSED
    ).first()
    if waiting is not None and not by.is_steward:
        return waiting
    try:
        return propose_place(
            new.name,
            kind=new.kind,
            country=new.country,
            zone=new.zone,
            lang=new.lang,
            source=_("the people who begin a group there"),
            by=by,
        )
    except RefusedError as error:
        raise RefusedError(error.sentence, field=FIELDS.get(error.field, error.field)) from error
