"""Writes about places: proposed by anybody, accepted by people who know the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.places import finding
from smallplaces.places.actions.standing import check_words, proposal, settle
from smallplaces.places.enums import PlaceKind
from smallplaces.places.models import Place
from smallplaces.places.naming import TAKEN, folded, free_slug
from smallplaces.places.policies import may_accept

CHANGEABLE = frozenset(
    {"name", "kind", "kind_words", "country_name", "parent", "latitude", "longitude", "zone", "lang", "fictional"}
)


def _check_place(values: Mapping[str, Any]) -> None:
    if "kind" in values and values["kind"] not in PlaceKind.values:
        raise RefusedError(_("Choose what kind of place it is from the list."), field="kind")
    if "zone" in values and values["zone"] not in available_timezones():
        raise RefusedError(_("Choose a time zone from the list."), field="zone")


def _check_country(country: str) -> None:
    if not re.fullmatch(r"[A-Z]{2}", country):
        raise RefusedError(_("Choose the country from the list."), field="country")


def _check_is_new(name: str, kind: str, country: str, parent: Place | None) -> None:
    rows = Place.objects.filter(kind=kind, country=country, parent=parent, standing=Standing.ACCEPTED)
    for slug, other in rows.values_list("slug", "name"):
        if folded(other) == folded(name):
            raise RefusedError(
                _("%(name)s is here already, at /places/%(slug)s/. If yours is another one, say what it is part of.")
                % {"name": other, "slug": slug},
                field="name",
            )


def _check_new(name: str, kind: str, country: str, parent: Place | None, slug: str) -> None:
    _check_country(country)
    _check_is_new(name, kind, country, parent)
    if slug and (slug in TAKEN or Place.objects.filter(slug=slug).exists()):
        raise RefusedError(_("The address %(slug)s is taken. Choose another one.") % {"slug": slug}, field="slug")


def propose_place(
    name: str,
    *,
    kind: str,
    country: str,
    zone: str,
    source: str,
    lang: str = "en",
    slug: str = "",
    parent: Place | None = None,
    kind_words: str = "",
    country_name: str = "",
    latitude: Decimal | str | None = None,
    longitude: Decimal | str | None = None,
    fictional: bool = False,
    by: Viewer,
) -> Place:
    """Adds a place: accepted at once when a steward or a command does it, else waiting. Raises RefusedError."""
    check_words(name, lang)
    _check_place({"kind": kind, "zone": zone})
    _check_new(name, kind, country, parent, slug)
    with transaction.atomic():
        place = Place.objects.create(
            name=name.strip(),
            slug=slug or free_slug(name, kind, country),
            kind=kind,
            kind_words=kind_words.strip(),
            country=country,
            country_name=country_name.strip(),
            parent=parent,
            latitude=latitude,
            longitude=longitude,
            zone=zone,
            lang=lang,
            fictional=fictional,
            **proposal(source, accepted=by.is_steward, by=by),
        )
        audit.record("proposed", place, by=by)
        finding.renew(place)
    return place


def accept_place(place: Place, *, by: Viewer) -> Place:
    """A proposed place becomes public."""
    settle(place, place, Standing.ACCEPTED, by=by)
    return place


def refuse_place(place: Place, *, by: Viewer) -> Place:
    """A proposed place is not taken up."""
    settle(place, place, Standing.REFUSED, by=by)
    return place


def change_place(place: Place, changes: Mapping[str, Any], *, source: str, by: Viewer) -> Place:
    """Changes facts of a place, with the source; the former values stay as history. Raises RefusedError."""
    require(may_accept(place, by), _("Only people of a group here, or a steward, can change a place."))
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise RefusedError(_("These cannot be changed: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    if not source.strip():
        raise RefusedError(_("Say where you know the change from."), field="source")
    check_words(changes.get("name", place.name), changes.get("lang", place.lang))
    _check_place(changes)
    parent = changes.get("parent")
    while parent is not None:
        if parent.pk == place.pk:
            raise RefusedError(_("A place cannot be a part of itself."), field="parent")
        parent = parent.parent
    with transaction.atomic():
        was = {field: (getattr(place, field), value) for field, value in changes.items()}
        audit.record_change(place, was, by=by, source=source.strip())
        for field, value in changes.items():
            setattr(place, field, value)
        place.save(update_fields=list(changes))
        audit.record("changed", place, by=by, fields=changes)
        finding.renew(place)
    return place
