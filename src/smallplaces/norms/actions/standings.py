"""What States did with treaties, brought in line with a list; the former value of every change is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from smallplaces.core import audit
from smallplaces.core.ids import fixed_id
from smallplaces.core.viewers import Viewer
from smallplaces.norms.actions.settling import Key, Settled, Values, settle
from smallplaces.norms.models import Ratification


def settle_standings(
    wanted: Mapping[Key, Values], norm_ids: Iterable[str], *, keeps: Callable[[Values, Values], bool], by: Viewer
) -> Settled:
    """Rows by (state, norm id). `keeps` says which stay as they are. To be called inside a transaction."""
    rows = Ratification.objects.filter(norm_id__in=list(norm_ids))
    settled = settle(rows, ("state", "norm_id"), wanted, new_id=lambda key: fixed_id("ratification", *key), keeps=keeps)
    for key, changed in settled.changes.items():
        source = str(wanted[key].get("source", ""))
        audit.record_change(Ratification(pk=settled.ids[key]), changed, by=by, source=source)
    return settled


def newer_stays(present: Values, wanted: Values) -> bool:
    """A row that somebody brought in from another source stays until the list was checked later than it."""
    other: Any = present["source"] != wanted["source"]
    return bool(other and present["checked"] >= wanted["checked"])
