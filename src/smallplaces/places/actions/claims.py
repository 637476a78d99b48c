"""Facts about a place, each with its source. Where sources differ, both stand."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.places import finding
from smallplaces.places.actions.standing import check_words, proposal, settle
from smallplaces.places.enums import ClaimField, ClaimStanding, Designation
from smallplaces.places.models import Claim, Place
from smallplaces.places.policies import may_accept


def claim(
    place: Place,
    *,
    field: str,
    text: str,
    source: str,
    lang: str = "en",
    on: str = "",
    instead_of: Claim | None = None,
    by: Viewer,
) -> Claim:
    """Says one fact about a place with its source. A claim beside it that says otherwise stands too.

    A designation may be one of its closed list. `instead_of` is the claim that this one corrects.
    """
    if field not in ClaimField.values:
        raise RefusedError(_("Choose from the list what this says about the place."), field="field")
    if not text.strip():
        raise RefusedError(_("Write what you know about the place."), field="text")
    check_words(text, lang)
    of_list = field == ClaimField.DESIGNATION and text.strip() in Designation.values
    with transaction.atomic():
        row = Claim.objects.create(
            place=place,
            field=field,
            text=str(Designation(text.strip()).label) if of_list else text.strip(),
            value=text.strip() if of_list else "",
            lang=get_language() or lang if of_list else lang,
            instead_of=instead_of,
            said_on=today(place.zone),
            **columns("on", on),
            **proposal(source, accepted=may_accept(place, by), by=by),
        )
        audit.record("proposed", row, by=by)
        finding.renew(row)
    return row


def accept_claim(row: Claim, *, by: Viewer) -> Claim:
    """A waiting claim is shown to everybody."""
    settle(row, row.place, Standing.ACCEPTED, by=by)
    return row


def refuse_claim(row: Claim, *, by: Viewer) -> Claim:
    """A waiting claim is not taken up."""
    settle(row, row.place, Standing.REFUSED, by=by)
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
        finding.renew(row)
    return row
