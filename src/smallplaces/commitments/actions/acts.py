"""Texts that commit: common ones, and what a group pledged."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.enums import ActStatus, VersionStage
from smallplaces.commitments.models import Act, ActDemand, ActVersion, Clause, Demand
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.enums import Standing, Visibility
from smallplaces.core.models import File
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.engines import anatomy
from smallplaces.groups.models import Group
from smallplaces.places.models import Place, PublicBody

# What a person may change of a text's facts; its words come as a new version.
CHANGEABLE = frozenset({
    "kind", "title", "number", "body", "status", "vote", "url", "lesson", "numbers_in_words", "on", "lang", "source",
})


def add_act(
    place: Place, *, kind: str, title: str, source: str, by: Viewer, lang: str = "en", number: str = "", on: str = "",
    body: PublicBody | None = None, group: Group | None = None, visibility: str = Visibility.PUBLIC,
    status: str = ActStatus.NOT_STATED, vote: str = "", url: str = "", lesson: str = "", numbers_in_words: str = "",
) -> Act:
    """Adds a text that commits. Without a group it is a common record; with one it is the group's own pledge.

    Raises NotAllowedError, RefusedError.
    """
    if group is not None:
        require(policies.may_write_for(group, by), _("Only people of the group can write down what it pledged."))
        _check_visibility(visibility, group)
    if not title.strip():
        raise RefusedError(_("Write what the text is called."), field="title")
    if not source.strip():
        raise RefusedError(_("Write where this text comes from."), field="source")
    day = today(place.zone)
    accepted = group is not None or by.may_accept_at(place.pk)
    act = Act(
        place=place, kind=kind, title=" ".join(title.split())[:500], number=number.strip(), body=body, group=group,
        visibility=visibility, status=status, vote=vote, url=url, lesson=lesson, numbers_in_words=numbers_in_words,
        lang=lang, source=source.strip(), proposed_by_kind=by.kind, proposed_by_id=by.account_id, proposed_on=day,
        standing=Standing.ACCEPTED if accepted else Standing.PROPOSED, accepted_on=day if accepted else None,
        accepted_by_id=by.account_id if accepted else "", **columns("on", on),
    )
    _save_new(act, by)
    return act


def add_version(
    act: Act, *, text: str, by: Viewer, lang: str = "", stage: str = VersionStage.NOT_STATED, on: str = "", file: File | None = None
) -> ActVersion:
    """Adds a version of the whole text and splits it into its clauses; nothing of it is left out. Raises RefusedError."""
    require(
        policies.may_change_act(act, by) or act.standing == Standing.PROPOSED,
        _("Only people who know this place can add to this text."),
    )
    words = tidy(text)
    if not words.strip():
        raise RefusedError(_("There are no words in this text. Nothing was saved."), field="text")
    sha256 = sha256_of(words)
    if act.versions.filter(sha256=sha256).exists():
        raise RefusedError(_("This very text is here already. Nothing was changed."), field="text")
    last = act.versions.aggregate(last=Max("position"))["last"]
    pieces = anatomy.split(words, lang=lang or act.lang).pieces
    with transaction.atomic():
        version = ActVersion.objects.create(
            act=act, text=words, lang=lang or act.lang, stage=stage, file=file, sha256=sha256,
            position=0 if last is None else last + 1, **columns("on", on),
        )
        Clause.objects.bulk_create(
            Clause(
                version=version, position=position, kind=piece.kind.value, label=piece.label[:40], level=piece.level,
                start=piece.start, end=piece.end, text=piece.text,
            )
            for position, piece in enumerate(pieces)
        )
        audit.record("added", version, by=by, group_id=act.group_id or "")
    return version


def change_act(act: Act, *, changes: Mapping[str, Any], source: str, by: Viewer) -> Act:
    """Changes facts of a text; a common one keeps its former values, with the source of the new ones."""
    require(policies.may_change_act(act, by), _("Only people who know this place can change this."))
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise ValueError(unknown)
    before = {name: getattr(act, name) for name in changes}
    for name, value in changes.items():
        for column, one in (columns("on", value) if name == "on" else {name: value}).items():
            setattr(act, column, one)
    with transaction.atomic():
        _keep(act, act.save)
        if not act.group_id:
            audit.record_change(act, {name: (before[name], getattr(act, name)) for name in changes}, by=by, source=source)
        audit.record("changed", act, by=by, fields=changes)
    return act


def publish_act(act: Act, *, visibility: str, by: Viewer) -> Act:
    """Shows a group's pledge to everybody, to named groups, or to its own people alone."""
    require(policies.may_write_for(act.group, by), _("Only people of the group can decide who reads its pledge."))
    if act.group is not None:
        _check_visibility(visibility, act.group)
    with transaction.atomic():
        act.visibility = visibility
        act.save(update_fields=["visibility"])
        audit.record("published", act, by=by, fields=["visibility"])
    return act


def accept_act(act: Act, *, by: Viewer) -> Act:
    """Accepts a text that somebody proposed."""
    return _settle(act, Standing.ACCEPTED, by)


def refuse_act(act: Act, *, by: Viewer) -> Act:
    """Says no to a text that somebody proposed. It is kept, and shown to nobody."""
    return _settle(act, Standing.REFUSED, by)


def answer_demand_with(act: Act, demands: Sequence[Demand], *, by: Viewer) -> None:
    """Says that a text answers demands, also where it promised nothing: a motion that lapsed."""
    require(all(policies.may_change_demand(one, by) for one in demands), _("Only people of the group that asks can say what answers it."))
    with transaction.atomic():
        for demand in demands:
            row, made = ActDemand.objects.get_or_create(act=act, demand=demand)
            if made:
                audit.record("linked", row, by=by, group_id=demand.group_id)


def tidy(text: str) -> str:
    """A text with one kind of line end and without the marks that files begin with."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def sha256_of(text: str) -> str:
    """The checksum by which a text is known again: of its words, whatever the space around them."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def _save_new(act: Act, by: Viewer) -> None:
    def save() -> None:
        act.save(force_insert=True)

    with transaction.atomic():
        _keep(act, save)
        audit.record("added", act, by=by)


def _keep(act: Act, save: Any) -> None:
    """Saves; the same number twice in a place is the same text."""
    try:
        with transaction.atomic():
            save()
    except IntegrityError as error:
        if act.number and not act.group_id:
            raise RefusedError(
                _("A %(kind)s with the number %(number)s is here already at this place.")
                % {"kind": act.get_kind_display(), "number": act.number},
                field="number",
            ) from error
        raise


def _settle(act: Act, standing: str, by: Viewer) -> Act:
    require(by.may_accept_at(act.place_id), _("Only people who know this place can decide on what was proposed."))
    with transaction.atomic():
        act.standing = standing
        act.accepted_on = today(act.place.zone) if standing == Standing.ACCEPTED else None
        act.accepted_by_id = by.account_id
        act.save(update_fields=["standing", "accepted_on", "accepted_by_id"])
        audit.record(standing, act, by=by, fields=["standing"])
    return act


def _check_visibility(visibility: str, group: Group) -> None:
    require(
        policies.may_be_seen_as(visibility, group),
        _("Your group is still opening: a second holder has to accept first. Keep this to your group until then."),
    )
