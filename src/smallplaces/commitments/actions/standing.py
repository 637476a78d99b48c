"""What texts and promises share: how they come to stand, and what a group that is still opening may not do."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import finding, policies
from smallplaces.commitments.models import Act, Promise
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.places.models import Place


def stands(place: Place, *, source: str, held: bool, by: Viewer) -> dict[str, Any]:
    """The columns of a new record: what a group holds stands at once, a common one where the writer may accept it."""
    if not source.strip():
        raise RefusedError(_("Write where this is known from: a page, a recording, a letter."), field="source")
    accepted = held or by.may_accept_at(place.pk)
    day = today(place.zone)
    return {
        "source": source.strip()[:1000],
        "proposed_by_kind": by.kind,
        "proposed_by_id": by.account_id,
        "proposed_on": day,
        "standing": Standing.ACCEPTED if accepted else Standing.PROPOSED,
        "accepted_on": day if accepted else None,
        "accepted_by_id": by.account_id if accepted else "",
    }


def settle(thing: Act | Promise, standing: str, by: Viewer) -> None:
    """Decides on what somebody proposed."""
    require(by.may_accept_at(thing.place_id), _("Only people who know this place can decide on what was proposed."))
    with transaction.atomic():
        thing.standing = standing
        thing.accepted_on = today(thing.place.zone) if standing == Standing.ACCEPTED else None
        thing.accepted_by_id = by.account_id
        thing.save(update_fields=["standing", "accepted_on", "accepted_by_id"])
        audit.record(standing, thing, by=by, fields=["standing"])
        finding.renew(thing)


def check_visibility(visibility: str, group: Group) -> None:
    """A group that is not open keeps to itself what it makes."""
    require(
        policies.may_be_seen_as(visibility, group),
        _("Your group is still opening: a second holder has to accept first. Keep this to your group until then."),
    )
