"""The catalogue is data: shipped as two lists, brought in again at each `migrate`, never deleted."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.ids import fixed_id
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.norms.enums import NormKind
from smallplaces.norms.models import Norm, Provision
from smallplaces.norms.policies import may_load_catalogue

# The lists' word for a kind, and ours.
KINDS = {
    "declaration": NormKind.DECLARATION,
    "treaty": NormKind.TREATY,
    "movement principles": NormKind.PRINCIPLES,
}
Row = Mapping[str, str]


@dataclass(frozen=True)
class Loaded:
    """How many texts the catalogue holds, and how many of them are new or changed."""

    norms: int
    changed: int


def shipped(name: str) -> list[Row]:
    """The rows of a list that comes with the software: "instruments" or "provisions"."""
    text = (resources.files("smallplaces.norms") / "catalogue" / f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def load_catalogue(*, by: Viewer, norms: list[Row] | None = None, provisions: list[Row] | None = None) -> Loaded:
    """Brings texts and headings in, keyed by code and number, updated in place. Raises RefusedError.

    `norms` and `provisions` are rows from elsewhere. A kind that is not known is refused, and none is brought in.
    A heading that is gone from the list stays: somebody may have pointed at it.
    """
    require(may_load_catalogue(by), _("Only a steward can bring the catalogue in."))
    norms = shipped("instruments") if norms is None else norms
    provisions = shipped("provisions") if provisions is None else provisions
    with transaction.atomic():
        changed = sum(_load(row, [one for one in provisions if one["instrument"] == row["code"]], by) for row in norms)
    return Loaded(norms=len(norms), changed=changed)


def _load(row: Row, provisions: Iterable[Row], by: Viewer) -> bool:
    if row["kind"] not in KINDS:
        raise RefusedError(_("The catalogue has a kind of text that is not known here: %(kind)s.") % row)
    code = row["code"]
    values = {
        "slug": row["slug"],
        "kind": KINDS[row["kind"]],
        "name": row["title"],
        "adopted_by": row["adopted_by"],
        "source": row["source"],
        "lang": "en",
    }
    norm, changed = _settle(Norm.objects, {"code": code}, values, fixed_id("norm", code))
    label = row["adopted"][:4]
    dated = columns("on", row["adopted"]) | {"source": row["source"], "lang": "en"}
    version, newer = _settle(norm.versions, {"label": label}, dated, fixed_id("normversion", code, label))
    known = {one.number: one for one in version.provisions.all()}
    fields = set(changed) | {f"version_{name}" for name in newer}
    for position, one in enumerate(provisions):
        its = {"heading": one["heading"], "position": position, "lang": "en"}
        if _differs(known.get(one["number"]), its):
            key = fixed_id("provision", code, label, one["number"])
            _settle(version.provisions, {"number": one["number"]}, its, key)
            fields.add("provisions")
    if fields:
        audit.record("loaded", norm, by=by, fields=fields)
    return bool(fields)


def _differs(row: Provision | None, values: Mapping[str, Any]) -> bool:
    return row is None or any(getattr(row, name) != value for name, value in values.items())


def _settle(rows: Any, key: dict[str, str], values: dict[str, Any], new_id: str) -> tuple[Any, list[str]]:
    """Makes the row, or sets what differs; gives it with the names of what was set."""
    row = rows.filter(**key).first()
    if row is None:
        dated = {} if rows.model is Provision else {"added_on": today()}
        return rows.create(id=new_id, **key, **values, **dated), list(values)
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)
    return row, changed
