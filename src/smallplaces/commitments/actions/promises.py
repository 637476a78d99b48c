"""Promises, theirs and ours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.commitments import finding, policies
from smallplaces.commitments.actions.standing import check_visibility, settle, stands
from smallplaces.commitments.enums import BINDING_KINDS, PromiseOrigin
from smallplaces.commitments.models import Act, Clause, Demand, Promise, PromiseDemand, PromiseIssue
from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.enums import MadeIn, Standing, Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.issues.models import Issue
from smallplaces.issues.wording import read_choice, read_lang, read_note, read_words
from smallplaces.places.models import Place, PublicBody

# Characters: what was promised, and each of its short facts.
LONGEST = 4000
SHORT = {"due_words": 300, "due_anchor": 300, "money": 300, "rhythm": 200}
CHANGEABLE = frozenset({"text", "lang", "due", "due_words", "due_anchor", "money", "rhythm", "on", "source", "private"})


class Terms(TypedDict, total=False):
    """By when, with what money, how often, and when it was promised. Dates are a day, a month or a year."""

    due: str | dt.date
    due_words: str
    due_anchor: str
    money: str
    rhythm: str
    on: str | dt.date


def make_promise(
    place: Place,
    *,
    origin: str,
    text: str,
    source: str,
    by: Viewer,
    lang: str = "en",
    clause: Clause | None = None,
    act: Act | None = None,
    body: PublicBody | None = None,
    group: Group | None = None,
    demands: Sequence[Demand] = (),
    issues: Sequence[Issue] = (),
    made_in: str = MadeIn.DESK,
    private: bool = False,
    **terms: Unpack[Terms],
) -> Promise:
    """Writes down what a body, or a group of ours, promised: from a clause, a pledge, a practice, or said aloud.

    A body's promise is a common record; ours is held by the group that owes it. `made_in` is where its links to
    `demands` and `issues` were made. Raises NotAllowedError, RefusedError.
    """
    _check(origin, clause, body, group)
    if group is not None:
        require(policies.may_write_for(group, by), _("Only people of the group can say what it promises."))
        _check_shown(group, private=private)
    promise = Promise(place=place, origin=origin, clause=clause, body=body, group=group, private=private)
    promise.act = clause.version.act if clause is not None else act
    standing = stands(place, source=source, held=group is not None, by=by)
    _set(promise, {"text": text, "lang": lang, **standing, **terms})
    with transaction.atomic():
        promise.save(force_insert=True)
        audit.record("made", promise, by=by)
        finding.renew(promise)
        _link(promise, demands, issues, made_in=made_in, by=by)
    return promise


def change_promise(promise: Promise, *, changes: Mapping[str, Any], source: str, by: Viewer) -> Promise:
    """Corrects a promise. A body's keeps its former values, with the source of the new ones."""
    require(policies.may_change_promise(promise, by), _("Only people who know this place can change this."))
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise ValueError(unknown)
    if promise.group is not None and "private" in changes:
        _check_shown(promise.group, private=bool(changes["private"]))
    before = {name: getattr(promise, name) for name in changes}
    _set(promise, changes)
    with transaction.atomic():
        promise.save()
        if not promise.group_id:
            after = {name: (before[name], getattr(promise, name)) for name in changes}
            audit.record_change(promise, after, by=by, source=source)
        audit.record("changed", promise, by=by, fields=changes)
        finding.renew(promise)
    return promise


def accept_promise(promise: Promise, *, by: Viewer) -> Promise:
    """Accepts a promise that somebody proposed."""
    settle(promise, Standing.ACCEPTED, by)
    return promise


def refuse_promise(promise: Promise, *, by: Viewer) -> Promise:
    """Says no to a promise that somebody proposed. It is kept, and shown to nobody."""
    settle(promise, Standing.REFUSED, by)
    return promise


def link_promise(
    promise: Promise,
    *,
    by: Viewer,
    demands: Sequence[Demand] = (),
    issues: Sequence[Issue] = (),
    made_in: str = MadeIn.DESK,
) -> None:
    """Says which demands a promise answers, on which issues it bears, and where that was found.

    A link that is there already stays as it is. Raises NotAllowedError, RefusedError.
    """
    with transaction.atomic():
        _link(promise, demands, issues, made_in=made_in, by=by)


def unlink_promise(
    promise: Promise, *, by: Viewer, demands: Sequence[Demand] = (), issues: Sequence[Issue] = ()
) -> None:
    """Undoes such a link."""
    _check_groups([*(one.group_id for one in demands), *(one.group_id for one in issues)], by)
    with transaction.atomic():
        rows = [*promise.answers_to.filter(demand__in=demands), *promise.bears_on.filter(issue__in=issues)]
        for row in rows:
            audit.record("unlinked", row, by=by)
            row.delete()


def _link(promise: Promise, demands: Sequence[Demand], issues: Sequence[Issue], *, made_in: str, by: Viewer) -> None:
    _check_groups([*(one.group_id for one in demands), *(one.group_id for one in issues)], by)
    made = {
        "made_in": read_choice(made_in, MadeIn.values, field="made_in"),
        "made_on": today(promise.place.zone),
    }
    for demand in demands:
        answer, is_new = PromiseDemand.objects.get_or_create(promise=promise, demand=demand, defaults=made)
        if is_new:
            audit.record("linked", answer, by=by, group_id=demand.group_id)
    for issue in issues:
        bearing, is_new = PromiseIssue.objects.get_or_create(promise=promise, issue=issue, defaults=made)
        if is_new:
            audit.record("linked", bearing, by=by, group_id=issue.group_id)


def _check_groups(ids: Iterable[str], by: Viewer) -> None:
    require(all(by.is_member_of(one) for one in ids), _("Only people of the group that asks can say what answers it."))


def _set(promise: Promise, values: Mapping[str, Any]) -> None:
    """Puts values on a promise, cleaned. A date is three columns."""
    for name, value in values.items():
        if name in ("due", "on"):
            for column, one in columns(name, value).items():
                setattr(promise, column, one)
        elif name == "text":
            promise.text = read_words(value, most=LONGEST)
        elif name == "lang":
            promise.lang = read_lang(value)
        elif name in SHORT:
            setattr(promise, name, read_note(value, field=name, most=SHORT[name]))
        else:
            setattr(promise, name, value)


def _check(origin: str, clause: Clause | None, body: PublicBody | None, group: Group | None) -> None:
    read_choice(origin, PromiseOrigin.values, field="origin")
    if (body is None) == (group is None):
        raise RefusedError(_("Say who owes it: one public body, or one of our groups."), field="body")
    if origin == PromiseOrigin.CLAUSE and clause is None:
        raise RefusedError(_("Choose the clause that promises it."), field="clause")
    if clause is not None and clause.kind not in BINDING_KINDS:
        raise RefusedError(
            _("This part of the text says why, and binds nobody. Choose a clause that says what shall be done."),
            field="clause",
        )


def _check_shown(group: Group, *, private: bool) -> None:
    check_visibility(Visibility.PRIVATE if private else Visibility.PUBLIC, group)
