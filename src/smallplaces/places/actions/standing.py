"""What all common records share: how they come to stand, and who decides."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.places import finding
from smallplaces.places.models import Claim, Milestone, Place, PublicBody
from smallplaces.places.policies import may_accept


def proposal(source: str, *, accepted: bool, by: Viewer) -> dict[str, Any]:
    """The columns of a new common record: accepted at once, or waiting. Raises RefusedError without a source."""
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


def check_words(name: str, lang: str) -> None:
    """Refuses a record without a name, and a language that is none."""
    if not name.strip():
        raise RefusedError(_("Write the name."), field="name")
    if not TAG.fullmatch(lang):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")


def settle(
    thing: Place | PublicBody | Claim | Milestone, place: Place | None, standing: Standing, *, by: Viewer
) -> None:
    """Decides on what somebody proposed at a place."""
    require(may_accept(place, by), _("Only people of a group here, or a steward, can say whether this is right."))
    accepted = standing == Standing.ACCEPTED
    with transaction.atomic():
        thing.standing = standing
        thing.accepted_by_id = by.account_id if accepted else ""
        thing.accepted_on = today() if accepted else None
        thing.save(update_fields=["standing", "accepted_by_id", "accepted_on"])
        audit.record("accepted" if accepted else "refused", thing, by=by)
        finding.renew(thing)
