"""Days in the history of a place: anybody proposes one with a source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit, search
from smallplaces.core.dates import columns
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.places.actions.standing import check_words, proposal, settle
from smallplaces.places.enums import MilestoneKind
from smallplaces.places.models import Milestone, Place
from smallplaces.places.policies import may_accept

CHANGEABLE = frozenset({"title", "text", "on", "kind", "lang"})
LONGEST_TITLE, LONGEST = 300, 4000


def propose_milestone(
    place: Place,
    *,
    kind: str,
    title: str,
    on: str,
    source: str,
    text: str = "",
    lang: str = "en",
    by: Viewer,
) -> Milestone:
    """Adds a day to the history of a place: accepted at once where the writer may accept it. Raises RefusedError."""
    values = {"kind": kind, "title": title.strip(), "text": text.strip(), "lang": lang, **_day(on)}
    _check(values)
    if (
        Milestone.objects.filter(place=place, title=values["title"], on=values["on"])
        .exclude(standing=Standing.REFUSED)
        .exists()
    ):
        raise RefusedError(_("This day is here already; it may still wait to be accepted."), field="title")
    with transaction.atomic():
        row = Milestone.objects.create(place=place, **values, **proposal(source, accepted=may_accept(place, by), by=by))
        audit.record("proposed", row, by=by)
        search.index("milestone", [row.pk])
    return row


def change_milestone(row: Milestone, changes: Mapping[str, Any], *, source: str, by: Viewer) -> Milestone:
    """Changes what is known of a day; what stood there before stays as history. Raises NotAllowedError, RefusedError."""
    require(may_accept(row.place, by), _("Only people of a group here, or a steward, can change this."))
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise ValueError(unknown)
    values = {name: value for name, value in changes.items() if name != "on"}
    values |= _day(changes["on"]) if "on" in changes else {}
    _check({name: getattr(row, name) for name in ("kind", "title", "text", "lang", "on")} | values)
    with transaction.atomic():
        audit.record_change(row, {name: (getattr(row, name), values[name]) for name in changes}, by=by, source=source)
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=list(values))
        audit.record("changed", row, by=by, fields=changes)
        search.index("milestone", [row.pk])
    return row


def accept_milestone(row: Milestone, *, by: Viewer) -> Milestone:
    """A proposed day is shown to everybody."""
    settle(row, row.place, Standing.ACCEPTED, by=by)
    return row


def refuse_milestone(row: Milestone, *, by: Viewer) -> Milestone:
    """A proposed day is not taken up."""
    settle(row, row.place, Standing.REFUSED, by=by)
    return row


def _day(on: str) -> dict[str, Any]:
    if not on.strip():
        raise RefusedError(_("Write when it was: a year, a month or a day."), field="on")
    try:
        return columns("on", on)
    except RefusedError as error:
        raise RefusedError(error.sentence, field="on") from error


def _check(values: Mapping[str, Any]) -> None:
    if values["kind"] not in MilestoneKind.values:
        raise RefusedError(_("Choose from the list what this was."), field="kind")
    if not values["title"]:
        raise RefusedError(_("Write in a few words what happened."), field="title")
    check_words(values["title"], values["lang"])
    for name, most in (("title", LONGEST_TITLE), ("text", LONGEST)):
        if len(values[name]) > most:
            raise RefusedError(_("Say it in at most %(most)d characters.") % {"most": most}, field=name)
