"""Writing the audit. Only actions and the archive may import this; reading is `core.history`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smallplaces.core import epoch
from smallplaces.core.clock import now
from smallplaces.core.models import AuditRow, Change
from smallplaces.core.tables import Record
from smallplaces.core.viewers import Viewer


def kind_of(thing: Record) -> str:
    """The glossary's word for a record: its class in lower case."""
    return thing._meta.model_name or ""


def record(verb: str, thing: Record, *, by: Viewer, fields: Iterable[str] = (), group_id: str = "") -> AuditRow:
    """Writes one row, in the transaction of the action that calls it. `fields` are names, never values."""
    epoch.count_up()
    return AuditRow.objects.create(
        at=now(),
        verb=f"{kind_of(thing)}.{verb}",
        kind=kind_of(thing),
        thing_id=thing.pk,
        group_id=group_id or str(getattr(thing, "group_id", "") or ""),
        fields=sorted(fields),
        by_kind=by.kind,
        by_id=by.account_id or by.thing_id,
    )


def record_change(thing: Record, changes: Mapping[str, tuple[object, object]], *, by: Viewer, source: str = "") -> None:
    """Keeps the former and new values of a common record. Never for what people said."""
    Change.objects.bulk_create(
        Change(
            at=now(),
            kind=kind_of(thing),
            thing_id=thing.pk,
            field=name,
            before=str(before),
            after=str(after),
            source=source,
            by_kind=by.kind,
            by_id=by.account_id or by.thing_id,
        )
        for name, (before, after) in changes.items()
        if before != after
    )
