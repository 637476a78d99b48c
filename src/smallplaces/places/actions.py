"""Writes about places: common records, proposed by anybody, accepted by people who know the place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.places.enums import BodyKind, ClaimField, ClaimStanding, PlaceKind
from smallplaces.places.models import Claim, Place, PublicBody
from smallplaces.places.naming import TAKEN, folded, free_slug
from smallplaces.places.policies import may_accept

CHANGEABLE = frozenset(
    {"name", "kind", "kind_words", "country_name", "parent", "latitude", "longitude", "zone", "lang", "fictional"}
)


def _proposal(source: str, *, accepted: bool, by: Viewer) -> dict[str, Any]:
    if not source.strip():
        raise RefusedError(_("Say where you know this from: a text, an address, or “we live here”."), field="source")
    return {
        "source": source.strip(),
        "standing": Standing.ACCEPTED if accepted else Standing.PROPOSED,
        "proposed_by_kind": by.kind,
        "proposed_by_id": by.account_id,
        "proposed_on": today(),
        "accepted_by_id": by.account_id if accepted else "",
        "accepted_on": today() if accepted else None,
    }


def _check_words(name: str, lang: str) -> None:
    if not name.strip():
        raise RefusedError(_("Write the name."), field="name")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")


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
    _check_words(name, lang)
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
            **_proposal(source, accepted=by.is_steward, by=by),
        )
        audit.record("proposed", place, by=by)
    return place


def _settle(thing: Place | PublicBody | Claim, place: Place, standing: Standing, *, by: Viewer) -> None:
    require(may_accept(place, by), _("Only people of a group here, or a steward, can say whether this is right."))
    accepted = standing == Standing.ACCEPTED
    with transaction.atomic():
        thing.standing = standing
        thing.accepted_by_id = by.account_id if accepted else ""
        thing.accepted_on = today() if accepted else None
        thing.save(update_fields=["standing", "accepted_by_id", "accepted_on"])
        audit.record("accepted" if accepted else "refused", thing, by=by)


def accept_place(place: Place, *, by: Viewer) -> Place:
    """A proposed place becomes public."""
    _settle(place, place, Standing.ACCEPTED, by=by)
    return place


def refuse_place(place: Place, *, by: Viewer) -> Place:
    """A proposed place is not taken up."""
    _settle(place, place, Standing.REFUSED, by=by)
    return place


def change_place(place: Place, changes: Mapping[str, Any], *, source: str, by: Viewer) -> Place:
    """Changes facts of a place, with the source; the former values stay as history. Raises RefusedError."""
    require(may_accept(place, by), _("Only people of a group here, or a steward, can change a place."))
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise RefusedError(_("These cannot be changed: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    if not source.strip():
        raise RefusedError(_("Say where you know the change from."), field="source")
    _check_words(changes.get("name", place.name), changes.get("lang", place.lang))
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
    return place


def add_body(
    place: Place, *, name: str, kind: str, source: str, lang: str = "en", contact: str = "", by: Viewer
) -> PublicBody:
    """Names a public body that must act in a place. Raises RefusedError."""
    _check_words(name, lang)
    if kind not in BodyKind.values:
        raise RefusedError(_("Choose what kind of body it is from the list."), field="kind")
    if PublicBody.objects.filter(place=place, name=name.strip()).exists():
        raise RefusedError(
            _("%(name)s is named here already; it may still wait to be accepted.") % {"name": name.strip()},
            field="name",
        )
    with transaction.atomic():
        body = PublicBody.objects.create(
            place=place,
            name=name.strip(),
            kind=kind,
            lang=lang,
            contact=contact.strip(),
            **_proposal(source, accepted=may_accept(place, by), by=by),
        )
        audit.record("proposed", body, by=by)
    return body


def accept_body(body: PublicBody, *, by: Viewer) -> PublicBody:
    """A proposed public body is shown to everybody."""
    _settle(body, body.place, Standing.ACCEPTED, by=by)
    return body


def refuse_body(body: PublicBody, *, by: Viewer) -> PublicBody:
    """A proposed public body is not taken up."""
    _settle(body, body.place, Standing.REFUSED, by=by)
    return body


def claim(place: Place, *, field: str, text: str, lang: str = "en", source: str, on: str = "", by: Viewer) -> Claim:
    """Says one fact about a place with its source. A claim beside it that says otherwise stands too."""
    if field not in ClaimField.values:
        raise RefusedError(_("Choose from the list what this says about the place."), field="field")
    if not text.strip():
        raise RefusedError(_("Write what you know about the place."), field="text")
    _check_words(text, lang)
    with transaction.atomic():
        row = Claim.objects.create(
            place=place,
            field=field,
            text=text.strip(),
            lang=lang,
            said_on=today(place.zone),
            **columns("on", on),
            **_proposal(source, accepted=may_accept(place, by), by=by),
        )
        audit.record("proposed", row, by=by)
    return row


def accept_claim(row: Claim, *, by: Viewer) -> Claim:
    """A waiting claim is shown to everybody."""
    _settle(row, row.place, Standing.ACCEPTED, by=by)
    return row


def refuse_claim(row: Claim, *, by: Viewer) -> Claim:
    """A waiting claim is not taken up."""
    _settle(row, row.place, Standing.REFUSED, by=by)
    return row


def set_aside_claim(row: Claim, shown: str, *, by: Viewer) -> Claim:
    """Says whether a claim stands alone, is one of several that differ, or was replaced. It stays in sight."""
    require(may_accept(row.place, by), _("Only people of a group here, or a steward, can set a claim aside."))
    if shown not in ClaimStanding.values:
        raise RefusedError(_("Choose from the list how this claim stands."), field="shown")
    with transaction.atomic():
        audit.record_change(row, {"shown": (row.shown, shown)}, by=by)
        row.shown = shown
        row.save(update_fields=["shown"])
        audit.record("set_aside", row, by=by, fields=["shown"])
    return row
