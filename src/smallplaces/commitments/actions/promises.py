"""Promises, theirs and ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import policies
from smallplaces.commitments.enums import BINDING_KINDS, PromiseOrigin
from smallplaces.commitments.models import Act, Clause, Demand, Promise, PromiseDemand, PromiseIssue
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.enums import Standing, Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.issues.models import Issue
from smallplaces.places.models import Place, PublicBody

CHANGEABLE = frozenset({"text", "lang", "due", "due_words", "due_anchor", "money", "rhythm", "on", "source", "private"})


def make_promise(
    place: Place, *, origin: str, text: str, source: str, by: Viewer, lang: str = "en", clause: Clause | None = None,
    act: Act | None = None, body: PublicBody | None = None, group: Group | None = None, due: str = "",
    due_words: str = "", due_anchor: str = "", money: str = "", rhythm: str = "", on: str = "",
    demands: Sequence[Demand] = (), issues: Sequence[Issue] = (), private: bool = False,
) -> Promise:
    """Writes down what a body, or a group of ours, promised: from a clause, a pledge, a practice, or said aloud.

    A body's promise is a common record; ours is held by the group that owes it. Raises NotAllowedError, RefusedError.
    """
    if clause is not None:
        act = clause.version.act
    _check(origin=origin, text=text, source=source, clause=clause, body=body, group=group)
    if group is not None:
        require(policies.may_write_for(group, by), _("Only people of the group can say what it promises."))
        _check_visibility(group, private=private)
    day = today(place.zone)
    accepted = group is not None or by.may_accept_at(place.pk)
    promise = Promise(
        place=place, origin=origin, clause=clause, act=act, body=body, group=group, private=private, text=text.strip(),
        lang=lang, due_words=due_words, due_anchor=due_anchor, money=money, rhythm=rhythm, source=source.strip(),
        proposed_by_kind=by.kind, proposed_by_id=by.account_id, proposed_on=day,
        standing=Standing.ACCEPTED if accepted else Standing.PROPOSED, accepted_on=day if accepted else None,
        accepted_by_id=by.account_id if accepted else "", **columns("due", due), **columns("on", on),
    )
    with transaction.atomic():
        promise.save(force_insert=True)
        audit.record("made", promise, by=by)
        _link(promise, demands, issues, by)
    return promise


def change_promise(promise: Promise, *, changes: Mapping[str, Any], source: str, by: Viewer) -> Promise:
    """Corrects a promise. A body's keeps its former values, with the source of the new ones."""
    require(policies.may_change_promise(promise, by), _("Only people who know this place can change this."))
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise ValueError(unknown)
    if "text" in changes and not str(changes["text"]).strip():
        raise RefusedError(_("Write what was promised."), field="text")
    if promise.group is not None and "private" in changes:
        _check_visibility(promise.group, private=bool(changes["private"]))
    before = {name: getattr(promise, name) for name in changes}
    for name, value in changes.items():
        for column, one in (columns(name, value) if name in ("due", "on") else {name: value}).items():
            setattr(promise, column, one)
    with transaction.atomic():
        promise.save()
        if not promise.group_id:
            after = {name: (before[name], getattr(promise, name)) for name in changes}
            audit.record_change(promise, after, by=by, source=source)
        audit.record("changed", promise, by=by, fields=changes)
    return promise


def accept_promise(promise: Promise, *, by: Viewer) -> Promise:
    """Accepts a promise that somebody proposed."""
    return _settle(promise, Standing.ACCEPTED, by)


def refuse_promise(promise: Promise, *, by: Viewer) -> Promise:
    """Says no to a promise that somebody proposed. It is kept, and shown to nobody."""
    return _settle(promise, Standing.REFUSED, by)


def link_promise(promise: Promise, *, by: Viewer, demands: Sequence[Demand] = (), issues: Sequence[Issue] = ()) -> None:
    """Says which demands a promise answers, and on which issues it bears."""
    with transaction.atomic():
        _link(promise, demands, issues, by)


def unlink_promise(promise: Promise, *, by: Viewer, demands: Sequence[Demand] = (), issues: Sequence[Issue] = ()) -> None:
    """Undoes such a link."""
    _check_groups([*(one.group_id for one in demands), *(one.group_id for one in issues)], by)
    with transaction.atomic():
        rows = [*promise.answers_to.filter(demand__in=demands), *promise.bears_on.filter(issue__in=issues)]
        for row in rows:
            audit.record("unlinked", row, by=by)
            row.delete()


def _link(promise: Promise, demands: Sequence[Demand], issues: Sequence[Issue], by: Viewer) -> None:
    _check_groups([*(one.group_id for one in demands), *(one.group_id for one in issues)], by)
    for demand in demands:
        answer, made = PromiseDemand.objects.get_or_create(promise=promise, demand=demand)
        if made:
            audit.record("linked", answer, by=by, group_id=demand.group_id)
    for issue in issues:
        bearing, made = PromiseIssue.objects.get_or_create(promise=promise, issue=issue)
        if made:
            audit.record("linked", bearing, by=by, group_id=issue.group_id)


def _check_groups(ids: Iterable[str], by: Viewer) -> None:
    require(all(by.is_member_of(one) for one in ids), _("Only people of the group that asks can say what answers it."))


def _check(
    *, origin: str, text: str, source: str, clause: Clause | None, body: PublicBody | None, group: Group | None
) -> None:
    if not text.strip():
        raise RefusedError(_("Write what was promised."), field="text")
    if not source.strip():
        raise RefusedError(_("Write where this is known from: a page, a recording, a letter."), field="source")
    if (body is None) == (group is None):
        raise RefusedError(_("Say who owes it: one public body, or one of our groups."), field="body")
    if origin == PromiseOrigin.CLAUSE and clause is None:
        raise RefusedError(_("Choose the clause that promises it."), field="clause")
    if clause is not None and clause.kind not in BINDING_KINDS:
        raise RefusedError(_("This part of the text says why, and binds nobody. Choose a clause that says what shall be done."), field="clause")


def _check_visibility(group: Group, *, private: bool) -> None:
    require(
        policies.may_be_seen_as(Visibility.PRIVATE if private else Visibility.PUBLIC, group),
        _("Your group is still opening: a second holder has to accept first. Keep this to your group until then."),
    )


def _settle(promise: Promise, standing: str, by: Viewer) -> Promise:
    require(by.may_accept_at(promise.place_id), _("Only people who know this place can decide on what was proposed."))
    with transaction.atomic():
        promise.standing = standing
        promise.accepted_on = today(promise.place.zone) if standing == Standing.ACCEPTED else None
        promise.accepted_by_id = by.account_id
        promise.save(update_fields=["standing", "accepted_on", "accepted_by_id"])
        audit.record(standing, promise, by=by, fields=["standing"])
    return promise
