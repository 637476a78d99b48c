"""What belongs into an archive, and what never does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models

from smallplaces.commitments import rows as commitments
from smallplaces.core import rows as core
from smallplaces.core.rows import Scope, label
from smallplaces.dialogues import rows as dialogues
from smallplaces.groups import rows as groups
from smallplaces.groups.models import Group
from smallplaces.issues import rows as issues
from smallplaces.letters import rows as letters
from smallplaces.meetings import rows as meetings
from smallplaces.norms import rows as norms
from smallplaces.places import rows as places
from smallplaces.places.models import Place
from smallplaces.reports import rows as reports
from smallplaces.steps import rows as steps

# Never in an archive, and why. A test fails on a table that is neither here nor in an app's rows.
LEFT_OUT = {
    "core.onetimelink": "keys to doors of this installation",
    "core.job": "work of this machine",
    "core.attempt": "counts of a few minutes",
    "letters.sending": "letters on their way from this machine",
    "letters.leftaddress": "marks made with this installation's secret",
    "dialogues.participant": "answers of individual people",
    "dialogues.vote": "answers of individual people",
    "core.epoch": "a count of this installation's writes",
    "sessions.session": "who is signed in at present",
    "contenttypes.contenttype": "Django's own",
    "auth.permission": "Django's own, not used",
    "auth.group": "Django's own, not used",
    "account.emailaddress": "accounts' secrets",
    "account.emailconfirmation": "accounts' secrets",
    "mfa.authenticator": "accounts' secrets",
    "django_tasks_database.dbtaskresult": "work of this machine",
}
# Records that others' records may refer to. They come along when something in the archive points at them; where one is
# here already under its id when an archive is brought in, it is left as it is.
COMMON = frozenset(
    {
        "places.place",
        "places.claim",
        "places.milestone",
        "places.correction",
        "places.publicbody",
        "groups.account",
        "groups.group",
        "commitments.act",
        "commitments.actversion",
        "commitments.clause",
        "commitments.borrowing",
        "commitments.signer",
        "commitments.promise",
        "commitments.assessment",
        "norms.norm",
        "norms.normversion",
        "norms.provision",
        "norms.right",
        "norms.recommendation",
        "reports.profile",
        "reports.profilesection",
        "core.change",
    }
)
# Another group's row comes along where ours points at it, without what only its own people read, and without whoever
# asked for it.
ANOTHER_GROUP: Mapping[str, object] = {"keys_note": "", "asked_by_id": None}
APPS = (core, places, groups, norms, dialogues, meetings, letters, issues, commitments, steps, reports)
Ids = dict[type[models.Model], set[str]]


def scope_of(group: Group | None) -> Scope:
    """One group with the common records of its place; without a group, the whole installation."""
    if group is None:
        return Scope(everything=True)
    ids = frozenset({group.pk})
    return Scope(
        group_ids=ids,
        place_ids=_with_parents(group.place_id),
        sentence_ids=meetings.sentence_ids(ids),
        statement_ids=dialogues.statement_ids(ids),
    )


def _with_parents(place_id: str) -> frozenset[str]:
    found: set[str] = set()
    here: str | None = place_id
    while here and here not in found:
        found.add(here)
        here = Place.objects.values_list("parent_id", flat=True).get(pk=here)
    return frozenset(found)


def rows_of(scope: Scope) -> Ids:
    """The ids of every row of an archive, by table, in the order in which rows can come in again. Nothing dangles."""
    ids: Ids = {}
    for app in APPS:
        for queryset in app.tables(scope):
            ids[queryset.model] = set(queryset.values_list("pk", flat=True))
    while _close(ids, scope):
        pass
    return ids


def as_it_leaves(name: str, row: dict[str, Any], scope: Scope) -> dict[str, Any]:
    """A row as it stands in an archive. A person's e-mail address is read by that person alone, whoever holds the group."""
    if scope.everything:
        return row
    if name == "groups.account":
        return {**row, "email": ""}
    return {**row, **ANOTHER_GROUP} if name == "groups.group" and row["id"] not in scope.group_ids else row


def _close(ids: Ids, scope: Scope) -> bool:
    """One round: takes along the common records that are pointed at, drops rows that point at what stays behind."""
    changed = False
    for model in ids:
        for field in model._meta.concrete_fields:
            target: Any = field.related_model
            if target not in ids:
                continue
            others = model is Group and field.attname in ANOTHER_GROUP and not scope.everything
            pointing = _pointing(model, ids[model] & scope.group_ids if others else ids[model], field.attname)
            missing = {value for value in pointing.values() if value not in ids[target]}
            if not missing:
                continue
            changed = True
            if label(target) in COMMON:
                ids[target] |= missing
            else:
                ids[model] -= {pk for pk, value in pointing.items() if value in missing}
    return changed


def _pointing(model: Any, ids: set[str], column: str) -> dict[str, str]:
    """Which of these rows point where, by one key. Asked for in parts: SQLite takes so many values at once."""
    found: dict[str, str] = {}
    every = sorted(ids)
    for start in range(0, len(every), 10_000):
        rows = model.objects.filter(pk__in=every[start : start + 10_000], **{f"{column}__isnull": False})
        found.update(rows.values_list("pk", column))
    return found
