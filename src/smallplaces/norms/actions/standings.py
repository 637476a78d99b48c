"""What States did with treaties, brought in line with a list; the former value of every change is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import require
from smallplaces.core.viewers import Viewer
from smallplaces.norms.actions.settling import Settled, Values, Wanted, settle
from smallplaces.norms.models import Norm, Ratification
from smallplaces.norms.policies import may_load_catalogue


def settle_standings(
    wanted: Wanted, norm_ids: Iterable[str], *, keeps: Callable[[Values, Values], bool], by: Viewer
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


def add_standings(state: str, rows: Iterable[tuple[str, str, str]], *, source: str, checked: str, by: Viewer) -> int:
    """What one State did with treaties: code, standing, year. Gives how many are new or changed. Raises RefusedError."""
    require(may_load_catalogue(by), _("Only a steward can say what a State did with a treaty."))
    told = list(rows)
    norms = {norm.code: norm for norm in Norm.objects.filter(code__in=[code for code, _standing, _since in told])}
    shared = {"source": source, "checked": checked, "note": ""}
    wanted: Wanted = {(state, norms[code].pk): {"standing": its, "since": since} | shared for code, its, since in told}
    with transaction.atomic():
        settled = settle_standings(wanted, [norm.pk for norm in norms.values()], keeps=same_fact, by=by)
        for _state, norm_id in settled.made | settled.changes.keys():
            audit.record("loaded", Norm(pk=norm_id), by=by, fields=["ratifications"])
    return len(settled.made) + len(settled.changes)


def same_fact(present: Values, wanted: Values) -> bool:
    """A row that says the same already stays with its own source and day."""
    return all(present[name] == wanted[name] for name in ("standing", "since"))
